import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { concernApi, NoteEntry, type Concern } from '../concern.contract.ts'
import { targetWords } from './target-words.ts'

const Written = NoteEntry.pick({ words: true })

/** Where the office says what is behind a figure. */
export function NoteForm({ concern, unitId, onClose }: { concern: Concern; unitId: number; onClose: () => void }) {
  const t = useWords(targetWords)
  const { code, key, name, notes } = concern
  const write = useAct(concernApi.note, { done: () => t('doneNote', { name }), then: onClose })
  return (
    <EntryForm
      schema={Written}
      first={{ words: notes[0]?.words ?? '' }}
      onSend={(fields) => write.mutate({ params: { unitId, code }, body: { concern: key, ...fields } })}
      sending={write.isPending}
      error={write.error}
      act={t('save')}
      onCancel={onClose}
    >
      <Field name="words" label={t('words')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} autoFocus />
      </Field>
    </EntryForm>
  )
}
