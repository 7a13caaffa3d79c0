import { beforeAll, describe, expect, test } from 'vitest'
import { everyPlan, smallCluster } from '../../../../test/every-plan.ts'
import { inventInstance } from '../../../../test/rotation-instances.ts'
import { planFaults } from './check/faults.ts'
import { findConflict, type Bend } from './conflict.ts'
import type { Instance, Rules } from './instance.ts'
import { inWhole } from './possible.ts'
import { bendable, numbers, without, type Bendable } from './relax.ts'
import { Shares } from './shares.ts'
import { solver, type Highs } from './solver.ts'

const PATIENCE = 240_000
let highs: Highs
beforeAll(async () => {
  highs = await solver()
}, PATIENCE)

const withRules = (instance: Instance, rules: Partial<Rules>): Instance => ({
  ...instance,
  rules: { ...instance.rules, ...rules },
})

/** The instance with these of the rules that may bend, and none of the others. */
const withOnly = (instance: Instance, set: readonly Bendable[]): Instance =>
  bendable.filter((rule) => !set.includes(rule)).reduce(without, instance)

const tooMuch: [what: string, rules: Partial<Rules>][] = [
  ['more moves than may be', { moves: { least: 9, most: 9 } }],
  ['none but backbone teachers', { backbonePermille: 1_000, moves: { least: 3, most: 3 } }],
  ['too many teams', { teams: 4 }],
  ['nobody farther than next door', { farthest: 0, moves: { least: 3, most: 3 } }],
]

describe('of a small cluster, whose plans can all be looked at', () => {
  const isPossible = (instance: Instance) => {
    const few = withRules(instance, {
      moves: { ...instance.rules.moves, most: Math.min(3, instance.rules.moves.most) },
    })
    if (few.rules.moves.least > 3) return false
    for (const plan of everyPlan(few)) if (planFaults(instance, plan).length === 0) return true
    return false
  }

  test.each(tooMuch.flatMap(([what, rules]) => [2, 3, 8, 11].map((seed) => [what, seed, rules] as const)))(
    '%s (%i): the set contradicts itself, and does not without any one of its rules',
    (_, seed, rules) => {
      const instance = withRules(smallCluster(seed), rules)
      const conflict = findConflict(highs, instance)
      if (!conflict) return expect(isPossible(instance)).toBe(true)
      const set = conflict.map(({ rule }) => rule)
      expect(isPossible(withOnly(instance, set))).toBe(false)
      for (const rule of set)
        if (rule !== 'moves' && instance.rules.moves.least <= 3)
          expect({ rule, isPossible: isPossible(without(withOnly(instance, set), rule)) }).toEqual({
            rule,
            isPossible: true,
          })
      return undefined
    },
    PATIENCE,
  )
})

describe('of a cluster of 36 schools and 1,300 teachers', () => {
  const base = inventInstance({ seed: 2 })
  const bent = (instance: Instance, bend: Bend): Instance =>
    'could' in bend ? { ...instance, rules: numbers[bend.rule]!.with(instance.rules, bend.could) } : instance

  test(
    'where a plan is possible there is no conflict',
    () => {
      expect(findConflict(highs, base)).toBeUndefined()
    },
    PATIENCE,
  )

  test(
    'moves and backbone teachers: bending either number as said makes a plan possible, and less than in shares does not',
    () => {
      const instance = withRules(base, { moves: { least: 200, most: 220 }, backbonePermille: 600 })
      const conflict = findConflict(highs, instance)!
      expect(conflict.map(({ rule }) => rule)).toEqual(['backbone', 'moves'])
      for (const bend of conflict) expect(inWhole(highs, bent(instance, bend), 60)).toBe(true)
      for (const bend of conflict)
        expect(inWhole(highs, without(withOnly(instance, ['backbone', 'moves']), bend.rule), 60)).toBe(true)
      expect(new Shares(highs).arePossible(withOnly(instance, ['backbone', 'moves']))).toBe(false)
    },
    PATIENCE,
  )

  test(
    'who is sent and does not want to go stands against a pin by name',
    () => {
      const refusing = base.teachers.find(({ eligible, attitude }) => eligible && attitude === 'refuses')!
      const school = base.schools.find(({ id, pupils }) => id !== refusing.home && refusing.stage in pupils)!
      const teachers = base.teachers.map((one) => (one.id === refusing.id ? { ...one, pinned: school.id } : one))
      expect(findConflict(highs, { ...base, teachers })).toEqual([
        { rule: 'pins' },
        { rule: 'refusals', teachers: [refusing.id] },
      ])
    },
    PATIENCE,
  )

  test(
    'schools that let too few go are named with how many more it takes',
    () => {
      const schools = base.schools.map((school) => ({ ...school, mostOut: 2 }))
      const conflict = findConflict(highs, { ...base, schools })!
      expect(conflict.map(({ rule }) => rule)).toEqual(['most', 'moves'])
      const [most] = conflict as [Extract<Bend, { schools: unknown }>]
      const more = new Map(most.schools.map((one) => [one.school, one.more]))
      const eased = schools.map((school) => ({ ...school, mostOut: 2 + (more.get(school.id) ?? 0) }))
      expect(inWhole(highs, { ...base, schools: eased }, 60)).toBe(true)
    },
    PATIENCE,
  )
})
