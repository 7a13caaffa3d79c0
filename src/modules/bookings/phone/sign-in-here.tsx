import { Press } from '#phone/pieces.tsx'
import { useSignIn } from '#phone/screen.ts'

/** A page that is open to visitors, and yet asks who comes. */
export function SignInHere({ why }: { why: string }) {
  const signIn = useSignIn()
  return (
    <>
      <h1>签到</h1>
      <p>{why}</p>
      <Press onPress={signIn}>登录</Press>
      <p className="quiet m-small">没有账号的，请向预约的老师要签到链接，打开一次后再扫现场的码。</p>
    </>
  )
}
