import { RevoGrid, type ColumnRegular, type FocusAfterRenderEvent } from '@revolist/react-datagrid'
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useAddress } from '#ui/address.ts'
import { useWords } from '#ui/words.ts'
import { stateOf } from '../correction.rules.ts'
import type { RefusedSheet } from '../correction.contract.ts'
import { CellInput, type CellInputHandle } from './cell-input.tsx'
import type { Mended } from './correction-ways.tsx'
import { CorrectionFocus } from './correction-focus.tsx'
import { correctionWords } from './correction-words.ts'
import type { Drafts } from './drafts.ts'
import { editedCells, gridRows, nextWrong, sheetAfter, type GridRow } from './grid-rows.ts'
import { choiceEditor } from './choice-editor.ts'

/** Which cell is chosen: the row's place in the grid and the column's title. */
export interface Chosen {
  at: number
  id: string
  column: string
}

type Grid = HTMLRevoGridElement

/** All cells of the refused rows, drawn only as far as they are in sight. */
export default function CorrectionGrid({ state, sheet, drafts }: Mended) {
  const t = useWords(correctionWords)
  const grid = useRef<Grid>(null)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<CellInputHandle>(null)
  const [chosen, setChosen] = useState<Chosen>()
  /** Where 下一处 led last. */
  const cameTo = useRef<{ at: number; column: string }>(undefined)
  const [, turn] = useAddress()
  const source = useMemo(() => gridRows(drafts.rows), [drafts])
  const columns = useMemo(() => gridColumns(sheet, drafts, t('row')), [sheet, drafts, t])
  const editors = useMemo(() => ({ choice: choiceEditor(sheet) }), [sheet])
  const redraw = useCallback(() => {
    for (const row of source) Object.assign(row, gridRows([drafts.row(row.id)!])[0])
    void grid.current?.refresh('all')
  }, [source, drafts])
  const go = useCallback(
    async (at: number, column: string) => {
      const x = sheet.columns.findIndex(({ title }) => title === column)
      await grid.current?.scrollToRow(Math.max(0, at - 4))
      if (!isInSight(box.current, columns, x)) await grid.current?.scrollToColumnIndex(Math.max(0, x - 1))
      await grid.current?.setCellsFocus({ x, y: at }, { x, y: at }, 'rgCol', 'rgRow')
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
    // The grid would turn to the cell's own element, where nothing can be typed.
    afterfocus: (event) => {
      event.preventDefault()
      const { model, column, rowIndex, colType } = event.detail as FocusAfterRenderEvent
      if (!model || !column || colType !== 'rgCol') return
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

/** Whether a column is to be seen without scrolling sideways; the first of `columns` is pinned. */
function isInSight(box: HTMLElement | null, columns: readonly ColumnRegular[], x: number): boolean {
  const scroller = box?.querySelector('revogr-viewport-scroll.rgCol')
  if (!scroller) return true
  const left = columns.slice(1, x + 1).reduce((sum, { size = 0 }) => sum + size, 0)
  const right = left + (columns[x + 1]?.size ?? 0)
  return left >= scroller.scrollLeft && right <= scroller.scrollLeft + scroller.clientWidth
}

/** As wide as the title and most of the writings need. */
function widthOf(title: string, drafts: Drafts): number {
  const lengths = drafts.rows.slice(0, 300).map(({ cells }) => (cells[title] ?? '').length)
  const most = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.95)] ?? 0
  return Math.min(260, Math.max(96, title.length * 16 + 44, most * 13 + 32))
}

function gridColumns(sheet: RefusedSheet, drafts: Drafts, rowTitle: string): ColumnRegular[] {
  const first: ColumnRegular = {
    prop: 'row',
    name: rowTitle,
    size: 72,
    readonly: true,
    pin: 'colPinStart',
    cellProperties: ({ model }) => ({
      class: drafts.row((model as GridRow).id)?.dropped ? 'dropped row-no' : 'row-no',
    }),
  }
  const rest = sheet.columns.map((column): ColumnRegular => ({
    prop: column.title,
    name: column.required ? `${column.title} *` : column.title,
    size: widthOf(column.title, drafts),
    editor: 'choice',
    cellProperties: ({ model }) => {
      const row = drafts.row((model as GridRow).id)
      if (!row) return {}
      const state = row.dropped ? 'dropped' : stateOf(row, column.title)
      return { class: state, ...(state === 'wrong' && { 'aria-invalid': 'true' }) }
    },
  }))
  return [first, ...rest]
}
