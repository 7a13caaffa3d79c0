import type { Reply } from '#shared/endpoint.ts'
import type { Indicator } from '#shared/policy.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { figureAccess } from './figure.access.ts'
import { headOf, readStatistics, type Statistics } from './figure.actions.ts'
import { amountsOf, type Amounts, type Counts } from './figure.rules.ts'
import { shownGoal } from './goal.actions.ts'
import { readGoals } from './own-goals.actions.ts'
import { compareRules } from './rule-set.rules.ts'
import type { TargetFigure, targetApi } from './target.contract.ts'
import { boundBy, isInForce, verdictOf, type Judged, type Rule } from './target.rules.ts'

const YEARS_BACK = 2
const MOST_YEARS = 8

/** All that is asked of a unit's figures, year by year. */
export async function readTargets(ctx: Context, unit: UnitSubject): Promise<Reply<typeof targetApi.read>> {
  const statistics = await readStatistics(ctx, unit)
  const year = statistics.years.at(-1)!
  const years = axisOf(statistics, year)
  const may = figureAccess.setTargets(ctx.actor, { unit, aboutPersons: false })
  return {
    unit: headOf(statistics),
    year,
    years,
    figures: statistics.policies.indicators.map((indicator) =>
      figureOn(statistics, indicator, { years, latest: year }),
    ),
    goals: (await readGoals(ctx, unit)).map(shownGoal),
    can: may ? ['setTargets'] : [],
  }
}

/** From the years last on record to the last year for which anything is asked. */
function axisOf({ unit, policies, packs, years }: Statistics, latest: number): number[] {
  const ends = policies.indicators
    .flatMap(({ code }) => boundBy(code, unit, packs))
    .map(({ target: { from, until } }) => until ?? from)
  const first = Math.min(years[0]!, latest - YEARS_BACK)
  const length = Math.min(MOST_YEARS, Math.max(latest, ...ends) - first + 1)
  return Array.from({ length }, (_, n) => first + n)
}

function figureOn(
  statistics: Statistics,
  indicator: Indicator,
  { years, latest }: { years: readonly number[]; latest: number },
): TargetFigure {
  const { code, name, unit, kind, dimension } = indicator
  const rules = boundBy(code, statistics.unit, statistics.packs)
  const judgedIn = (year: number): Judged => ({ indicator, ...amountsIn(statistics, indicator, year) })
  const values = valuesOf(statistics, indicator)
  const known = judgedIn(values.at(-1)?.year ?? latest)
  return {
    code,
    name,
    unit,
    kind,
    dimension,
    values,
    rules: rules.map((rule) => ruleOf(rule, known)),
    years: years.map((year) =>
      yearOf(rules, year, { own: judgedIn(year), by: year > latest ? known : judgedIn(year) }),
    ),
  }
}

const ruleOf = (rule: Rule, judged: Judged): TargetFigure['rules'][number] => ({
  ...verdictOf(rule, judged),
  from: rule.target.from,
  until: rule.target.until ?? null,
})

function yearOf(
  rules: readonly Rule[],
  year: number,
  { own, by }: { own: Judged; by: Judged },
): TargetFigure['years'][number] {
  const held = rules.flatMap((rule, at) => (isInForce(rule.target, year) ? [{ rule, at }] : []))
  const targets = held.map(({ rule }) => rule.target)
  const { relation, strictest, atLeast, atMost } = compareRules(targets, own.indicator.kind === 'count')
  return {
    year,
    value: own.amounts.value,
    rules: held.map(({ rule, at }, n) => {
      const { status, gap } = verdictOf(rule, by)
      return { at, status, gap, strictest: strictest.includes(n) }
    }),
    relation,
    atLeast: atLeast ?? null,
    atMost: atMost ?? null,
  }
}

const noCounts: Counts = new Map()

function amountsIn(
  { counted, catalogue }: Statistics,
  indicator: Indicator,
  year: number,
): { amounts: Amounts; unit: string } {
  const unit = catalogue.measures.get(indicator.numerator ?? '')?.unit ?? indicator.unit
  return { amounts: amountsOf(indicator, counted.byYear.get(year) ?? noCounts, catalogue), unit }
}

const valuesOf = ({ counted, catalogue }: Statistics, indicator: Indicator): TargetFigure['values'] =>
  [...counted.byYear].flatMap(([year, counts]) => {
    const { value } = amountsOf(indicator, counts, catalogue)
    return value === null ? [] : [{ year, value }]
  })
