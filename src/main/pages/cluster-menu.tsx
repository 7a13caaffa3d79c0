import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import type { MenuPart } from '#ui/screen.ts'
import { useWords } from '#ui/words.ts'
import { screens } from '../screens.ts'
import { FoldedEntries, MenuEntry, type Entry } from './menu-entries.tsx'
import { shellWords } from './shell-words.ts'

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
  const items = gathered(entries)
  const fit = useFit(bar, items.length)
  return (
    <nav aria-label={w('menu')} ref={bar}>
      {items
        .slice(0, fit)
        .map((item) =>
          item.part ? (
            <FoldedEntries key={item.part} title={w(item.part)} entries={item.entries} unitId={unitId} />
          ) : (
            <MenuEntry key={item.entries[0]!.path} entry={item.entries[0]!} unitId={unitId} />
          ),
        )}
      {fit < items.length && (
        <FoldedEntries
          title={w('more')}
          entries={items.slice(fit).flatMap((item) => item.entries)}
          unitId={unitId}
          atEnd
        />
      )}
    </nav>
  )
}

interface Item {
  part: MenuPart | undefined
  entries: Entry[]
}

/** Entries of one part stand where its first one would; a part of one entry needs no unfolding. */
function gathered(entries: readonly Entry[]): Item[] {
  const items: Item[] = []
  for (const entry of entries) {
    const open = entry.under && items.find(({ part }) => part === entry.under)
    if (open) open.entries.push(entry)
    else items.push({ part: entry.under, entries: [entry] })
  }
  return items.map((item) => (item.entries.length > 1 ? item : { ...item, part: undefined }))
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
