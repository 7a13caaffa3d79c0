import type { TrainingPlan } from './plan.contract.ts'

/** The plan in force on a day. Provisional: the last one known is over, and its demands go on until the next one's file is there. */
export type PlanInForce = TrainingPlan & { provisional: boolean }

export function planOn(plans: readonly TrainingPlan[], day: string): PlanInForce | undefined {
  const begun = plans.filter(({ from }) => from <= day).at(-1)
  if (!begun) return undefined
  if (day <= begun.until) return { ...begun, provisional: false }
  const years = yearOf(begun.until) - yearOf(begun.from) + 1
  const periods = Math.ceil((yearOf(day) - yearOf(begun.until)) / years)
  const moved = { ...begun, from: shifted(begun.from, periods * years), until: shifted(begun.until, periods * years) }
  return { ...moved, provisional: true }
}

const yearOf = (day: string) => Number(day.slice(0, 4))
const shifted = (day: string, years: number) => `${yearOf(day) + years}${day.slice(4)}`

/** What share of a plan's days is over on a day, 0 to 1. */
export function elapsedOf({ from, until }: { from: string; until: string }, day: string): number {
  const at = (one: string) => Date.parse(`${one}T00:00:00Z`) / 86_400_000
  return Math.min(1, Math.max(0, (at(day) - at(from) + 1) / (at(until) - at(from) + 1)))
}

const EPSILON = 1e-9

/** What somebody earns, in hundredths of a credit, who came to some of a course's hours; too few of them earn nothing. */
export function earned(plan: Pick<TrainingPlan, 'hoursPerCredit' | 'minAttendance'>, came: number, of: number): number {
  if (of <= 0 || came * 100 + EPSILON < of * plan.minAttendance) return 0
  return Math.floor((came * 100) / plan.hoursPerCredit + EPSILON)
}

export const cellKey = (tier: string, field: string): string => `${tier}/${field}`

/** One cell of the matrix, in credits. */
export interface Cell {
  tier: string
  field: string
  have: number
  /** 0 where the plan asks nothing. */
  need: number
  missing: number
}

/** The matrix of a plan: every tier by every field. What one cell has too much of fills no other. */
export function matrixOf(
  plan: Pick<TrainingPlan, 'tiers' | 'fields' | 'required'>,
  cells: Readonly<Record<string, number>>,
): Cell[] {
  const needs = new Map(plan.required.map(({ tier, field, credits }) => [cellKey(tier, field), credits]))
  return plan.tiers.flatMap((tier) =>
    plan.fields.map((field) => {
      const have = (cells[cellKey(tier, field)] ?? 0) / 100
      const need = needs.get(cellKey(tier, field)) ?? 0
      return { tier, field, have, need, missing: rounded(Math.max(0, need - have)) }
    }),
  )
}

const rounded = (credits: number) => Math.round(credits * 100) / 100

/** What counts towards the plan, in credits. */
export const countedOf = (matrix: readonly Cell[]): number =>
  rounded(matrix.reduce((sum, { have, need }) => sum + Math.min(have, need), 0))

/** As which tiers a course may come to count: of a cluster's, the district decides when it recognises it. */
export const possibleTiers = (plan: Pick<TrainingPlan, 'recognisedAs'>, tier: string): readonly string[] =>
  tier === '学区集团' ? plan.recognisedAs : [tier]

/** A course to come, as far as it may fill a gap. */
export interface Coming {
  tier: string
  field: string
  /** When it begins. */
  startsAt: Date
  /** Places left; null where it is open to any number. */
  left: number | null
}

/** Which of the courses to come fill a gap, the greatest gap first, then the soonest; each with the tiers it may fill. */
export function fillers<C extends Coming>(
  plan: Pick<TrainingPlan, 'recognisedAs'>,
  matrix: readonly Cell[],
  courses: readonly C[],
  now: Date,
): { course: C; tiers: string[]; gap: number }[] {
  const gaps = new Map(matrix.map(({ tier, field, missing }) => [cellKey(tier, field), missing]))
  return courses
    .filter(({ startsAt, left }) => startsAt > now && left !== 0)
    .map((course) => {
      const gapAs = (tier: string) => gaps.get(cellKey(tier, course.field)) ?? 0
      const tiers = possibleTiers(plan, course.tier).filter((tier) => gapAs(tier) > 0)
      return { course, tiers, gap: Math.max(0, ...tiers.map(gapAs)) }
    })
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || a.course.startsAt.getTime() - b.course.startsAt.getTime())
}
