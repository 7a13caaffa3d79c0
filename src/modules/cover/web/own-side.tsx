import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { gapApi } from '../gap.contract.ts'
import { gapWords } from './gap-words.ts'

/** The school sees to a lesson itself. */
export function OwnSide({ gapId, open, onClose }: { gapId: string; open: boolean; onClose: () => void }) {
  const t = useWords(gapWords)
  const keep = useAct(gapApi.own, { done: () => t('ownDone'), then: onClose })
  return (
    <Side title={t('ownTitle')} open={open} onClose={onClose}>
      <EntryForm
        schema={gapApi.own.body}
        first={{}}
        onSend={(body) => keep.mutate({ params: { gapId }, body })}
        sending={keep.isPending}
        error={keep.error}
        act={t('own')}
        onCancel={onClose}
      >
        <Field name="note" label={t('ownNote')} begins>
          <Input maxLength={100} />
        </Field>
      </EntryForm>
    </Side>
  )
}
