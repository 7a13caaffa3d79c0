import type { AfterEditEvent } from '@revolist/react-datagrid'
import type { RefusedRow, RefusedSheet } from '../correction.contract.ts'
import { stateOf } from '../correction.rules.ts'

/** A row as the grid holds it: its id, its number, and the cells by their titles. */
export type GridRow = { id: string; row: number } & Record<string, string | number>

/** Titles of columns are Chinese words: none of them is 'id' or 'row'. */
export const gridRows = (rows: readonly RefusedRow[]): GridRow[] =>
  rows.map(({ id, row, cells, edits }) => ({ ...cells, ...edits, id, row }))

interface Block {
  data: Record<number, Record<string, unknown>>
  models: Record<number, GridRow>
}

/** The cells that the grid says were changed: one, or a block that was pasted, filled down or cleared. */
export function editedCells(detail: AfterEditEvent): [id: string, column: string, text: string][] {
  if ('models' in detail) {
    const { data, models } = detail as unknown as Block
    return Object.entries(data).flatMap(([at, cells]) =>
      Object.entries(cells).map(([column, text]): [string, string, string] => [
        models[Number(at)]!.id,
        column,
        asText(text),
      ]),
    )
  }
  const { model, prop, val } = detail as unknown as { model: GridRow; prop: string; val?: unknown }
  return [[model.id, prop, asText(val)]]
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/** A sheet as the grid lays it out: the first `pinned` of its columns stay in sight, the others follow as in the file. */
export type LaidOut = RefusedSheet & { pinned: number }

/** More than these would leave too little of the grid to the cells themselves. */
const MOST_PINNED = 2

export function laidOut(sheet: RefusedSheet, isPinning: boolean): LaidOut {
  const pinned = isPinning ? sheet.columns.filter(({ tellsWhose }) => tellsWhose).slice(0, MOST_PINNED) : []
  const rest = sheet.columns.filter((column) => !pinned.includes(column))
  return { ...sheet, columns: [...pinned, ...rest], pinned: pinned.length }
}

/**
 * What of a block pasted at a pinned column goes on behind it: the grid keeps a block among the pinned ones. Each with
 * the place that it goes to.
 */
export function spilled(
  block: readonly (readonly string[])[],
  at: Place,
  { columns, pinned }: LaidOut,
): (Place & { text: string })[] {
  const first = columns.findIndex(({ title }) => title === at.column)
  if (first < 0 || first >= pinned) return []
  return block.flatMap((texts, y) =>
    texts.flatMap((text, x) => {
      const column = columns[first + x]?.title
      return first + x < pinned || column === undefined ? [] : [{ at: at.at + y, column, text: text.trim() }]
    }),
  )
}

export interface Place {
  at: number
  column: string
}

/**
 * The next cell that is wrong, in reading order: after the one that was come to last, or, where the person has gone
 * elsewhere since, from the start of the chosen row on, so that none is passed over. Undefined: there is none below.
 */
export function nextWrong(
  rows: readonly RefusedRow[],
  { columns }: RefusedSheet,
  chosen: Place | undefined,
  cameTo: Place | undefined,
): Place | undefined {
  const same = (a: Place | undefined, b: Place) => a?.at === b.at && a.column === b.column
  const place = ({ at, column }: Place) => at * columns.length + columns.findIndex(({ title }) => title === column)
  const wrong = rows.flatMap((row, at) =>
    row.dropped
      ? []
      : columns.filter(({ title }) => stateOf(row, title) === 'wrong').map(({ title }) => ({ at, column: title })),
  )
  if (!chosen) return wrong[0]
  if (same(cameTo, chosen)) return wrong.find((one) => place(one) > place(chosen))
  return wrong.find((one) => one.at >= chosen.at && !same(chosen, one))
}

/** The next sheet on which something is still to be mended, from the first again; undefined where there is no other. */
export function sheetAfter<S extends Pick<RefusedSheet, 'sheet' | 'open'>>(
  sheets: readonly S[],
  { sheet }: Pick<RefusedSheet, 'sheet'>,
): S | undefined {
  const at = sheets.findIndex((one) => one.sheet === sheet)
  return [...sheets.slice(at + 1), ...sheets.slice(0, Math.max(0, at))].find(({ open }) => open > 0)
}
