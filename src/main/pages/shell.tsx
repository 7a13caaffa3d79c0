import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asQuery } from '#ui/api.ts'
import { Sign } from '#ui/formation.tsx'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import type { Screen } from '#ui/screen.ts'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { ToldLine } from '#ui/told.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { screens } from '../screens.ts'
import { shellWords } from './shell-words.ts'

const menu = screens
  .flatMap((screen) => (screen.menu ? [{ ...screen.menu, path: screen.path }] : []))
  .sort((a, b) => a.order - b.order)

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

/** The cluster that the page is about, or the last one it was about, so that the menu stays while one looks at a teacher. */
function useClusterAtHand() {
  const { unitId } = useParams({ strict: false }) as { unitId?: string }
  const home = useLocation().pathname === '/'
  const last = Number(sessionStorage.getItem('cluster')) || undefined
  const here = useUnit(unitId === undefined ? undefined : Number(unitId))
  const isCluster = here?.kind === 'cluster' || here?.kind === 'group'
  const before = useUnit(isCluster || home ? undefined : last)
  useEffect(() => {
    if (isCluster) sessionStorage.setItem('cluster', String(here.id))
  }, [isCluster, here])
  return isCluster ? here : before
}

const useUnit = (unitId: number | undefined) =>
  useQuery({ ...asQuery(unitApi.read, { params: { unitId: unitId ?? 0 } }), enabled: unitId !== undefined }).data

function ClusterMenu() {
  const w = useWords(shellWords)
  const unit = useClusterAtHand()
  if (!unit) return <div className="menu" />
  const entries = menu.filter(({ verb }) => (unit.can as string[]).includes(verb))
  return (
    <div className="menu">
      <Go to={places.home} className="cluster-name" title={w('all')}>
        {unit.shortName || unit.name}
      </Go>
      <nav aria-label={w('menu')}>
        {entries.map((entry) => (
          <MenuEntry key={entry.path} entry={entry} unitId={unit.id} />
        ))}
      </nav>
    </div>
  )
}

function MenuEntry({ entry, unitId }: { entry: NonNullable<Screen['menu']> & { path: string }; unitId: number }) {
  const t = useWords(entry.words)
  return (
    <Go to={{ to: entry.path, params: { unitId: String(unitId) } }} current="by-path">
      {t('menu')}
    </Go>
  )
}
