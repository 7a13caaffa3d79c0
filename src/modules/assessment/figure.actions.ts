import type { Reply } from '#shared/endpoint.ts'
import type { Indicator, PolicyPack } from '#shared/policy.ts'
import { verbsOn } from '#shared/access.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Measure } from '#platform/measure.ts'
import { policiesOf, type Policies } from '#platform/policies/book.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readCounted, readGroups, recentYears, type Counted } from './counted.actions.ts'
import { figureAccess } from './figure.access.ts'
import type { Figure, figureApi } from './figure.contract.ts'
import {
  amountsOf,
  countsOf,
  totalOf,
  type Amounts,
  type Catalogue,
  type Counter,
  type Counts,
} from './figure.rules.ts'
import type { GroupCounter } from './figure.sql.ts'
import { readPacks } from './own-goals.actions.ts'
import { verdictsOf } from './target.rules.ts'

const SHOWN_YEARS = 3
/** How many schools and campuses a unit counts in, told beside its name. */
const SCHOOLS = 'organizations.schools'
const CAMPUSES = 'organizations.campuses'

/** Everything that a unit's figures are worked out from. */
export interface Statistics {
  unit: UnitSubject
  policies: Policies
  /** What it is judged by: the documents, and the unit's own targets. */
  packs: readonly PolicyPack[]
  catalogue: Catalogue
  counted: Counted
  /** The school years shown, oldest first. */
  years: readonly number[]
}

/** Counts a unit; without years, the latest three of which anything is on record, or this year where nothing is. */
export async function readStatistics(ctx: Context, unit: UnitSubject, asked?: readonly number[]): Promise<Statistics> {
  const counted = await readCounted(ctx, unit, asked ?? recentYears(ctx.today))
  const latest = [...counted.byYear.keys()].slice(-SHOWN_YEARS)
  return statisticsOf(ctx, unit, counted, asked ?? (latest.length > 0 ? latest : [schoolYearOf(ctx.today)]))
}

async function statisticsOf(
  ctx: Context,
  unit: UnitSubject,
  counted: Counted,
  years: readonly number[],
): Promise<Statistics> {
  const policies = policiesOf(ctx.policies, unit.districtId)
  const packs = await readPacks(ctx, unit, policies.packs)
  return { unit, policies, packs, catalogue: catalogueOf(ctx, policies), counted, years }
}

const catalogueOf = (ctx: Context, { indicators }: Policies): Catalogue => ({
  indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
  measures: new Map(ctx.measures.map((measure) => [measure.name, measure])),
})

/** Every figure of the years shown, in the order of the catalogue. */
export const figuresOf = (statistics: Statistics): Figure[] =>
  statistics.years.flatMap((year) =>
    statistics.policies.indicators.map((indicator) => figureOf(statistics, indicator, year)),
  )

const noCounts: Counts = new Map()

function figureOf({ unit, packs, catalogue, counted }: Statistics, indicator: Indicator, year: number): Figure {
  const { code, name, dimension } = indicator
  const amounts = amountsOf(indicator, counted.byYear.get(year) ?? noCounts, catalogue)
  const oneMore = catalogue.measures.get(indicator.numerator ?? '')?.unit ?? indicator.unit
  const verdicts = verdictsOf({ indicator, amounts, unit: oneMore }, unit, year, packs)
  return { code, name, unit: indicator.unit, dimension, year, ...amounts, ...verdicts }
}

export async function readOverview(
  ctx: Context,
  unit: UnitSubject,
  asked?: readonly number[],
): Promise<Reply<typeof figureApi.overview>> {
  const statistics = await readStatistics(ctx, unit, asked)
  const { dimensions, tables } = statistics.policies
  return {
    unit: headOf(statistics),
    years: [...statistics.years],
    dimensions: [...dimensions],
    tables: tables.map((table) => ({ ...table, columns: [...table.columns] })),
    figures: figuresOf(statistics),
  }
}

export function headOf({ unit, years, counted, catalogue }: Statistics): Reply<typeof figureApi.overview>['unit'] {
  const { id, kind, name, districtId, districtName, stageScope, sample } = unit
  const total = (year: number, measure: string) =>
    totalOf(counted.byYear.get(year) ?? noCounts, catalogue.measures.get(measure))
  const schools = years.map((year) => ({
    year,
    schools: counted.members.get(year) ?? total(year, SCHOOLS) ?? 0,
    campuses: total(year, CAMPUSES),
  }))
  return { id, kind, name, districtId, districtName, stageScope, sample, schools }
}

/** An indicator that is shown for a unit, with the measures of its two sides. */
export interface FoundIndicator {
  indicator: Indicator
  numerator: Measure | undefined
  denominator: Measure | undefined
}

export function findIndicator(ctx: Context, unit: UnitSubject, code: string): FoundIndicator | undefined {
  const indicator = policiesOf(ctx.policies, unit.districtId).indicators.find((one) => one.code === code)
  const measureNamed = (name: string | undefined) => ctx.measures.find((measure) => measure.name === name)
  return (
    indicator && {
      indicator,
      numerator: measureNamed(indicator.numerator),
      denominator: measureNamed(indicator.denominator),
    }
  )
}

/** One figure with its trend, its formula and what the units below contribute. */
export async function readFigure(
  ctx: Context,
  unit: UnitSubject,
  { indicator, numerator, denominator }: FoundIndicator,
  year: number,
): Promise<Reply<typeof figureApi.read>> {
  const measures = measuresOf(ctx, unit, indicator)
  const years = [...new Set([...recentYears(ctx.today), year])]
  const counted = await readCounted(ctx, unit, years, [...measures, SCHOOLS, CAMPUSES])
  const groups = await readGroups(ctx, unit, year, measures)
  const statistics = await statisticsOf(ctx, unit, counted, [year])
  return {
    unit: headOf(statistics),
    figure: figureOf(statistics, indicator, year),
    trend: trendOf(statistics, indicator),
    formula: { text: indicator.formula, numerator: wordsOf(numerator), denominator: wordsOf(denominator) },
    breakdown: breakdownOf(groups, indicator, statistics.catalogue),
    can: verbsOn(figureAccess, ctx.actor, { unit, aboutPersons: numerator?.aboutPersons ?? false }),
  }
}

/** The measures of a figure, and of the one without which it has no value. */
function measuresOf(ctx: Context, unit: UnitSubject, { numerator, denominator, given }: Indicator): string[] {
  const condition = given === undefined ? undefined : findIndicator(ctx, unit, given)?.indicator.numerator
  return [numerator, denominator, condition].filter((name) => name !== undefined)
}

const wordsOf = (measure: Measure | undefined) =>
  measure ? { title: measure.title, unit: measure.unit, rule: measure.rule } : null

const trendOf = ({ counted, catalogue }: Statistics, indicator: Indicator) =>
  [...counted.byYear].map(([year, counts]) => ({ year, ...withoutParts(amountsOf(indicator, counts, catalogue)) }))

const withoutParts = ({ value, numerator, denominator }: Amounts) => ({ value, numerator, denominator })

const breakdownOf = (rows: readonly GroupCounter[], indicator: Indicator, catalogue: Catalogue) =>
  [...grouped(rows, ({ groupId }) => groupId)].map(([unitId, group]) => ({
    unitId,
    name: group[0]!.name,
    ...withoutParts(amountsOf(indicator, countsOf(group.filter(isCounter)), catalogue)),
  }))

const isCounter = (row: GroupCounter): row is GroupCounter & Counter => row.measure !== null
