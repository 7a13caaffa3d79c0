import { RevoGrid } from '@revolist/react-datagrid'
import type { ColumnRegular } from '@revolist/revogrid'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '#ui/words.ts'
import { stateOf } from '../correction.rules.ts'
import type { RefusedSheet } from '../correction.contract.ts'
import { CellInput, type CellInputHandle } from './cell-input.tsx'
import type { Mended } from './correction-ways.tsx'
import { CorrectionFocus } from './correction-focus.tsx'
import { correctionWords } from './correction-words.ts'
import type { Drafts } from './drafts.ts'
import { editedCells, gridRows, nextWrong, type GridRow } from './grid-rows.ts'
import { choiceEditor } from './choice-editor.ts'

/** Which cell is chosen: the row's place in the grid and the column's title. */
export interface Chosen {
  at: number
  id: string
  column: string
}

type Grid = HTMLRevoGridElement

/** All cells of the refused rows, drawn only as far as they are in sight. */
export default function CorrectionGrid({ sheet, drafts }: Mended) {
  const t = useWords(correctionWords)
  const grid = useRef<Grid>(null)
  const input = useRef<CellInputHandle>(null)
  const [chosen, setChosen] = useState<Chosen>()
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
      await grid.current?.scrollToColumnIndex(Math.max(0, x - 1))
      await grid.current?.setCellsFocus({ x, y: at }, { x, y: at }, 'rgCol', 'rgRow')
    },
    [sheet],
  )
  const typeInto = (text: string) => {
    if (!chosen) return
    drafts.type(chosen.id, chosen.column, text)
    redraw()
  }
  useEffect(() => void grid.current?.refresh('all'), [drafts.version])
  useEffect(() => {
    const element = grid.current
    const look = (event: Event) => {
      const { original } = (event as CustomEvent<{ original: KeyboardEvent }>).detail
      if (!input.current?.leaves(original)) event.preventDefault()
    }
    element?.addEventListener('beforekeydown', look)
    return () => element?.removeEventListener('beforekeydown', look)
  }, [])
  return (
    <section className="correction-grid-way" aria-label={t('gridLabel', { sheet: sheet.sheet })}>
      <p className="quiet">{t('hint')}</p>
      <div className="correction-grid">
        <RevoGrid
          ref={grid}
          theme="compact"
          range
          resize
          hideAttribution
          columns={columns}
          source={source}
          editors={editors}
          onAfterfocus={({ detail }) => {
            const row = detail.model as GridRow | undefined
            const column = String(detail.column?.prop ?? '')
            if (!row || detail.colType !== 'rgCol') return
            setChosen({ at: detail.rowIndex, id: row.id, column })
            input.current?.await()
          }}
          onAfteredit={({ detail }) => {
            for (const [id, column, text] of editedCells(detail)) drafts.type(id, column, text)
          }}
        />
        <CellInput ref={input} grid={grid} chosen={chosen} sheet={sheet} onText={typeInto} />
      </div>
      <CorrectionFocus
        sheet={sheet}
        drafts={drafts}
        chosen={chosen}
        onChanged={redraw}
        onNext={() => {
          const next = nextWrong(drafts.rows, sheet, chosen)
          if (next) void go(next.at, next.column)
        }}
      />
    </section>
  )
}

const widthOf = (title: string) => Math.min(220, Math.max(96, title.length * 18 + 28))

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
    size: widthOf(column.title),
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
