import { distance, layGround } from './ground.ts'
import type { Rule } from './frame.ts'
import type { Instance, Rules, School, Teacher } from './instance.ts'

/**
 * The rules that an office may bend, those that are felt least first: where several explanations of a conflict are right,
 * the one with what the policies ask and what people said is found.
 */
export const bendable = ['share', 'total', 'caps', 'net', 'distance', 'lately', 'groups', 'most', 'kept', 'pins', 'teams', 'refusals', 'backbone', 'moves'] as const // prettier-ignore
export type Bendable = (typeof bendable)[number]

/** The rule that the rows of a family hold; those of persons hold no row, they leave out columns. */
export const ruleOf: Partial<Record<Rule['family'], Bendable>> = {
  moves: 'moves',
  backbone: 'backbone',
  teams: 'teams',
  net: 'net',
  out: 'caps',
  in: 'caps',
  share: 'share',
  total: 'total',
  most: 'most',
}

/** Rules that are one number, which way it bends, and how far it can. */
export const numbers: Partial<
  Record<Bendable, { is(rules: Rules): number; with(rules: Rules, n: number): Rules; end(instance: Instance): number }>
> = {
  share: { is: (rules) => rules.sharePercent, with: (rules, n) => ({ ...rules, sharePercent: n }), end: () => 1_000 },
  total: {
    is: (rules) => rules.schoolSlack,
    with: (rules, n) => ({ ...rules, schoolSlack: n }),
    end: ({ teachers }) => teachers.length,
  },
  caps: {
    is: (rules) => rules.subjectPercent,
    with: (rules, n) => ({ ...rules, subjectPercent: n }),
    end: () => 1_000,
  },
  net: {
    is: (rules) => rules.slack,
    with: (rules, n) => ({ ...rules, slack: n }),
    end: ({ teachers }) => teachers.length,
  },
  distance: { is: (rules) => rules.farthest, with: (rules, n) => ({ ...rules, farthest: n }), end: farthestOf },
  teams: { is: (rules) => rules.teams, with: (rules, n) => ({ ...rules, teams: n }), end: () => 0 },
  backbone: {
    is: (rules) => rules.backbonePermille,
    with: (rules, n) => ({ ...rules, backbonePermille: n }),
    end: () => 0,
  },
  moves: {
    is: (rules) => rules.moves.least,
    with: (rules, n) => ({ ...rules, moves: { ...rules.moves, least: n } }),
    end: () => 0,
  },
}

/** Rules about persons: what it is to be free of them; the same teacher where they are. */
const persons: Partial<Record<Bendable, (teacher: Teacher) => Teacher>> = {
  lately: (teacher) => (teacher.lately.length > 0 ? { ...teacher, lately: [] } : teacher),
  kept: (teacher) => (teacher.kept ? { ...teacher, kept: false } : teacher),
  pins: freeOfPins,
  refusals: (teacher) => (teacher.attitude === 'refuses' ? { ...teacher, attitude: 'reluctant' } : teacher),
}

function freeOfPins(teacher: Teacher): Teacher {
  const { pinned, barred, ...free } = teacher
  return pinned === undefined && barred === undefined ? teacher : free
}

/** Whom a rule about persons holds back. */
export const heldBack: Partial<Record<Bendable, (teacher: Teacher) => boolean>> = {
  kept: ({ kept }) => kept,
  refusals: ({ attitude }) => attitude === 'refuses',
}

/** The instance as it would be without a rule; itself, where the rule holds nothing back. */
export function without(instance: Instance, rule: Bendable): Instance {
  const number = numbers[rule]
  if (number) return { ...instance, rules: number.with(instance.rules, number.end(instance)) }
  const freed = persons[rule]
  if (freed) return withThose(instance, 'teachers', instance.teachers.map(freed))
  if (rule === 'groups') return instance.groups.length > 0 ? { ...instance, groups: [] } : instance
  return withThose(instance, 'schools', instance.schools.map(freeOfCaps))
}

function freeOfCaps(school: School): School {
  const { mostOut, mostIn, ...free } = school
  return mostOut === undefined && mostIn === undefined ? school : free
}

const withThose = <K extends 'teachers' | 'schools'>(instance: Instance, key: K, those: Instance[K]): Instance =>
  those.every((one, at) => one === instance[key][at]) ? instance : { ...instance, [key]: those }

function farthestOf(instance: Instance): number {
  const { pool, schools } = layGround(instance)
  return Math.max(0, ...pool.flatMap((teacher) => schools.map((school) => distance(teacher, school))))
}
