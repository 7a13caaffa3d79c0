import type { z } from 'zod'
import type { Received } from '#ui/api.ts'
import { moved } from '#ui/number.ts'
import type { Point } from '#ui/trend.tsx'
import type { Figure, figureApi, FigureTable, RuleVerdict } from '../figure.contract.ts'

export type Overview = Received<typeof figureApi.overview>
export type TableOfBook = z.infer<typeof FigureTable>
export type TableColumn = TableOfBook['columns'][number]
export type Verdict = RuleVerdict & { figure: Figure }

/** The figures of an overview, by code and year. */
export class FigureShelf {
  readonly years: readonly number[]
  readonly codes: readonly string[]
  readonly #byKey: ReadonlyMap<string, Figure>

  constructor(overview: Pick<Overview, 'years' | 'figures'>) {
    this.years = [...overview.years].sort((a, b) => a - b)
    this.codes = [...new Set(overview.figures.map(({ code }) => code))]
    this.#byKey = new Map(overview.figures.map((figure) => [`${figure.code} ${figure.year}`, figure]))
  }

  find(code: string, year: number): Figure | undefined {
    return this.#byKey.get(`${code} ${year}`)
  }

  ofYear(year: number): Figure[] {
    return this.codes.flatMap((code) => this.find(code, year) ?? [])
  }

  /** The value of a figure, or of one of its parts, over the years. */
  series(code: string, part?: string): Point[] {
    return this.years.map((year) => ({ year, value: valueOf(this.find(code, year), part) }))
  }

  change(code: string, year: number, part?: string): number | null {
    return moved(valueOf(this.find(code, year - 1), part), valueOf(this.find(code, year), part))
  }
}

export function valueOf(figure: Figure | undefined, part?: string): number | null {
  if (!figure) return null
  return part === undefined ? figure.value : (figure.parts?.[part] ?? null)
}

/** What applies in a year, rule by rule. */
export const verdictsOf = (figures: readonly Figure[]): Verdict[] =>
  figures.flatMap((figure) => figure.rules.map((rule) => ({ ...rule, figure })))

const urgency = { missed: 0, 'no-data': 1, met: 2 } as const
export const byUrgency = (a: { status: keyof typeof urgency }, b: { status: keyof typeof urgency }) =>
  urgency[a.status] - urgency[b.status]

/** The figures that documents speak of, with a value: those missed first, shares before counts; other shares fill the row. */
export function keyFigures(figures: readonly Figure[], atMost: number): Figure[] {
  const worst = (figure: Figure) => Math.min(3, ...figure.rules.map(({ status }) => urgency[status]))
  const known = figures.filter(({ value }) => value !== null)
  const spoken = known
    .filter(({ rules, ahead }) => rules.length + ahead.length > 0)
    .sort((a, b) => worst(a) - worst(b) || Number(b.unit === '%') - Number(a.unit === '%'))
  const others = known.filter((figure) => figure.unit === '%' && !spoken.includes(figure))
  return [...spoken, ...others].slice(0, atMost)
}

/** The column whose trend stands beside a table: its first share, or else the one with the largest numbers. */
export function leadingColumn(table: TableOfBook, shelf: FigureShelf, year: number): TableColumn | undefined {
  const shares = table.columns.filter(({ code, part }) => part === undefined && shelf.find(code, year)?.unit === '%')
  const size = ({ code, part }: TableColumn) => valueOf(shelf.find(code, year), part) ?? -1
  return shares[0] ?? [...table.columns].sort((a, b) => size(b) - size(a))[0]
}

/** How far a value is on its way to '≥ 10' or '3–5', 0 to 1; null where it cannot be told. */
export function shareOfWay(value: number | null, target: string): number | null {
  const bar = Number(/[\d.]+/.exec(target)?.[0])
  if (value === null || !bar) return null
  return Math.min(1, value / bar)
}
