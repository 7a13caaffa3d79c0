import { Form, Input, Radio } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { botNames, Code, NewBot, NewMail, wayApi } from '../way.contract.ts'
import { wayWords } from './way-words.ts'

export function MailForm({ onAdded, onCancel }: { onAdded: (channelId: string) => void; onCancel: () => void }) {
  const t = useWords(wayWords)
  const add = useAct(wayApi.addMail, { done: () => t('codeSent'), then: ({ id }) => onAdded(id) })
  return (
    <EntryForm
      schema={NewMail}
      first={{}}
      onSend={(body) => add.mutate({ body })}
      sending={add.isPending}
      error={add.error}
      act={t('add')}
      onCancel={onCancel}
    >
      <Field name="address" label={t('mailAddress')} hint={t('mailHint')}>
        <Input inputMode="email" autoComplete="email" />
      </Field>
    </EntryForm>
  )
}

export function CodeForm({ channelId, onDone }: { channelId: string; onDone: () => void }) {
  const t = useWords(wayWords)
  const confirm = useAct(wayApi.confirm, { done: () => t('confirmDone'), then: onDone })
  return (
    <EntryForm
      schema={Code}
      first={{}}
      onSend={(body) => confirm.mutate({ params: { channelId }, body })}
      sending={confirm.isPending}
      error={confirm.error}
      act={t('confirm')}
      onCancel={onDone}
    >
      <Field name="code" label={t('code')} hint={t('codeSent')}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Field>
    </EntryForm>
  )
}

export function BotForm({ onDone }: { onDone: () => void }) {
  const t = useWords(wayWords)
  const [form] = Form.useForm()
  const bot = Form.useWatch('bot', form) as string | undefined
  const add = useAct(wayApi.addBot, { done: () => t('added'), then: onDone })
  return (
    <EntryForm
      form={form}
      schema={NewBot}
      first={{ bot: 'wecom' }}
      onSend={(body) => add.mutate({ body })}
      sending={add.isPending}
      error={add.error}
      act={t('add')}
      onCancel={onDone}
    >
      <Field name="bot" label={t('botKind')}>
        <Radio.Group options={botNames.map((value) => ({ value, label: t(value) }))} />
      </Field>
      <Field name="address" label={t('botAddress')} hint={t('botHint')}>
        <Input autoComplete="off" />
      </Field>
      {bot === 'dingtalk' && (
        <Field name="secret" label={t('secret')} hint={t('secretHint')}>
          <Input.Password autoComplete="off" />
        </Field>
      )}
    </EntryForm>
  )
}
