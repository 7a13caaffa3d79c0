import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { givenApi, Objection } from '../given.contract.ts'
import { coverWords } from './cover-words.ts'

type Of = { gapId: string; givenId?: never } | { givenId: string; gapId?: never }

/** A lesson that was not given as it stands is not counted; why stays on record. */
export function ContestSide({ onClose, ...of }: Of & { onClose: () => void }) {
  const t = useWords(coverWords)
  const after = { done: () => t('contestDone'), then: onClose }
  const gap = useAct(givenApi.contestGap, after)
  const given = useAct(givenApi.contest, after)
  const send = (body: { why: string }) =>
    of.gapId === undefined
      ? given.mutate({ params: { givenId: of.givenId }, body })
      : gap.mutate({ params: { gapId: of.gapId }, body })
  return (
    <Side title={t('contestTitle')} open onClose={onClose}>
      <EntryForm
        schema={Objection}
        first={{}}
        onSend={send}
        sending={gap.isPending || given.isPending}
        error={gap.error ?? given.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="why" label={t('contestWhy')} begins>
          <Input maxLength={100} />
        </Field>
      </EntryForm>
    </Side>
  )
}
