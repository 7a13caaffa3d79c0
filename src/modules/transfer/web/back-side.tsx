import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { callApi, Reason, type Answer } from '../call.contract.ts'
import { schoolOf, type Board } from './board.ts'
import { handInWords } from './hand-in-words.ts'

interface Given {
  board: Board
  answer: Answer | undefined
  open: boolean
  onClose: () => void
}

/** A hand-in goes back to its school with a reason. */
export function BackSide({ board, answer, open, onClose }: Given) {
  const t = useWords(handInWords)
  const { mutate, isPending, error } = useAct(callApi.judge, {
    done: (_, { params }) => t('gaveBack', { school: schoolOf(board, params.importId) }),
    then: onClose,
  })
  return (
    <Side title={`${t('giveBack')} ${answer?.schoolName ?? ''}`} open={open} onClose={onClose}>
      <EntryForm
        schema={Reason}
        first={{}}
        onSend={({ reason }) => mutate({ params: { importId: answer!.importId! }, body: { accepted: false, reason } })}
        sending={isPending}
        error={error}
        act={t('giveBack')}
        onCancel={onClose}
      >
        <Field name="reason" label={t('reason')} hint={t('reasonHint')}>
          <Input.TextArea rows={4} maxLength={500} />
        </Field>
      </EntryForm>
    </Side>
  )
}
