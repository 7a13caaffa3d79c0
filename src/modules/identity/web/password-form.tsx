import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { call } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { sessionApi } from '../session.contract.ts'
import { identityWords } from './words.ts'

interface Fields {
  current: string
  next: string
  again: string
}

/** Asks for the current and the new password; says under the field what is wrong when the field is left. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const t = useWords(identityWords)
  const [form] = Form.useForm<Fields>()
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) => call(sessionApi.changePassword, { body: { current, next } }),
    onSuccess: () => {
      form.resetFields()
      onChanged()
    },
  })
  const longEnough = async (_: unknown, text = '') => {
    if (text.length < 10) throw new Error(t('nextShort', { n: 10 - text.length }))
  }
  const same = async (_: unknown, text = '') => {
    if (text !== form.getFieldValue('next')) throw new Error(t('againDiffers'))
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={(fields: Fields) => change.mutate(fields)}
    >
      <Form.Item name="current" label={t('current')} rules={[{ required: true, message: t('currentMissing') }]}>
        <Input.Password autoComplete="current-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="next" label={t('next')} extra={t('nextRule')} rules={[{ validator: longEnough }]}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="again" label={t('again')} dependencies={['next']} rules={[{ validator: same }]}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('save')}
      </Button>
      <ProblemNote error={change.error} />
    </Form>
  )
}
