import { useState, type FormEvent } from 'react'
import { ask } from '#phone/ask.ts'
import { Field, Press, Wrong } from '#phone/pieces.tsx'
import { useDeed } from '#phone/use-ask.ts'
import type { sessionApi } from '../session.contract.ts'

const textOf = (event: FormEvent<HTMLFormElement>, name: string): string =>
  new FormData(event.currentTarget).get(name) as string

/** Signs in where one stands: whoever scanned a code comes back to it. */
export function SignIn({ why, onIn }: { why: string; onIn: () => void }) {
  const [owes, setOwes] = useState(false)
  const signIn = useDeed(async (login: string, password: string) => {
    const answer = await ask<typeof sessionApi.signIn>('POST /api/session', { body: { login, password } })
    if ('owes' in answer) setOwes(true)
    else onIn()
  })
  const second = useDeed(async (code: string) => {
    await ask<typeof sessionApi.sendCode>('POST /api/session/code', { body: { code } })
    onIn()
  })
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (owes) second.run(textOf(event, 'code'))
    else signIn.run(textOf(event, 'login'), textOf(event, 'password'))
  }
  return (
    <main className="m-page">
      <h1>登录</h1>
      <p className="quiet">{why}</p>
      <form className="m-part" onSubmit={onSubmit}>
        {owes ? (
          <Field key="code" label="验证码" name="code" inputMode="numeric" autoComplete="one-time-code" required autoFocus hint="手机验证器上的 6 位数字，或一个备用码。" /> // prettier-ignore
        ) : (
          <>
            <Field
              label="账号"
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
            />
            <Field label="密码" name="password" type="password" autoComplete="current-password" required />
          </>
        )}
        <Wrong error={owes ? second.error : signIn.error} />
        <Press submit busy={signIn.isBusy || second.isBusy}>
          登录
        </Press>
      </form>
      <a className="m-link" href={`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`}>
        用其他方式登录
      </a>
    </main>
  )
}
