import { Input } from 'antd'
import { lastDay } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Ending, NewEntry, NewPair, pairApi } from '../pair.contract.ts'
import { today } from './moment.ts'
import { pairWords } from './pair-words.ts'

/** A pair of a school year. */
export function PairSide({ unitId, year, onClose }: { unitId: number; year: number; onClose: () => void }) {
  const t = useWords(pairWords)
  const add = useAct(pairApi.add, { done: () => t('added'), then: onClose })
  return (
    <Side title={t('add')} open onClose={onClose}>
      <EntryForm
        schema={NewPair}
        first={{ from: today(), until: lastDay(year) }}
        onSend={(body) => add.mutate({ params: { unitId }, body: { ...body, year } })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="mentor" label={t('mentorField')} hint={t('calledHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="mentee" label={t('menteeField')}>
          <Input maxLength={40} />
        </Field>
        <Field name="subject" label={t('subject')}>
          <Input maxLength={20} />
        </Field>
        <Field name="goals" label={t('goals')} hint={t('goalsHint')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Field>
        <Field name="from" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** What the two did, or what the mentor says of the term. */
export function EntrySide({ pairId, kind, onClose }: { pairId: string; kind: 'meet' | 'report'; onClose: () => void }) {
  const t = useWords(pairWords)
  const after = { done: () => t('entrySaved'), then: onClose }
  const meet = useAct(pairApi.meet, after)
  const report = useAct(pairApi.report, after)
  const { mutate, isPending, error } = kind === 'meet' ? meet : report
  return (
    <Side title={t(kind)} open onClose={onClose}>
      <EntryForm
        schema={NewEntry}
        first={{ on: today() }}
        onSend={(body) => mutate({ params: { pairId }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="on" label={t('on')}>
          <DayInput max={today()} />
        </Field>
        <Field name="words" label={t('words')} begins>
          <Input.TextArea rows={6} maxLength={2000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function EndSide({ pairId, onClose }: { pairId: string; onClose: () => void }) {
  const t = useWords(pairWords)
  const end = useAct(pairApi.end, { done: () => t('ended'), then: onClose })
  return (
    <Side title={t('end')} open onClose={onClose}>
      <EntryForm
        schema={Ending}
        first={{ on: today() }}
        onSend={(body) => end.mutate({ params: { pairId }, body })}
        sending={end.isPending}
        error={end.error}
        act={t('end')}
        onCancel={onClose}
      >
        <Field name="on" label={t('endOn')}>
          <DayInput />
        </Field>
        <Field name="why" label={t('endWhy')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
