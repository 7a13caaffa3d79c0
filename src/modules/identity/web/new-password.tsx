import { Form, Input } from 'antd'
import { useWords } from '#ui/words.ts'
import { enteringWords } from './entering-words.ts'

/** A password that is chosen, written twice; inside a form. */
export function NewPassword() {
  const t = useWords(enteringWords)
  const form = Form.useFormInstance()
  const same = async (_: unknown, text = '') => {
    if (text !== form.getFieldValue('password')) throw new Error(t('againDiffers'))
  }
  return (
    <>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ min: 10, required: true, message: t('passwordHint') }]}
        extra={t('passwordHint')}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="again" label={t('again')} dependencies={['password']} rules={[{ validator: same }]}>
        <Input.Password autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
    </>
  )
}
