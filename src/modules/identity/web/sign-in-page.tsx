import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useAddress } from '#ui/address.ts'
import { asQuery, call } from '#ui/api.ts'
import { Sign } from '#ui/formation.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { sessionApi } from '../session.contract.ts'
import './identity.css'
import { identityWords } from './words.ts'

/** Only a path of this site; a foreign address in the link would lead people away. */
const safe = (from: string | undefined) => (from && /^\/(?![/\\])/.test(from) ? from : '/')

export default function SignInPage() {
  const t = useWords(identityWords)
  const product = useWords(uiWords)('product')
  const [{ from }] = useAddress()
  const router = useRouter()
  const queries = useQueryClient()
  const [capsLock, setCapsLock] = useState(false)
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(sessionApi.signIn, { body }),
    onSuccess: (me) => {
      queries.clear()
      queries.setQueryData(asQuery(sessionApi.me, {}).queryKey, me)
      router.history.push(safe(from))
    },
  })
  useEffect(() => {
    document.title = `${t('signIn')}｜${product}`
  })
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <main className="sign-in">
      <header>
        <Sign width={168} birds={9} />
        <h1>{product}</h1>
        <p>{t('promise')}</p>
      </header>
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
        <p className="quiet">{t('forgotten')}</p>
      </Form>
    </main>
  )
}
