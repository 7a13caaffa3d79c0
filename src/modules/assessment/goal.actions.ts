import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { figuresOf, readStatistics, type FoundIndicator } from './figure.actions.ts'
import type { Goal, goalApi } from './goal.contract.ts'
import { faultIn, ruleInWords } from './goal.rules.ts'
import { insertGoal, listGoalVersions, type GoalRow } from './goal.sql.ts'
import { assessmentProblems } from './problems.ts'
import { tellOfFigure } from './tell.actions.ts'

/** A figure of a unit whose target is looked at or set. */
export interface GoalSubject {
  unit: UnitSubject
  found: FoundIndicator
}

export async function readHistory(ctx: Context, subject: GoalSubject): Promise<Reply<typeof goalApi.history>> {
  const versions = await listGoalVersions(ctx.db, figureKeyOf(subject))
  const { name, unit } = subject.found.indicator
  return { name, unit, versions: versions.map(shownGoal) }
}

/** Sets a figure's target, or changes it: a new version, the one before stays readable. */
export async function setGoal(
  ctx: Context,
  subject: GoalSubject,
  body: Input<typeof goalApi.set>['body'],
): Promise<Goal> {
  const { indicator } = subject.found
  const fault = faultIn(body, indicator, schoolYearOf(ctx.today))
  refuse(fault === undefined ? undefined : assessmentProblems.badSteps({ fault }))
  const [before] = await versionsUpTo(ctx, subject, body.version)
  const { baselineYear, version, ...wanted } = body
  const kept = before && !before.ended && before.baselineYear === baselineYear ? baselineOf(before) : undefined
  const baseline = kept ?? (await baselineNow(ctx, subject, baselineYear))
  const steps = [...wanted.steps]
  return write(ctx, subject, { ...wanted, ...baseline, steps, version: version + 1, ended: false })
}

/** Ends a target: from now on nothing is judged by it; all versions stay on record. */
export async function endGoal(
  ctx: Context,
  subject: GoalSubject,
  { version, reason }: Input<typeof goalApi.end>['body'],
): Promise<Goal> {
  const [before] = await versionsUpTo(ctx, subject, version)
  if (!before || before.ended) throw assessmentProblems.goalMoved()
  const { direction, steps, basis } = before
  const kept = { ...baselineOf(before), direction, steps, basis }
  return write(ctx, subject, { ...kept, reason, version: version + 1, ended: true })
}

/** The newest first, if the one that the person looked at is still the newest. */
async function versionsUpTo(ctx: Context, subject: GoalSubject, version: number): Promise<GoalRow[]> {
  const versions = await listGoalVersions(ctx.db, figureKeyOf(subject))
  refuse((versions[0]?.version ?? 0) === version ? undefined : assessmentProblems.goalMoved())
  return versions
}

type Baseline = Pick<
  GoalRow,
  'baselineYear' | 'baselineValue' | 'baselineNumerator' | 'baselineDenominator' | 'baselineRule'
>

const baselineOf = ({
  baselineYear,
  baselineValue,
  baselineNumerator,
  baselineDenominator,
  baselineRule,
}: Baseline): Baseline => ({ baselineYear, baselineValue, baselineNumerator, baselineDenominator, baselineRule })

/** The value of that year as it stands at this moment, with the words by which it is counted. */
async function baselineNow(ctx: Context, { unit, found }: GoalSubject, year: number | null): Promise<Baseline> {
  const { indicator, numerator, denominator } = found
  const baselineRule = ruleInWords([indicator.formula, numerator?.rule, denominator?.rule])
  const figures = year === null ? [] : figuresOf(await readStatistics(ctx, unit, [year]))
  const figure = figures.find(({ code }) => code === indicator.code)
  if (figure?.value === null) throw assessmentProblems.noBaseline({ name: indicator.name, year: schoolYearName(year!) })
  return {
    baselineYear: year,
    baselineValue: figure?.value ?? null,
    baselineNumerator: figure?.numerator ?? null,
    baselineDenominator: figure?.denominator ?? null,
    baselineRule,
  }
}

type Written = Omit<GoalRow, 'districtId' | 'unitId' | 'indicator' | 'accountId' | 'actorName' | 'setAt'>

async function write(ctx: Context, subject: GoalSubject, version: Written): Promise<Goal> {
  const { id: accountId, name: actorName } = ctx.actor
  const row = { ...version, ...figureKeyOf(subject), accountId, actorName, setAt: ctx.now }
  if (!(await insertGoal(ctx.db, row))) throw assessmentProblems.goalMoved()
  const { unit, found } = subject
  ctx.note({ districtId: unit.districtId, unitId: unit.id, figure: found.indicator.name, version: row.version })
  const done = row.ended ? '结束了自定目标' : row.version === 1 ? '设定了自定目标' : '改了自定目标'
  await tellOfFigure(
    ctx,
    { unit, indicator: found.indicator.name },
    { key: `goal:${row.version}`, done, words: row.reason },
  )
  return shownGoal(row)
}

const keyOf = ({ id, districtId }: UnitSubject) => ({ districtId, unitId: id })
const figureKeyOf = ({ unit, found }: GoalSubject) => ({ ...keyOf(unit), indicator: found.indicator.code })

export const shownGoal = (row: GoalRow): Goal => ({
  code: row.indicator,
  version: row.version,
  direction: row.direction,
  baseline: row.baselineYear === null ? null : shownBaseline(row),
  steps: row.steps,
  basis: row.basis,
  reason: row.reason,
  ended: row.ended,
  setBy: row.actorName,
  setAt: row.setAt.toISOString(),
})

const shownBaseline = (row: Baseline) => ({
  year: row.baselineYear!,
  value: row.baselineValue!,
  numerator: row.baselineNumerator,
  denominator: row.baselineDenominator,
  rule: row.baselineRule,
})
