import { Button, Input, Select } from 'antd'
import { weekdayName } from '#shared/week.ts'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { dayKinds } from '../day.rules.ts'
import type { VenueFields } from '../venue.contract.ts'
import { venueWords } from './venue-words.ts'

type Opening = VenueFields['openings'][number]

interface Given {
  value?: readonly Opening[]
  onChange?: (openings: Opening[]) => void
}

const weekdaysOf: Record<Opening['dayKind'], number[]> = {
  上学日: [1, 2, 3, 4, 5],
  双休日: [6, 7],
  节假日: [1, 2, 3, 4, 5, 6, 7],
  寒暑假: [1, 2, 3, 4, 5, 6, 7],
}

const fresh = (dayKind: Opening['dayKind']): Opening => ({
  dayKind,
  weekdays: weekdaysOf[dayKind],
  ...(dayKind === '上学日' ? { fromTime: '16:00', untilTime: '18:00' } : { fromTime: '08:00', untilTime: '17:00' }),
})

/** What a new venue is likely to be open. */
export const usualOpenings: Opening[] = [fresh('上学日'), fresh('双休日')]

/** When a venue is open: a line for each stretch of each kind of day. */
export function HoursField({ value = [], onChange }: Given) {
  const t = useWords(venueWords)
  const change = (at: number, part: Partial<Opening>) =>
    onChange?.(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const next = dayKinds.find((kind) => value.every(({ dayKind }) => dayKind !== kind)) ?? '上学日'
  return (
    <div className="venue-hours">
      {value.map((opening, n) => (
        <div key={n} role="group" aria-label={`${n + 1}`} className="venue-span">
          <Picker
            label={t('dayKindOf', { n: n + 1 })}
            value={opening.dayKind}
            options={dayKinds.map((kind) => ({ value: kind, label: kind }))}
            onPick={(dayKind) => dayKind && change(n, { dayKind, weekdays: weekdaysOf[dayKind] })}
          />
          <Times opening={opening} n={n + 1} onChange={(part) => change(n, part)} />
          <Button
            type="text"
            aria-label={t('removeSpan', { n: n + 1 })}
            onClick={() => onChange?.(value.filter((_, at) => at !== n))}
          >
            ✕
          </Button>
          <Weekdays opening={opening} n={n + 1} onChange={(weekdays) => change(n, { weekdays })} />
        </div>
      ))}
      <Button type="link" onClick={() => onChange?.([...value, fresh(next)])}>
        {t('addSpan')}
      </Button>
    </div>
  )
}

function Times({
  opening: { fromTime, untilTime },
  n,
  onChange,
}: {
  opening: Opening
  n: number
  onChange: (part: Partial<Opening>) => void
}) {
  const t = useWords(venueWords)
  return (
    <>
      <Input
        type="time"
        aria-label={t('fromOf', { n })}
        value={fromTime}
        onChange={({ target }) => onChange({ fromTime: target.value })}
      />
      <span aria-hidden="true">–</span>
      <Input
        type="time"
        aria-label={t('untilOf', { n })}
        value={untilTime}
        onChange={({ target }) => onChange({ untilTime: target.value })}
      />
    </>
  )
}

function Weekdays({ opening, n, onChange }: { opening: Opening; n: number; onChange: (days: number[]) => void }) {
  const t = useWords(venueWords)
  const all = weekdaysOf[opening.dayKind]
  const isAll = all.every((day) => opening.weekdays.includes(day))
  return (
    <Select
      mode="multiple"
      size="small"
      className="venue-weekdays"
      aria-label={t('daysOf', { n })}
      placeholder={t('everyDay')}
      value={isAll ? [] : opening.weekdays}
      options={all.map((day) => ({ value: day, label: weekdayName(day) }))}
      onChange={(days: number[]) => onChange(days.length === 0 ? all : [...days].sort())}
    />
  )
}
