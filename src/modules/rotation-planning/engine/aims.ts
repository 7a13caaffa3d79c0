import { distance, type Ground } from './ground.ts'
import type { Attitude, School, Teacher, Weights } from './instance.ts'
import type { Pair } from './pairs.ts'

/** What the choices of a teacher cost: nothing for the first, a little more for each next. */
const RANKED = [0, 8, 16, 24, 32]
const NOT_RANKED = 60
const BY_ATTITUDE: Record<Attitude, number> = { willing: 20, neutral: 30, reluctant: 110, refuses: 1_000 }

/** Calling back someone whose term still runs, for each step of the heaviest weight: dearer than what moves can gain by it. */
const RECALL = 2_000
/** A teacher too many or too few in a subject, for each step of the weight. */
export const DEMAND = 25

/** How little a teacher wished to go there. */
export function wishCost({ ranked, attitude }: Teacher, school: number): number {
  if (ranked.length === 0) return BY_ATTITUDE[attitude]
  const rank = ranked.indexOf(school)
  return rank < 0 ? NOT_RANKED : (RANKED[rank] ?? NOT_RANKED)
}

/** By how many steps of 100 m the way to school gets longer; a shorter way is no gain to be bought with other aims. */
export function travelCost({ schoolOf }: Pick<Ground, 'schoolOf'>, teacher: Teacher, school: School): number {
  return Math.max(0, distance(teacher, school) - distance(teacher, schoolOf.get(teacher.home)!))
}

export const recallCost = ({ demand, wishes, travel }: Weights): number => RECALL * Math.max(1, demand, wishes, travel)

/** What one move costs, wishes and travel together. */
export function moveCost(ground: Ground, { teacher, school }: Pair, weights: Weights): number {
  return weights.wishes * wishCost(teacher, school.id) + weights.travel * travelCost(ground, teacher, school)
}
