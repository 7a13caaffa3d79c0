import type { Reply } from '#shared/endpoint.ts'
import type { Indicator } from '#shared/policy.ts'
import { grouped } from '#shared/group.ts'
import { percentage } from '#shared/numbers.ts'
import { firstDay, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Measure } from '#platform/measure.ts'
import { listMembers, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readStatistics, type Statistics } from './figure.actions.ts'
import { amountsOf, type Counts } from './figure.rules.ts'
import type { FigureForecast, forecastApi } from './forecast.contract.ts'
import { dayColumnOf, forecastOf, outlookOf, settled, type Forecast, type Pace } from './forecast.rules.ts'
import { listDayWeights } from './forecast.sql.ts'
import { forecastInWords } from './forecast-words.rules.ts'
import { boundBy, isInForce, targetInWords } from './target.rules.ts'

const PAST_YEARS = 3
const noCounts: Counts = new Map()

/** What the running school year's figures will come to: those that grow over the year, and those that documents ask for. */
export async function readForecasts(
  ctx: Context,
  unit: UnitSubject,
  code: string | undefined,
): Promise<Reply<typeof forecastApi.list>> {
  const year = schoolYearOf(ctx.today)
  const past = Array.from({ length: PAST_YEARS }, (_, back) => year - back - 1)
  const statistics = await readStatistics(ctx, unit, [...past, year])
  const asked = statistics.policies.indicators.filter(
    (indicator) => indicator.numerator !== undefined && (code === undefined || indicator.code === code),
  )
  const told = asked.filter((indicator) => code !== undefined || isWorthTelling(statistics, indicator, year))
  const growing = told.flatMap((indicator) => growingSide(ctx, indicator) ?? [])
  const paces = await readPaces(ctx, unit, [...past, year], growing)
  return { year, today: ctx.today, forecasts: told.map((one) => forecastFor(ctx, { statistics, year, paces }, one)) }
}

/** A number that grows, or one that a rule of this year asks for. */
const isWorthTelling = ({ unit, packs, catalogue }: Statistics, { code, kind, numerator }: Indicator, year: number) =>
  boundBy(code, unit, packs).some(({ target }) => isInForce(target, year)) ||
  (kind === 'count' && dayColumnOf(catalogue.measures.get(numerator ?? '')) !== undefined)

/** The measure whose growth the forecast goes by: the numerator, unless the denominator grows as well, as of 骨干 ÷ 交流轮岗. */
function growingSide(ctx: Context, { numerator, denominator }: Indicator): Measure | undefined {
  const named = (name: string | undefined) => ctx.measures.find((measure) => measure.name === name)
  const [above, below] = [named(numerator), named(denominator)]
  return above?.fold === 'sum' && dayColumnOf(above) && !dayColumnOf(below) ? above : undefined
}

/** Sums by day of the facts of all members: counted outside the wall, as the figures themselves are. */
async function readPaces(
  ctx: Context,
  unit: UnitSubject,
  years: readonly number[],
  measures: readonly Measure[],
): Promise<ReadonlyMap<string, Pace[]>> {
  const members = await listMembers(ctx.db, unit.id, years)
  const paces = new Map<string, Pace[]>()
  await ctx.asOwner(async (db) => {
    for (const measure of new Set(measures))
      paces.set(measure.name, pacesIn(members, await listDayWeights(db, members, measure, dayColumnOf(measure)!)))
  })
  return paces
}

function pacesIn(members: readonly Member[], rows: Awaited<ReturnType<typeof listDayWeights>>): Pace[] {
  const byYear = grouped(rows, ({ schoolYear }) => schoolYear)
  return [...new Set(members.map(({ schoolYear }) => schoolYear))].map((year) => ({
    year,
    days: (byYear.get(year) ?? []).map(({ day, weight }) => ({ day: day ?? firstDay(year), weight })),
  }))
}

interface Known {
  statistics: Statistics
  year: number
  paces: ReadonlyMap<string, Pace[]>
}

function forecastFor(ctx: Context, { statistics, year, paces }: Known, indicator: Indicator): FigureForecast {
  const { counted, catalogue, unit, packs } = statistics
  const amountsIn = (of: number) => amountsOf(indicator, counted.byYear.get(of) ?? noCounts, catalogue)
  const amounts = amountsIn(year)
  const last = amountsIn(year - 1).value
  const growing = growingSide(ctx, indicator)
  const found = growing ? forecastOf(paces.get(growing.name) ?? [], year, ctx.today) : settled(amounts.numerator)
  const forecast = amounts.value === null ? { ...settled(null), how: 'empty' as const } : found
  const judged = { indicator, amounts, unit: catalogue.measures.get(indicator.numerator!)!.unit }
  const rules = boundBy(indicator.code, unit, packs).filter(({ target }) => isInForce(target, year))
  const { code, name, unit: measuredIn } = indicator
  return {
    code,
    name,
    unit: measuredIn,
    ...shownAmounts(forecast, indicator, amounts),
    last: last === null ? null : { year: year - 1, value: last },
    words: forecastInWords(forecast, { unit: judged.unit, today: ctx.today }),
    rules: rules.map(({ pack, target }) => ({
      packName: pack.name,
      clause: target.clause,
      target: targetInWords(target),
      outlook: outlookOf(target, judged, forecast),
    })),
  }
}

/** A share is the forecast number over the denominator as it stands. */
function shownAmounts(
  { how, low, mid, high }: Forecast,
  { kind }: Indicator,
  { value, denominator }: { value: number | null; denominator: number | null },
): Pick<FigureForecast, 'how' | 'now' | 'low' | 'mid' | 'high'> {
  const shown = (n: number | null) => (kind === 'share' && n !== null ? percentage(n, denominator ?? 0) : n)
  return { how, now: value, low: shown(low), mid: shown(mid), high: shown(high) }
}
