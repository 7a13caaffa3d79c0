import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi } from '../data.contract.ts'
import { ownWords } from './own-words.ts'

/** Asks the school to put right what is stored about oneself. */
export function AskSide({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(ownWords)
  const ask = useAct(dataApi.askCorrection, { done: () => t('asked'), then: onClose })
  return (
    <Side title={t('ask')} open={open} onClose={onClose}>
      <p className="quiet">{t('askWhy')}</p>
      <EntryForm
        schema={dataApi.askCorrection.body}
        first={{}}
        onSend={(body) => ask.mutate({ body })}
        sending={ask.isPending}
        error={ask.error}
        act={t('send')}
        onCancel={onClose}
      >
        <Field name="wish" label={t('wish')}>
          <Input.TextArea rows={5} maxLength={1000} />
        </Field>
      </EntryForm>
    </Side>
  )
}
