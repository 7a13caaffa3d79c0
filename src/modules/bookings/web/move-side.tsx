import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { bookingApi, type Booking } from '../booking.contract.ts'
import { bookingWords } from './booking-words.ts'

const MoveFields = bookingApi.move.body.pick({ day: true, from: true, until: true })

/** Gives a booking another time; it keeps what it has where the new time cannot be had. */
export function MoveSide({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const t = useWords(bookingWords)
  const { id, venue, day, from, until } = booking
  const move = useAct(bookingApi.move, { done: (moved) => t('moved', moved), then: onClose })
  return (
    <Side title={t('moveTitle', { venue })} open onClose={onClose}>
      <EntryForm
        schema={MoveFields}
        first={{ day, from, until }}
        onSend={(body) => move.mutate({ params: { bookingId: id }, body })}
        sending={move.isPending}
        error={move.error}
        act={t('move')}
        onCancel={onClose}
      >
        <Field name="day" label={t('day')}>
          <DayInput />
        </Field>
        <Field name="from" label={t('from')} begins>
          <Input type="time" step={300} />
        </Field>
        <Field name="until" label={t('until')}>
          <Input type="time" step={300} />
        </Field>
      </EntryForm>
    </Side>
  )
}
