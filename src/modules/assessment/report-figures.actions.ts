import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { SectionScope } from '#platform/section.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { figuresOf, readStatistics, type Statistics } from './figure.actions.ts'
import type { Figure } from './figure.contract.ts'
import type { Line } from './report-words.rules.ts'

const SHOWN_YEARS = 3

/** The figures of a report: of its school year and the two before it, as far as anything is on record. */
export interface ReportFigures {
  statistics: Statistics
  years: readonly number[]
  /** The report's own year. */
  year: number
  figure(code: string, year: number): Figure | undefined
  ofYear(year: number): readonly Figure[]
}

/** What one transaction has read already: every section tells the same figures. */
const read = new WeakMap<Context['db'], Map<string, Promise<ReportFigures>>>()

export function readReportFigures(ctx: Context, scope: SectionScope): Promise<ReportFigures> {
  const known = read.get(ctx.db) ?? new Map<string, Promise<ReportFigures>>()
  read.set(ctx.db, known)
  const key = `${scope.unitId} ${scope.schoolYear}`
  const figures = known.get(key) ?? readAnew(ctx, scope)
  known.set(key, figures)
  return figures
}

async function readAnew(ctx: Context, { unitId, schoolYear }: SectionScope): Promise<ReportFigures> {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  if (!unit) throw new Error(`there is no unit ${unitId} to report about`)
  const asked = Array.from({ length: SHOWN_YEARS }, (_, index) => schoolYear - SHOWN_YEARS + 1 + index)
  const statistics = await readStatistics(ctx, unit, asked)
  const figures = figuresOf(statistics)
  return {
    statistics,
    year: schoolYear,
    years: asked.filter((year) => year === schoolYear || statistics.counted.byYear.has(year)),
    figure: (code, year) => figures.find((figure) => figure.code === code && figure.year === year),
    ofYear: (year) => figures.filter((figure) => figure.year === year),
  }
}

/** A figure, or a part of it, over the years of the report. */
export function lineOf({ years, year, figure }: ReportFigures, code: string, part?: string): Line {
  const { name = code, unit = '' } = figure(code, year) ?? {}
  const values = years.map((each) => {
    const found = figure(code, each)
    return (part === undefined ? found?.value : found?.parts?.[part]) ?? null
  })
  return { name: part ?? name, unit, values }
}

/** The value of a figure in the report's year. */
export const valueOf = ({ year, figure }: ReportFigures, code: string): number | null =>
  figure(code, year)?.value ?? null

export const yearNames = ({ years }: ReportFigures): string[] => years.map(schoolYearName)
