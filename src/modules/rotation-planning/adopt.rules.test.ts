import { describe, expect, test } from 'vitest'
import { Adoption } from './adopt.contract.ts'
import { longestTerm, numberGroups, rotationsOf, startOf, whyNotAdopt } from './adopt.rules.ts'

const [anna, bo, chen] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
const plan = { id: 'plan', faults: 0 }
const before = { planId: 'other', number: 1, batchId: 'b1', title: '第一批', state: '听取意见' as const }
const code = (problem: { code: string } | undefined) => problem?.code.split('.')[1]

describe('whether a plan may be adopted', () => {
  test('where none is, it may; one that breaks rules only with a reason', () => {
    expect(whyNotAdopt(plan, {}, undefined)).toBeUndefined()
    expect(code(whyNotAdopt({ ...plan, faults: 2 }, {}, undefined))).toBe('needsReason')
    expect(whyNotAdopt({ ...plan, faults: 2 }, { reason: '区里同意' }, undefined)).toBeUndefined()
  })

  test('not twice, and beside another only in its place', () => {
    const own = whyNotAdopt(plan, {}, { ...before, planId: 'plan' })
    expect(code(own)).toBe('planTaken')
    expect(own!.facts).toMatchObject({ batchId: 'b1' })
    expect(code(whyNotAdopt(plan, {}, before))).toBe('otherTaken')
    expect(code(whyNotAdopt(plan, { insteadOf: 'b0' }, before))).toBe('otherTaken')
    expect(whyNotAdopt(plan, { insteadOf: 'b1' }, before)).toBeUndefined()
  })

  test('not in the place of one that the council has decided', () => {
    for (const state of ['理事会已决定', '区已批准', '已生效'] as const)
      expect(code(whyNotAdopt(plan, { insteadOf: 'b1' }, { ...before, state }))).toBe('planDecided')
  })
})

describe('the rotations that a plan becomes', () => {
  const moves = [anna, bo, chen].map((teacherId) => ({ teacherId, fromSchoolId: 1, toSchoolId: 2 }))
  const groups = [
    { id: 'stays', members: ['nobody'] },
    { id: 'goes', members: [anna, bo] },
  ]
  const fields = { title: '一批', startOn: '2023-09-01', termYears: 3, ftePercent: 100 }
  const made = (exceptions: object[], more: object = {}) =>
    rotationsOf(moves, Adoption.parse({ ...fields, ...more, exceptions }), numberGroups(groups, moves))

  test('who goes as a team is 组团流动 under the number of the team, the others 定期交流', () => {
    expect(made([]).map(({ form, groupNo, termYears }) => [form, groupNo, termYears])).toEqual([
      ['组团流动', '1', 3],
      ['组团流动', '1', 3],
      ['定期交流', null, 3],
    ])
  })

  test('what is said of one holds for that one, and who is left out is not among them', () => {
    const exceptions = [
      { teacherId: bo, form: '走教', termYears: 1, ftePercent: 40, weeklyLessons: 6 },
      { teacherId: anna, leftOut: true },
    ]
    expect(made(exceptions, { weeklyLessons: 12 })).toMatchObject([
      { teacherId: bo, form: '走教', groupNo: null, termYears: 1, ftePercent: 40, weeklyLessons: 6 },
      { teacherId: chen, form: '定期交流', termYears: 3, ftePercent: 100, weeklyLessons: 12 },
    ])
  })
})

describe('what is filled in', () => {
  test('the term that the most demanding document asks for, where it may be so long', () => {
    const rule = (minYears: number, more: object = {}) => ({ use: '交流', from: 2023, minYears, ...more })
    expect(longestTerm([rule(1), rule(3), rule(2)], 2023, '甲')?.minYears).toBe(3)
    expect(longestTerm([rule(3, { use: '提任' }), rule(3, { cluster: '乙' }), rule(6)], 2023, '甲')).toBeUndefined()
    expect(longestTerm([rule(3)], 2022, '甲')).toBeUndefined()
  })

  test('it begins with the school year, or today where that has begun', () => {
    expect(startOf(2023, '2023-06-01')).toBe('2023-09-01')
    expect(startOf(2023, '2024-02-19')).toBe('2024-02-19')
    expect(startOf(2021, '2024-02-19')).toBe('2021-09-01')
  })
})
