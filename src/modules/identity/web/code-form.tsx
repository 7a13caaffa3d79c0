import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { call } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { sessionApi, type Me } from '../session.contract.ts'
import { enteringWords } from './entering-words.ts'

/** The second step of signing in. */
export function CodeForm({ onIn, onBack }: { onIn: (me: Me) => void; onBack: () => void }) {
  const t = useWords(enteringWords)
  const send = useMutation({
    mutationFn: (body: { code: string }) => call(sessionApi.sendCode, { body }),
    onSuccess: onIn,
  })
  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={(body) => send.mutate(body)}>
      <h2 className="section-head">{t('codeTitle')}</h2>
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHint')}
        rules={[{ required: true, message: t('codeMissing') }]}
      >
        <Input autoFocus autoComplete="one-time-code" spellCheck={false} autoCapitalize="none" maxLength={20} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={send.isPending}>
        {t('codeSend')}
      </Button>
      <ProblemNote error={send.error} />
      <p className="quiet">{t('lost')}</p>
      <p>
        <Button type="link" onClick={onBack}>
          {t('backToPassword')}
        </Button>
      </p>
    </Form>
  )
}
