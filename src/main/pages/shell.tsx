import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { Bell } from '#modules/workbench/web/index.ts'
import { asQuery } from '#ui/api.ts'
import { Sign } from '#ui/formation.tsx'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { ToldLine } from '#ui/told.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { ClusterMenu } from './cluster-menu.tsx'
import { shellWords } from './shell-words.ts'

/** The frame around every page: the sign, the cluster at hand with its menu, the account. */
export function Shell() {
  const t = useWords(uiWords)
  const w = useWords(shellWords)
  const { data: me } = useSuspenseQuery(asQuery(sessionApi.me, {}))
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(pathname)
  useEffect(() => {
    if (first.current === pathname) return
    first.current = ''
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="top">
        <Go to={places.home} className="brand" aria-label={w('home')}>
          <Sign width={38} birds={5} tight />
          <span>{t('product')}</span>
        </Go>
        <ClusterMenu />
        <Go to={places.home} className="to-day" current="by-path">
          {w('today')}
        </Go>
        <Bell />
        <Go to={places.account} className="me" title={w('account')}>
          {me.name}
        </Go>
      </header>
      {me.mustChangePassword && pathname !== '/account' && (
        <p className="reminder" role="status">
          {w('mustChange')} <Go to={places.account}>{w('change')}</Go>
        </p>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <ToldLine />
    </div>
  )
}
