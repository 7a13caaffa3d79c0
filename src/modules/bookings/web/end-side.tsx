import { Checkbox, Input } from 'antd'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { bookingApi, type Booking } from '../booking.contract.ts'
import { bookingWords } from './booking-words.ts'

/** What is about to be refused or cancelled. */
export interface Ending {
  booking: Booking
  how: 'refuse' | 'cancel'
}

const EndFields = z.object({ words: z.string().max(100).default(''), following: z.boolean().default(false) })

/** Refuses or cancels, with a word to whoever booked. */
export function EndSide({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const t = useWords(bookingWords)
  const cancel = useAct(bookingApi.cancel, { done: ({ cancelled }) => t('cancelled', { n: cancelled }), then: onClose })
  const refuse = useAct(bookingApi.decide, { done: ({ decided }) => t('decided', { n: decided }), then: onClose })
  const { booking, how } = ending
  const params = { bookingId: booking.id }
  const send = ({ words, following }: z.output<typeof EndFields>) =>
    how === 'cancel'
      ? cancel.mutate({ params, body: { words, following } })
      : refuse.mutate({ params, body: { accept: false, words, together: true } })
  const title = t(how === 'cancel' ? 'cancelTitle' : 'refuseTitle', {
    school: booking.userSchool ?? t('visitor'),
    venue: booking.venue,
  })
  return (
    <Side title={title} open onClose={onClose}>
      <EntryForm
        schema={EndFields}
        first={{}}
        onSend={send}
        sending={cancel.isPending || refuse.isPending}
        error={cancel.error ?? refuse.error}
        act={t(how === 'cancel' ? 'cancelIt' : 'refuse')}
        onCancel={onClose}
      >
        <Field name="words" label={t('reason')} hint={t('reasonHint')} begins>
          <Input maxLength={100} />
        </Field>
        {how === 'cancel' && booking.together > 1 && (
          <Field name="following" label="" valueProp="checked">
            <Checkbox>{t('following')}</Checkbox>
          </Field>
        )}
      </EntryForm>
    </Side>
  )
}
