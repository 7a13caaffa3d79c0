import { Input } from 'antd'
import { dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { ClosingFields, venueApi, type Venue } from '../venue.contract.ts'
import { venueWords } from './venue-words.ts'

/** From one moment to another nobody books it: repairs, exams. */
export function ClosingSide({ venue, open, onClose }: { venue: Venue; open: boolean; onClose: () => void }) {
  const t = useWords(venueWords)
  const today = dayOf(new Date())
  const add = useAct(venueApi.addClosing, {
    done: ({ clashes }) => `${t('closingSaved')}${clashes > 0 ? t('clashes', { n: clashes }) : ''}`,
    then: onClose,
  })
  return (
    <Side title={t('closingTitle', venue)} open={open} onClose={onClose}>
      <EntryForm
        schema={ClosingFields}
        first={{ fromDay: today, fromTime: '08:00', untilDay: today, untilTime: '20:00' }}
        onSend={(body) => add.mutate({ params: { venueId: venue.id }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <div className="two">
          <Field name="fromDay" label={t('fromDay')}>
            <DayInput />
          </Field>
          <Field name="fromTime" label={t('fromTime')}>
            <Input type="time" />
          </Field>
        </div>
        <div className="two">
          <Field name="untilDay" label={t('untilDay')}>
            <DayInput />
          </Field>
          <Field name="untilTime" label={t('untilTime')}>
            <Input type="time" />
          </Field>
        </div>
        <Field name="why" label={t('why')} hint={t('whyHint')} begins>
          <Input maxLength={100} />
        </Field>
      </EntryForm>
    </Side>
  )
}
