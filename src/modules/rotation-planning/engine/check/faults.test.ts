import { describe, expect, test } from 'vitest'
import type { Instance, Teacher } from '../instance.ts'
import type { RotationPlan } from '../plan.ts'
import { planFaults } from './faults.ts'

const teacher = (id: string, home: number, more: Partial<Teacher> = {}): Teacher => ({
  id,
  home,
  stage: '小学',
  stages: ['小学'],
  subject: '语文',
  backbone: false,
  eligible: true,
  x: 0,
  y: 0,
  ranked: [],
  attitude: 'neutral',
  lately: [],
  kept: false,
  ...more,
})

/** Two schools of six teachers each; one of the first goes to the second, and one the other way. */
const fair: Instance = {
  schools: [1, 2].map((id) => ({ id, x: id, y: 0, pupils: { 小学: 100 }, standing: id === 1 ? 90 : 10 })),
  teachers: [1, 2].flatMap((home) => ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => teacher(`${name}${home}`, home))),
  needs: [],
  groups: [],
  rules: { moves: { least: 2, most: 2 }, backbonePermille: 0, teams: 0, slack: 1, sharePercent: 50, schoolSlack: 2, subjectPercent: 34, farthest: 50, standingGap: 25 }, // prettier-ignore
  weights: { balance: 1, demand: 1, wishes: 1, travel: 1 },
}
const swap: RotationPlan = {
  moves: [
    { teacher: 'a1', school: 2, stage: '小学' },
    { teacher: 'a2', school: 1, stage: '小学' },
  ],
  recalls: [],
}

const withTeacher = (id: string, more: Partial<Teacher>): Instance => ({
  ...fair,
  teachers: fair.teachers.map((one) => (one.id === id ? { ...one, ...more } : one)),
})
const withRules = (more: Partial<Instance['rules']>): Instance => ({ ...fair, rules: { ...fair.rules, ...more } })
const to = (school: number, ...ids: string[]) => ids.map((id) => ({ teacher: id, school, stage: '小学' }))

test('a plan that keeps every rule has no fault', () => {
  expect(planFaults(fair, swap)).toEqual([])
})

describe('each rule that is broken is found', () => {
  const cases: [rule: string, instance: Instance, plan: RotationPlan][] = [
    ['unknown', fair, { ...swap, moves: [...swap.moves, ...to(2, 'nobody')] }],
    ['twice', withRules({ moves: { least: 3, most: 3 } }), { ...swap, moves: [...swap.moves, ...to(2, 'a1')] }],
    ['not-eligible', withTeacher('a1', { eligible: false }), swap],
    ['own-school', fair, { ...swap, moves: [...to(1, 'a1'), ...to(1, 'a2')] }],
    ['not-taught', withTeacher('a1', { subject: '音乐' }), swap],
    ['kept', withTeacher('a1', { kept: true }), swap],
    ['pinned', withTeacher('c1', { pinned: 2 }), swap],
    ['barred', withTeacher('a1', { barred: [2] }), swap],
    ['refuses', withTeacher('a1', { attitude: 'refuses' }), swap],
    ['lately', withTeacher('a1', { lately: [2] }), swap],
    ['too-far', withTeacher('a1', { x: -60 }), swap],
    ['recall', fair, { ...swap, recalls: ['b1'] }],
    ['group', { ...fair, groups: [{ id: 'g', members: ['a1', 'b1'] }] }, swap],
    ['moves', withRules({ moves: { least: 3, most: 4 } }), swap],
    ['backbone', withRules({ backbonePermille: 200 }), swap],
    ['teams', withRules({ teams: 1 }), swap],
    ['net', { ...withRules({ slack: 0, moves: { least: 1, most: 1 } }) }, { ...swap, moves: to(2, 'a1') }],
    ['out', withRules({ subjectPercent: 10 }), { ...swap, moves: to(2, 'a1', 'b1') }],
    ['in', withRules({ subjectPercent: 10 }), { ...swap, moves: to(2, 'a1', 'b1') }],
    ['share', withRules({ subjectPercent: 100 }), { ...swap, moves: to(2, 'a1', 'b1', 'c1') }],
    ['most-out', { ...fair, schools: fair.schools.map((one) => ({ ...one, mostOut: 0 })) }, swap],
    ['most-in', { ...fair, schools: fair.schools.map((one) => ({ ...one, mostIn: 0 })) }, swap],
    ['total', withRules({ subjectPercent: 100 }), { ...swap, moves: to(2, 'a1', 'b1', 'c1') }],
  ]
  test.each(cases)('%s', (rule, instance, plan) => {
    expect(planFaults(instance, plan).map((fault) => fault.rule)).toContain(rule)
  })
})

test('a fault says where, what is and what may be', () => {
  const faults = planFaults(withRules({ subjectPercent: 10 }), { ...swap, moves: to(2, 'a1', 'b1') })
  expect(faults).toContainEqual({ rule: 'out', school: 1, stage: '小学', subject: '语文', found: 2, most: 1 })
})
