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

/** The next cell that is wrong, after the chosen one, and from the top again. */
export function nextWrong(
  rows: readonly RefusedRow[],
  { columns }: RefusedSheet,
  after: { at: number; column: string } | undefined,
): { at: number; column: string } | undefined {
  const place = ({ at, column }: { at: number; column: string }) =>
    at * columns.length + columns.findIndex(({ title }) => title === column)
  const wrong = rows.flatMap((row, at) =>
    row.dropped
      ? []
      : columns.filter(({ title }) => stateOf(row, title) === 'wrong').map(({ title }) => ({ at, column: title })),
  )
  const from = after ? place(after) : -1
  return wrong.find((one) => place(one) > from) ?? wrong[0]
}
