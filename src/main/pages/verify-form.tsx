import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { z } from 'zod'
import { plainCode } from '#shared/paper-code.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { verifyWords } from './verify-words.ts'

/** Asks for the code of a paper. */
export function AskForm() {
  const t = useWords(verifyWords)
  const navigate = useNavigate()
  const said = z.string(t('codeMissing')).max(200, t('codeMissing'))
  const Asked = z.object({ code: said.transform(plainCode).pipe(z.string().min(1, t('codeMissing'))) })
  return (
    <EntryForm
      schema={Asked}
      first={{}}
      onSend={({ code }) => void navigate({ ...places.verify(code) } as never)}
      sending={false}
      error={undefined}
      act={t('verify')}
    >
      <Field name="code" label={t('code')} hint={t('codeHelp')}>
        <Input autoFocus autoCapitalize="characters" spellCheck={false} maxLength={200} />
      </Field>
    </EntryForm>
  )
}
