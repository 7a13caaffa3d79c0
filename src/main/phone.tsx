import { lazy, StrictMode, Suspense, useState, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from '#shared/problem.ts'
import { To, useAddress } from '#phone/address.tsx'
import { dropAll } from '#phone/kept.ts'
import { Press, Shown } from '#phone/pieces.tsx'
import { keepsVenues, MeContext, SignInContext, type PhoneMe } from '#phone/screen.ts'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import { pages as bookings } from '#modules/bookings/phone/index.ts'
import { pages as courses } from '#modules/courses/phone/index.ts'
import { pages as practice } from '#modules/practice/phone/index.ts'
import { pages as research } from '#modules/teaching-research/phone/index.ts'
import { readMe, SignIn, signOut } from '#modules/identity/phone/index.ts'
import '#ui/base.css'
import '#phone/phone.css'

const pages = new Map<string, { Page: ComponentType; open: boolean }>(
  [...bookings, ...courses, ...practice, ...research].map(({ path, load, open = false }) => [
    path,
    { Page: lazy(load), open },
  ]),
)

const tabs = [
  ['/', '今天'],
  ['/find', '找场地'],
  ['/mine', '我的预约'],
  ['/walks', '研学'],
  ['/research', '教研'],
] as const

function Phone() {
  const { page, visit } = useAddress()
  const asked = useAsked(readMe, [], 'me')
  const { data: me, error, again } = asked
  const one = pages.get(page) ?? pages.get('/')!
  const isVisitor = error instanceof Problem && error.status === 401
  const [isEntering, setEntering] = useState(false)
  const onIn = () => {
    setEntering(false)
    again()
  }
  if (isVisitor && (isEntering || !one.open)) return <SignIn why="登录后可以预约场地和签到。" onIn={onIn} />
  if (!me && !isVisitor) return <main className="m-page"><Shown asked={asked}>{() => null}</Shown></main> // prettier-ignore
  return (
    <MeContext value={me ?? null}>
      <SignInContext value={() => setEntering(true)}>
        <main className="m-page" id="main">
          <Suspense
            fallback={
              <div className="m-wait" role="status" aria-label="正在读取">
                <span className="bar" />
              </div>
            }
          >
            <one.Page key={`${page} ${visit}`} />
          </Suspense>
          {me && page === '/' && <Leave me={me} onOut={again} />}
        </main>
        {me && !one.open && <Tabs me={me} page={page} />}
      </SignInContext>
    </MeContext>
  )
}

function Tabs({ me, page }: { me: PhoneMe; page: string }) {
  const all = keepsVenues(me) ? [...tabs, ['/host', '本校场馆'] as const] : tabs
  return (
    <nav className="m-tabs" aria-label="页面">
      {all.map(([to, name]) => (
        <To key={to} to={to} current={page === to}>
          {name}
        </To>
      ))}
    </nav>
  )
}

function Leave({ me, onOut }: { me: PhoneMe; onOut: () => void }) {
  const leave = useDeed(async () => {
    await signOut()
    await dropAll()
    onOut()
  })
  return (
    <footer className="m-foot">
      <span className="quiet">{me.name}</span>
      <a href="/">电脑版</a>
      <Press kind="plain" onPress={leave.run} busy={leave.isBusy}>
        退出登录
      </Press>
    </footer>
  )
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/m/sw.js').catch(() => undefined) // prettier-ignore

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Phone />
  </StrictMode>,
)
