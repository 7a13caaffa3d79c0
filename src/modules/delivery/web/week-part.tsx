import { dayInWords } from '#shared/day.ts'
import { WEEKDAYS, weekdayName, weekdayOf } from '#shared/week.ts'
import { useWords } from '#ui/words.ts'
import type { Offering } from '../offering.contract.ts'
import { deliveryWords } from './delivery-words.ts'

type Slot = Offering['slots'][number]

/** When a course is, as a week from Monday to Sunday; single days stand below. */
export function WeekPart({ offering: { slots } }: { offering: Offering }) {
  const t = useWords(deliveryWords)
  const weekly = slots.filter(({ fromDay, untilDay }) => untilDay > fromDay)
  const single = slots.filter(({ fromDay, untilDay }) => untilDay === fromDay)
  return (
    <section className="delivery-part" aria-labelledby="week">
      <h2 id="week">{t('week')}</h2>
      {weekly.length > 0 && (
        <ol className="delivery-week">
          {WEEKDAYS.map((_, at) => (
            <Day key={at} weekday={at + 1} slots={weekly.filter((slot) => weekdayOf(slot.fromDay) === at + 1)} />
          ))}
        </ol>
      )}
      {single.length > 0 && (
        <ul>
          {single.map((slot) => (
            <li key={`${slot.fromDay} ${slot.fromTime}`}>
              {`${dayInWords(slot.fromDay)} ${slot.fromTime}–${slot.untilTime}，${whereOf(slot)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const whereOf = ({ school, venue, room }: Slot): string => [school, venue, room].filter(Boolean).join(' ')

function Day({ weekday, slots }: { weekday: number; slots: readonly Slot[] }) {
  return (
    <li className={slots.length === 0 ? 'empty-day' : ''}>
      <strong>{weekdayName(weekday)}</strong>
      {slots.length === 0 && <span className="quiet">—</span>}
      {slots.map((slot) => (
        <span key={`${slot.fromDay} ${slot.fromTime} ${slot.schoolId}`}>
          {`${slot.fromTime}–${slot.untilTime} ${whereOf(slot)}（${shortOf(slot.fromDay)}—${shortOf(slot.untilDay)}）`}
        </span>
      ))}
    </li>
  )
}

const shortOf = (day: string): string => dayInWords(day).slice(5)
