import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useId, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import type { Screen } from '#ui/screen.ts'
import { useWords } from '#ui/words.ts'
import { screens } from '../screens.ts'
import { shellWords } from './shell-words.ts'

type Entry = NonNullable<Screen['menu']> & { path: string }

const menu: Entry[] = screens
  .flatMap((screen) => (screen.menu ? [{ ...screen.menu, path: screen.path }] : []))
  .sort((a, b) => a.order - b.order)

/** The cluster that the page is about, or the last one it was about, so that the menu stays while one looks at a teacher. */
function useClusterAtHand() {
  const { unitId } = useParams({ strict: false }) as { unitId?: string }
  const { pathname } = useLocation()
  const isAmongMany = pathname === '/clusters'
  const last = Number(sessionStorage.getItem('cluster')) || undefined
  const only = useOnlyCluster(pathname === '/' || last === undefined)
  const here = useUnit(unitId === undefined ? undefined : Number(unitId))
  const isCluster = here?.kind === 'cluster' || here?.kind === 'group'
  const before = useUnit(isCluster || isAmongMany ? undefined : pathname === '/' ? only : (last ?? only))
  useEffect(() => {
    if (isCluster) sessionStorage.setItem('cluster', String(here.id))
  }, [isCluster, here])
  return isCluster ? here : before
}

/** Who has one cluster has its menu from the start; who has several chooses first. */
function useOnlyCluster(isAsked: boolean): number | undefined {
  const { data } = useQuery({ ...asQuery(unitApi.clusters, {}), enabled: isAsked })
  return data?.clusters.length === 1 ? data.clusters[0]!.id : undefined
}

const useUnit = (unitId: number | undefined) =>
  useQuery({ ...asQuery(unitApi.read, { params: { unitId: unitId ?? 0 } }), enabled: unitId !== undefined }).data

/** The cluster at hand and what can be looked at there. */
export function ClusterMenu() {
  const w = useWords(shellWords)
  const unit = useClusterAtHand()
  const { data: me } = useQuery(asQuery(sessionApi.me, {}))
  if (!unit) return <div className="menu" />
  const entries = menu.filter(({ verb }) => (unit.can as string[]).includes(verb))
  const hasMany = me?.grants.some(({ unitKind }) => unitKind === 'city' || unitKind === 'district') ?? false
  return (
    <div className="menu">
      <Go
        to={hasMany ? places.clusters : places.cluster(unit.id)}
        className="cluster-name"
        title={hasMany ? w('all') : unit.name}
      >
        {unit.shortName || unit.name}
      </Go>
      <Entries key={`${unit.id} ${entries.length}`} entries={entries} unitId={unit.id} />
    </div>
  )
}

function Entries({ entries, unitId }: { entries: Entry[]; unitId: number }) {
  const w = useWords(shellWords)
  const bar = useRef<HTMLElement>(null)
  const fit = useFit(bar, entries.length)
  return (
    <nav aria-label={w('menu')} ref={bar}>
      {entries.slice(0, fit).map((entry) => (
        <MenuEntry key={entry.path} entry={entry} unitId={unitId} />
      ))}
      {fit < entries.length && <MoreEntries entries={entries.slice(fit)} unitId={unitId} />}
    </nav>
  )
}

const MORE_WIDTH = 72
/** On a phone the entries share the width; narrower than a thumb they must not be. */
const THUMB_WIDTH = 70

/** How many entries have room. Measured once with all of them drawn, before anything is painted. */
function useFit(bar: RefObject<HTMLElement | null>, count: number): number {
  const [fit, setFit] = useState(count)
  const widths = useRef<number[]>([])
  useLayoutEffect(() => {
    const element = bar.current
    if (!element) return
    widths.current = [...element.children].slice(0, count).map((child) => child.getBoundingClientRect().width)
    const measure = () => setFit(howManyFit(element, widths.current))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [bar, count])
  return fit
}

function howManyFit(bar: HTMLElement, widths: readonly number[]): number {
  const isPhone = getComputedStyle(bar).position === 'fixed'
  const room = bar.clientWidth
  const needed = isPhone ? widths.map(() => THUMB_WIDTH) : widths
  const total = needed.reduce((sum, width) => sum + width, 0)
  if (total <= room) return widths.length
  let used = MORE_WIDTH
  let fit = 0
  while (fit < needed.length && used + needed[fit]! <= room) used += needed[fit++]!
  return fit
}

function MenuEntry({ entry, unitId }: { entry: Entry; unitId: number }) {
  const t = useWords(entry.words)
  return (
    <Go to={{ to: entry.path, params: { unitId: String(unitId) } }} current="by-path">
      {t('menu')}
    </Go>
  )
}

/** The entries that have no room: they unfold under a button, and fold on Escape, a choice, or a press elsewhere. */
function MoreEntries({ entries, unitId }: { entries: Entry[]; unitId: number }) {
  const w = useWords(shellWords)
  const id = useId()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const isHere = entries.some(({ path }) => path.replace('$unitId', String(unitId)) === pathname)
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!isOpen) return
    const onPress = (event: PointerEvent) => !box.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen])
  const onKey = (key: string) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  return (
    <div className="more-entries" ref={box} onKeyDown={(event) => onKey(event.key)}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        {...(isHere && { 'data-here': true })}
        onClick={() => setOpen(!isOpen)}
      >
        {w('more')}
      </button>
      <div id={id} hidden={!isOpen}>
        {entries.map((entry) => (
          <MenuEntry key={entry.path} entry={entry} unitId={unitId} />
        ))}
      </div>
    </div>
  )
}
