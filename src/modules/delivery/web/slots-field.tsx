import { Button, Checkbox, Input } from 'antd'
import { dayAfter, dayInWords } from '#shared/day.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import type { Slot } from '../offering.contract.ts'
import { formWords } from './form-words.ts'

/** A time as it is being written: the school may be missing still. */
export type SlotDraft = Omit<Slot, 'schoolId'> & { schoolId?: number | undefined }

export const firstSlot = ({ from, until }: { from: string; until: string }): SlotDraft => ({
  ...{ fromDay: from, untilDay: until, skip: [], fromTime: '15:30', untilTime: '16:10', venueId: null, room: '' },
})

/** Times that follow the mode: at the own school unless teachers travel. Undefined where they stand right already. */
export function slotsAt(
  slots: readonly SlotDraft[] | undefined,
  { mode, schoolId }: { mode?: string | undefined; schoolId?: number | undefined },
): SlotDraft[] | undefined {
  const own = mode === '教师走教' ? undefined : schoolId
  const isWrong = ({ schoolId: at }: SlotDraft) =>
    mode === '教师走教' ? at === schoolId && at !== undefined : at !== own
  if (!slots?.some(isWrong)) return undefined
  return slots.map((slot) => (isWrong(slot) ? { ...slot, schoolId: own, venueId: null } : slot))
}

interface Given {
  value?: SlotDraft[]
  onChange?: (slots: SlotDraft[]) => void
  /** The schools to which a teacher may travel. */
  others: readonly { id: number; name: string }[]
  travels: boolean
  schoolId: number | undefined
  venues: readonly { id: string; name: string; schoolId: number }[]
  term: { from: string; until: string }
}

/** The times of a course, one under the other: a control of an EntryForm. */
export function SlotsField({ value = [], onChange, term, ...about }: Given) {
  const t = useWords(formWords)
  const put = (at: number, part: Partial<SlotDraft>) =>
    onChange?.(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const own = about.travels ? undefined : about.schoolId
  return (
    <div className="delivery-rows">
      {value.map((slot, n) => (
        <fieldset key={n}>
          <legend>{t('nth', { n: n + 1 })}</legend>
          <SlotFields slot={slot} onPut={(part) => put(n, part)} {...about} />
          {value.length > 1 && (
            <Button type="link" onClick={() => onChange?.(value.filter((_, at) => at !== n))}>
              {t('dropSlot', { n: n + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => onChange?.([...value, { ...(value.at(-1) ?? firstSlot(term)), skip: [], schoolId: own }])}>
        {t('addSlot')}
      </Button>
    </div>
  )
}

type OfSlot = Pick<Given, 'others' | 'travels' | 'venues'> & {
  slot: SlotDraft
  onPut: (part: Partial<SlotDraft>) => void
}

function SlotFields({ slot, onPut, others, travels, venues }: OfSlot) {
  const t = useWords(formWords)
  const rooms = venues.filter(({ schoolId }) => schoolId === slot.schoolId)
  return (
    <>
      <label>
        <span>{t('firstDay')}</span>
        <DayInput
          value={slot.fromDay}
          onChange={(day = '') => onPut({ fromDay: day, skip: [], ...(slot.untilDay < day && { untilDay: day }) })}
        />
      </label>
      <label>
        <span>{t('lastDay')}</span>
        <DayInput value={slot.untilDay} onChange={(day = '') => onPut({ untilDay: day, skip: [] })} />
      </label>
      <label>
        <span>{t('fromTime')}</span>
        <Input type="time" value={slot.fromTime} onChange={({ target }) => onPut({ fromTime: target.value })} />
      </label>
      <label>
        <span>{t('untilTime')}</span>
        <Input type="time" value={slot.untilTime} onChange={({ target }) => onPut({ untilTime: target.value })} />
      </label>
      {travels && (
        <label className="wide">
          <span>{t('at')}</span>
          <Picker
            label={t('at')}
            all={t('choose')}
            value={slot.schoolId}
            options={others.map(({ id: value, name: label }) => ({ value, label }))}
            onPick={(schoolId) => onPut({ schoolId, venueId: null })}
          />
        </label>
      )}
      {rooms.length > 0 && (
        <label className="wide">
          <span>{t('venue')}</span>
          <Picker
            label={t('venue')}
            all={t('noVenue')}
            value={slot.venueId ?? undefined}
            options={rooms.map(({ id: value, name: label }) => ({ value, label }))}
            onPick={(venueId) => onPut({ venueId: venueId ?? null })}
          />
        </label>
      )}
      {slot.venueId === null && (
        <label className="wide">
          <span>{t('room')}</span>
          <Input value={slot.room} maxLength={40} onChange={({ target }) => onPut({ room: target.value })} />
        </label>
      )}
      <Skips slot={slot} onPut={onPut} />
    </>
  )
}

const MOST_DAYS = 30

/** Each day of a weekly time: those that are unticked are left out. */
function Skips({ slot: { fromDay, untilDay, skip }, onPut }: Pick<OfSlot, 'slot' | 'onPut'>) {
  const t = useWords(formWords)
  const days: string[] = []
  for (let day = fromDay; day !== '' && day <= untilDay && days.length < MOST_DAYS; day = dayAfter(day, 7)) days.push(day) // prettier-ignore
  if (days.length < 2) return null
  const turn = (day: string, on: boolean) => onPut({ skip: on ? skip.filter((one) => one !== day) : [...skip, day] })
  return (
    <details className="wide">
      <summary>{t('skip')}</summary>
      <div className="delivery-skip">
        {days.map((day) => (
          <Checkbox key={day} checked={!skip.includes(day)} onChange={({ target }) => turn(day, target.checked)}>
            {dayInWords(day).slice(5)}
          </Checkbox>
        ))}
      </div>
    </details>
  )
}
