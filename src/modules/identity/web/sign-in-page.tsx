import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useAddress } from '#ui/address.ts'
import { asQuery, call } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { outsideApi } from '../outside.contract.ts'
import { sessionApi, type SignedIn } from '../session.contract.ts'
import { CodeForm } from './code-form.tsx'
import { useEntering } from './entering.ts'
import { OpenFrame } from './open-frame.tsx'
import { OutsideButton } from './outside-button.tsx'
import { identityWords } from './words.ts'

export default function SignInPage() {
  const t = useWords(identityWords)
  const [{ from, step }, go] = useAddress()
  const enter = useEntering()
  const [owes, setOwes] = useState(step === 'code')
  const back = () => {
    setOwes(false)
    go({ step: undefined }, 'replace')
  }
  const onAnswer = (answer: SignedIn) => ('owes' in answer ? setOwes(true) : enter(answer, from))
  return (
    <OpenFrame title={t('signIn')} lead={t('promise')}>
      {owes ? <CodeForm onIn={(me) => enter(me, from)} onBack={back} /> : <PasswordStep onAnswer={onAnswer} />}
    </OpenFrame>
  )
}

function PasswordStep({ onAnswer }: { onAnswer: (answer: SignedIn) => void }) {
  const t = useWords(identityWords)
  const [capsLock, setCapsLock] = useState(false)
  const { data: outside } = useQuery(asQuery(outsideApi.read, {}))
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(sessionApi.signIn, { body }),
    onSuccess: onAnswer,
  })
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(body) => signIn.mutate(body)}
      validateTrigger="onBlur"
    >
      <Form.Item
        name="login"
        label={t('login')}
        rules={[{ required: true, message: t('loginMissing'), validateTrigger: 'onSubmit' }]}
      >
        <Input autoComplete="username" autoCapitalize="none" autoFocus spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('passwordMissing'), validateTrigger: 'onSubmit' }]}
        {...(capsLock && { extra: t('capsLock') })}
      >
        <Input.Password autoComplete="current-password" visibilityToggle={false} onKeyUp={watch} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn')}
      </Button>
      <ProblemNote error={signIn.error} />
      {outside?.name && (
        <div className="outside">
          <OutsideButton start={{ purpose: 'sign-in' }}>{outside.name}</OutsideButton>
        </div>
      )}
      <p className="quiet">{t('forgotten')}</p>
    </Form>
  )
}
