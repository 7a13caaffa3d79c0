import { RevoGrid, type FocusAfterRenderEvent } from '@revolist/react-datagrid'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useAddress } from '#ui/address.ts'
import { useWords } from '#ui/words.ts'
import { CellInput, type CellInputHandle } from './cell-input.tsx'
import type { Mended } from './correction-ways.tsx'
import { CorrectionFocus } from './correction-focus.tsx'
import { correctionWords } from './correction-words.ts'
import { gridColumns, isInSight, placeInGrid } from './grid-columns.ts'
import { editedCells, gridRows, laidOut, nextWrong, sheetAfter, spilled, type GridRow } from './grid-rows.ts'
import { choiceEditor } from './choice-editor.ts'

/** Which cell is chosen: the row's place in the grid and the column's title. */
export interface Chosen {
  at: number
  id: string
  column: string
}

type Grid = HTMLRevoGridElement

/** All cells of the refused rows, drawn only as far as they are in sight. */
export default function CorrectionGrid({ state, sheet: asInFile, drafts, isPinning }: Mended & { isPinning: boolean }) {
  const t = useWords(correctionWords)
  const grid = useRef<Grid>(null)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<CellInputHandle>(null)
  const [chosen, setChosen] = useState<Chosen>()
  /** Where 下一处 led last. */
  const cameTo = useRef<{ at: number; column: string }>(undefined)
  const [, turn] = useAddress()
  const sheet = useMemo(() => laidOut(asInFile, isPinning), [asInFile, isPinning])
  const source = useMemo(() => gridRows(drafts.rows), [drafts])
  const columns = useMemo(() => gridColumns(sheet, drafts, t('row')), [sheet, drafts, t])
  const editors = useMemo(() => ({ choice: choiceEditor(sheet) }), [sheet])
  const redraw = useCallback(() => {
    for (const row of source) Object.assign(row, gridRows([drafts.row(row.id)!])[0])
    void grid.current?.refresh('all')
  }, [source, drafts])
  const go = useCallback(
    async (at: number, column: string) => {
      const { x, among } = placeInGrid(sheet, column)
      await grid.current?.scrollToRow(Math.max(0, at - 4))
      if (among === 'rgCol' && !isInSight(box.current, columns, x))
        await grid.current?.scrollToColumnIndex(Math.max(0, x - 1))
      await grid.current?.setCellsFocus({ x, y: at }, { x, y: at }, among, 'rgRow')
      input.current?.take()
    },
    [sheet, columns],
  )
  const goOn = () => {
    const next = nextWrong(drafts.rows, sheet, chosen, cameTo.current)
    const other = next ? undefined : sheetAfter(state.sheets, sheet)
    if (other) return turn({ sheet: other.sheet })
    cameTo.current = next ?? nextWrong(drafts.rows, sheet, undefined, undefined)
    if (cameTo.current) void go(cameTo.current.at, cameTo.current.column)
  }
  const typeInto = (text: string) => {
    if (!chosen) return
    drafts.type(chosen.id, chosen.column, text)
    redraw()
  }
  const goOnPasting = (block: string[][]) => {
    const rest = chosen ? spilled(block, chosen, sheet) : []
    for (const { at, column, text } of rest) if (source[at]) drafts.type(source[at].id, column, text)
    if (rest.length > 0) redraw()
  }
  useEffect(() => void grid.current?.refresh('all'), [drafts.version])
  useGridEvents(box, {
    aftergridrender: () => {
      const scroller = box.current?.querySelector('revogr-viewport-scroll.rgCol')
      for (const [name, value] of Object.entries({ tabindex: '0', role: 'group', 'aria-label': sheet.sheet }))
        scroller?.setAttribute(name, value)
    },
    beforekeydown: (event) => {
      const { original } = event.detail as { original: KeyboardEvent }
      if (!input.current?.leaves(original)) event.preventDefault()
    },
    beforepasteapply: ({ detail }) => goOnPasting((detail as { parsed: string[][] }).parsed),
    // Nothing can be typed into the number of a row.
    beforecellfocus: (event) => {
      if ((event.detail as { prop?: unknown }).prop === 'row') event.preventDefault()
    },
    // The grid would turn to the cell's own element, where nothing can be typed.
    afterfocus: (event) => {
      event.preventDefault()
      const { model, column, rowIndex } = event.detail as FocusAfterRenderEvent
      if (!model || !column || column.prop === 'row') return
      setChosen({ at: rowIndex, id: (model as GridRow).id, column: String(column.prop) })
      input.current?.await()
    },
  })
  return (
    <section className="correction-grid-way" aria-label={t('gridLabel', { sheet: sheet.sheet })}>
      <p className="quiet">{t('hint')}</p>
      <div ref={box} className="correction-grid" onBlur={() => input.current?.await()}>
        <RevoGrid
          ref={grid}
          theme="compact"
          range
          resize
          hideAttribution
          accessible={false}
          filter={false}
          columns={columns}
          source={source}
          editors={editors}
          onAfteredit={({ detail }) => {
            for (const [id, column, text] of editedCells(detail)) drafts.type(id, column, text)
          }}
        />
        <CellInput ref={input} grid={grid} chosen={chosen} sheet={sheet} onText={typeInto} onEnter={goOn} />
      </div>
      <CorrectionFocus sheet={sheet} drafts={drafts} chosen={chosen} onChanged={redraw} onNext={goOn} />
    </section>
  )
}

type Heard = Record<string, (event: CustomEvent<unknown>) => void>

/** Hears the grid's own events on their way down to it, before the grid does. */
function useGridEvents(box: RefObject<HTMLElement | null>, heard: Heard): void {
  const latest = useRef(heard)
  useEffect(() => void (latest.current = heard))
  useEffect(() => {
    const element = box.current
    const hear = (event: Event) => latest.current[event.type]?.(event as CustomEvent<unknown>)
    const names = Object.keys(latest.current)
    for (const name of names) element?.addEventListener(name, hear, { capture: true })
    return () => {
      for (const name of names) element?.removeEventListener(name, hear, { capture: true })
    }
  }, [box])
}
