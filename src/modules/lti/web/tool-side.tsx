import { Input, Select, Switch } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { toolApi, ToolFields, type Tool } from '../tool.contract.ts'
import { toolWords } from './tool-words.ts'

interface Given {
  unitId: number
  tool: Tool | undefined
  onClose: () => void
}

/** One tool, new or changed. */
export function ToolSide({ unitId, tool, onClose }: Given) {
  const t = useWords(toolWords)
  const save = useAct(toolApi.save, { done: (_, { body }) => t('saved', body), then: onClose })
  return (
    <Side title={tool ? t('editOf', tool) : t('add')} open onClose={onClose}>
      <EntryForm
        schema={ToolFields}
        first={tool ?? { isOpen: true }}
        onSend={(fields) => save.mutate({ params: { unitId }, body: { ...fields, ...(tool && { toolId: tool.id }) } })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="address" label={t('address')} hint={t('addressHint')}>
          <Input placeholder="https://" maxLength={500} />
        </Field>
        <Field name="loginAddress" label={t('loginAddress')} hint={t('loginAddressHint')}>
          <Input placeholder="https://" maxLength={500} />
        </Field>
        <Field name="redirects" label={t('redirects')} hint={t('redirectsHint')}>
          <Select mode="tags" open={false} tokenSeparators={[' ', '，', ',']} />
        </Field>
        <Field name="isOpen" label={t('isOpen')} hint={t('isOpenHint')} valueProp="checked">
          <Switch />
        </Field>
      </EntryForm>
    </Side>
  )
}
