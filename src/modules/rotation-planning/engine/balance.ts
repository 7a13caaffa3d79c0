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
    const those = schools.filter((school) => school.pupils[stage]! > 0)
    const pupils = sum(those.map((school) => school.pupils[stage]!))
    // Who works in a school without this stage for a term is in no school that is compared.
    const all = sum(those.map((school) => before.get(balanceKey(school.id, stage)) ?? 0))
    if (those.length < 2 || all === 0) return []
    return those.map(({ id, pupils: { [stage]: theirs = 0 } }) => {
      const key = balanceKey(id, stage)
      return stepsOf(key, before.get(key) ?? 0, { theirs, pupils, all })
    })
  })
}

interface Share {
  /** Pupils of the school, of all schools of the stage, and the backbone teachers of all. */
  theirs: number
  pupils: number
  all: number
}

/** A school's part of CV²: its share of the pupils times the squared distance of its rate from the mean, in means. */
const part = (n: number, { theirs, pupils, all }: Share) =>
  Math.round((CV_SCALE * (n * pupils - theirs * all) ** 2) / (pupils * theirs * all ** 2))

/** What the next backbone teacher after n adds to it, rounded; a quotient of whole numbers, which rounds alike anywhere. */
const slope = (n: number, { theirs, pupils, all }: Share) =>
  Math.round((CV_SCALE * ((2 * n + 1) * pupils - 2 * theirs * all)) / (theirs * all ** 2))

/** Slopes are rounded, not what they lead to: so they never fall, and the solver fills steps from the cheapest. */
function stepsOf(key: string, before: number, share: Share): BalanceStep {
  const lowest = Math.max(0, before - SPAN)
  const slopes = Array.from({ length: before + SPAN - lowest }, (_, i) => slope(lowest + i, share))
  const below = slopes.slice(0, before - lowest).reduce((sum, one) => sum + one, 0)
  return { key, before, lowest, base: part(before, share) - below, slopes }
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
