import { lazy, Suspense } from 'react'
import { useAddress } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useIsAtLeast, useNarrow } from '#ui/use-narrow.ts'
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
  const isNarrow = useNarrow()
  const isPinning = useIsAtLeast(1000)
  const isGrid = !isNarrow && way !== 'list'
  const to = (other: string | undefined) =>
    places.corrections(unitId, state.importId, { sheet: sheet.sheet, way: other })
  return (
    <>
      {!isNarrow && (
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
