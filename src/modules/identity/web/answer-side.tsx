import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi, type CorrectionLine } from '../data.contract.ts'
import { ownWords } from './own-words.ts'

/** Tells a person what became of what they asked to have put right. */
export function AnswerSide({ line, onClose }: { line: CorrectionLine; onClose: () => void }) {
  const t = useWords(ownWords)
  const answer = useAct(dataApi.answerCorrection, { done: () => t('answered'), then: onClose })
  return (
    <Side title={t('answerOf', { name: line.accountName })} open onClose={onClose}>
      <p>{line.wish}</p>
      <EntryForm
        schema={dataApi.answerCorrection.body}
        first={{}}
        onSend={(body) => answer.mutate({ params: { correctionId: line.id }, body })}
        sending={answer.isPending}
        error={answer.error}
        act={t('answer')}
        onCancel={onClose}
      >
        <Field name="answer" label={t('answer')} hint={t('answerHint')}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Field>
      </EntryForm>
    </Side>
  )
}
