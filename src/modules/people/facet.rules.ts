import { backboneLevels, stages, subjectLeaderLevels, titles } from './teacher.rules.ts'

/** What the register is told apart by. */
export const facets = ['school', 'stage', 'subject', 'title', 'backbone', 'leader', 'eligible'] as const
export type Facet = (typeof facets)[number]

/** In an address: nothing is on file. */
export const NONE = 'none'
/** In an address: anything is on file. */
export const ANY = 'yes'

/** The order in which the values of a facet are told; others by their own order, what is empty last. */
const orders: Partial<Record<Facet, readonly string[]>> = {
  stage: stages,
  title: titles,
  backbone: backboneLevels,
  leader: subjectLeaderLevels,
  eligible: ['yes', 'no'],
}

/** The values of a facet that occur, in the order in which they are told. */
export function inOrder(facet: Facet, values: Iterable<string>): string[] {
  const order = orders[facet] ?? []
  const at = (value: string) => (value === NONE ? 1000 : order.includes(value) ? order.indexOf(value) : 500)
  return [...new Set(values)].sort((a, b) => at(a) - at(b) || a.localeCompare(b, 'zh-CN', { numeric: true }))
}

export interface Cell {
  row: string
  column: string
  n: number
}

/** The cells of a cross table as rows of numbers, with the sums of rows, of columns and of all. */
export function crossOf(cells: readonly Cell[], rowFacet: Facet, columnFacet: Facet) {
  const rows = inOrder(
    rowFacet,
    cells.map(({ row }) => row),
  )
  const columns = inOrder(
    columnFacet,
    cells.map(({ column }) => column),
  )
  const sum = (of: readonly Cell[]) => of.reduce((total, { n }) => total + n, 0)
  return {
    columns,
    rows: rows.map((row) => {
      const own = cells.filter((cell) => cell.row === row)
      const counts = columns.map((column) => own.find((cell) => cell.column === column)?.n ?? 0)
      return { value: row, counts, total: sum(own) }
    }),
    totals: columns.map((column) => sum(cells.filter((cell) => cell.column === column))),
    total: sum(cells),
  }
}
