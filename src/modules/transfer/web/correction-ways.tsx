import { lazy, Suspense, useCallback, useMemo, useSyncExternalStore } from 'react'
import { useAddress } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { Corrections, RefusedSheet } from '../correction.contract.ts'
import { choicesOf } from './choices.ts'
import { CorrectionList } from './correction-list.tsx'
import { correctionWords } from './correction-words.ts'
import type { Drafts } from './drafts.ts'

export interface Mended {
  state: Corrections
  sheet: RefusedSheet
  drafts: Drafts
}

const CorrectionGrid = lazy(() => import('./correction-grid.tsx'))

/** The same rows as a grid or as a list; a phone has the list. */
export function CorrectionWays(given: Mended & { unitId: number }) {
  const { state, sheet, unitId } = given
  const t = useWords(correctionWords)
  const [{ way }] = useAddress()
  const isWide = useIsAtLeast(721)
  const isPinning = useIsAtLeast(1000)
  const isGrid = isWide && way !== 'list'
  const to = (other: string | undefined) =>
    places.corrections(unitId, state.importId, { sheet: sheet.sheet, way: other })
  return (
    <>
      {isWide && (
        <nav className="correction-ways" aria-label={t('ways')}>
          <Go to={to(undefined)} current={isGrid} keepScroll>
            {t('grid')}
          </Go>
          <Go to={to('list')} current={!isGrid} keepScroll>
            {t('list')}
          </Go>
        </nav>
      )}
      <Choices {...given} />
      {isGrid ? (
        <Suspense fallback={<div className="correction-grid" />}>
          <CorrectionGrid {...given} isPinning={isPinning} />
        </Suspense>
      ) : (
        <CorrectionList {...given} />
      )}
    </>
  )
}

/** Whether the window is so many pixels wide. */
function useIsAtLeast(width: number): boolean {
  const query = useMemo(() => matchMedia(`(min-width: ${width}px)`), [width])
  const listen = useCallback(
    (listener: () => void) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(listen, () => query.matches)
}

/** What may stand in the cells of a column, for the browser's own lists. */
function Choices({ state, sheet }: Mended) {
  return sheet.columns.map(
    (column) =>
      choicesOf(column) && (
        <datalist key={column.title} id={choicesOf(column)}>
          {(column.school ? state.schools : column.oneOf).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ),
  )
}
