import type { Ground } from './ground.ts'

/**
 * The gap between schools in backbone teachers, as the national rules on balance count it (教督〔2017〕6号): the
 * coefficient of variation weighted by pupils. Its square is separable and convex in the whole number of backbone
 * teachers of each school, so that unit steps with growing slopes tell it exactly in a linear model.
 */
export interface BalanceStep {
  /** As in `balanceKey`. */
  key: string
  /** Backbone teachers there before any move of this plan. */
  before: number
  /** The least number that the steps begin at. */
  lowest: number
  /** What the first number costs. */
  base: number
  /** What each further backbone teacher adds, never falling. */
  slopes: readonly number[]
}

/** CV² times this is told in whole numbers. At a tenth of it the rounding of a step was worth more than a move. */
export const CV_SCALE = 100_000
/** How many backbone teachers a school may gain or lose in a year's plan. */
const SPAN = 4

/** The steps of each school and stage with at least two schools to compare. */
export function balanceSteps(ground: Ground): BalanceStep[] {
  const before = backbones(ground)
  return [...ground.schoolsOf].flatMap(([stage, schools]) => {
    if (schools.length < 2) return []
    const pupils = sum(schools.map((school) => school.pupils[stage]!))
    const all = sum(schools.map((school) => before.get(balanceKey(school.id, stage)) ?? 0))
    if (pupils === 0 || all === 0) return []
    return schools
      .filter((school) => school.pupils[stage]! > 0)
      .map(({ id, pupils: theirs }) =>
        stepsOf(balanceKey(id, stage), before.get(balanceKey(id, stage)) ?? 0, (n) =>
          term(n, theirs[stage]!, { all, pupils }),
        ),
      )
  })
}

/** A school's part of CV²: its share of the pupils times the squared distance of its rate from the mean, in means. */
const term = (n: number, pupils: number, whole: { all: number; pupils: number }) =>
  (pupils / whole.pupils) * ((n * whole.pupils) / (pupils * whole.all) - 1) ** 2

function stepsOf(key: string, before: number, cost: (n: number) => number): BalanceStep {
  const lowest = Math.max(0, before - SPAN)
  const values = Array.from({ length: before + SPAN - lowest + 1 }, (_, i) => Math.round(CV_SCALE * cost(lowest + i)))
  let steepest = -Infinity
  // Rounding may make a slope fall by one; the solver fills steps from the cheapest, so they must not.
  const slopes = values.slice(1).map((value, i) => (steepest = Math.max(steepest, value - values[i]!)))
  return { key, before, lowest, base: values[0]!, slopes }
}

/** Backbone teachers by school and stage, those of running terms where they are. */
export function backbones({ teachers }: Ground): Map<string, number> {
  const found = new Map<string, number>()
  for (const { backbone, home, placedAt, stage } of teachers)
    if (backbone) add(found, balanceKey(placedAt ?? home, stage))
  return found
}

const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)

export const balanceKey = (school: number, stage: string) => `${school}|${stage}`
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
