import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannerInput, type Facts } from './input.rules.ts'
import { defaultRules, defaultWeights } from './setting.rules.ts'

const school = (id: number, more: Partial<Facts['schools'][number]> = {}) => ({
  ...{ id, stages: ['小学'], pupils: 300, longitude: 121.4, latitude: 31.06, standing: 60 },
  ...more,
})
const teacher = (teacherId: string, schoolId: number, more: Partial<Facts['staff'][number]> = {}) => ({
  ...{ teacherId, schoolId, stage: '小学', subject: '语文', backbone: false },
  ...more,
})
const nothing: Facts = {
  schools: [school(1), school(2, { longitude: 121.41 }), school(3, { longitude: null, latitude: null })],
  staff: [teacher('a', 1), teacher('b', 1, { backbone: true }), teacher('c', 2), teacher('d', 3)],
  eligible: new Set(['a', 'b', 'c']),
  exempt: new Set(),
  wishes: [],
  kept: new Set(),
  needs: [],
  teams: [],
  pins: [],
  caps: [],
  placements: [],
  rules: defaultRules([]),
  weights: defaultWeights,
}
const full: Facts = {
  ...nothing,
  wishes: [
    { teacherId: 'a', attitude: 'willing', ranked: [3, 2] },
    { teacherId: 'c', attitude: 'refuses', ranked: [] },
  ],
  needs: [
    { schoolId: 2, stage: '小学', subject: '语文', lacks: 1 },
    { schoolId: 1, stage: '小学', subject: '语文', lacks: -1 },
  ],
  teams: [
    { teamId: 't', teacherId: 'b' },
    { teamId: 't', teacherId: 'a' },
  ],
  pins: [
    { teacherId: 'c', kind: 'not-to', toSchoolId: 1 },
    { teacherId: 'a', kind: 'to', toSchoolId: 2 },
  ],
  caps: [
    { schoolId: 2, mostOut: 1, mostIn: null },
    { schoolId: 1, mostOut: null, mostIn: null },
  ],
  placements: [
    { teacherId: 'b', toSchoolId: 3, goesOn: false },
    { teacherId: 'c', toSchoolId: 1, goesOn: true },
  ],
}
const find = (facts: Facts, id: string) => plannerInput(facts).teachers.find((one) => one.id === id)

test('the same facts give the same bytes, in whatever order they come', () => {
  const expected = JSON.stringify(plannerInput(full))
  const shuffled = <K extends keyof Facts>(key: K) =>
    fc.shuffledSubarray([...(full[key] as unknown[])], { minLength: (full[key] as unknown[]).length })
  const keys = ['schools', 'staff', 'wishes', 'needs', 'teams', 'pins', 'caps', 'placements'] as const
  fc.assert(
    fc.property(fc.tuple(...keys.map(shuffled)), (orders) => {
      const facts = { ...full, ...Object.fromEntries(keys.map((key, at) => [key, orders[at]])) } as Facts
      expect(JSON.stringify(plannerInput(facts))).toBe(expected)
    }),
  )
})

test('ways are measured in steps of 100 m; a school without a place stands in the middle', () => {
  expect(plannerInput(nothing).schools.map(({ x, y }) => [x, y])).toEqual([[0, 0], [10, 0], [5, 0]]) // prettier-ignore
  const unplaced = nothing.schools.map((one) => ({ ...one, longitude: null, latitude: null }))
  expect(plannerInput({ ...nothing, schools: unplaced }).schools[0]).toMatchObject({ x: 0, y: 0 })
})

describe('pupils', () => {
  const pupils = (one: Partial<Facts['schools'][number]>, staff: Facts['staff']) =>
    plannerInput({ ...nothing, schools: [school(1, one)], staff }).schools[0]!.pupils
  const stages = ['小学', '初中']

  test('of a school of two stages are told apart by who teaches where, and none is lost', () => {
    const staff = [teacher('a', 1), teacher('b', 1), teacher('c', 1, { stage: '初中' })]
    expect(pupils({ stages, pupils: 1000 }, staff)).toEqual({ 小学: 667, 初中: 333 })
    expect(pupils({ stages, pupils: 1001 }, [])).toEqual({ 小学: 501, 初中: 500 })
  })

  test('are one where none are on file, and a stage is known from who teaches it', () => {
    expect(pupils({ pupils: null }, [])).toEqual({ 小学: 1 })
    expect(pupils({ stages: [], pupils: 10 }, [teacher('a', 1, { stage: '初中' })])).toEqual({ 初中: 10 })
  })
})

test('what the office sets is put in numbers of people', () => {
  const eligible = new Set(Array.from({ length: 465 }, (_, n) => `t${n}`))
  expect(plannerInput({ ...nothing, eligible }).rules).toMatchObject({
    moves: { least: 47, most: 93 },
    backbonePermille: 200,
    farthest: 80,
  })
  expect(plannerInput(nothing).weights).toEqual({ travel: 10, wishes: 20, balance: 3, demand: 20 })
})

test('who is exempt by now is not in the pool, whoever stays is kept, and who said nothing may go anywhere', () => {
  expect(find({ ...nothing, exempt: new Set(['a']) }, 'a')?.eligible).toBe(false)
  expect(find(nothing, 'd')?.eligible).toBe(false)
  expect(find({ ...nothing, kept: new Set(['a']) }, 'a')?.kept).toBe(true)
  expect(find({ ...nothing, pins: [{ teacherId: 'a', kind: 'stays', toSchoolId: null }] }, 'a')?.kept).toBe(true)
  expect(find(nothing, 'a')).toMatchObject({ attitude: 'neutral', ranked: [], kept: false })
})

test('a term that goes on is a placement, one that is over is a school where one was lately', () => {
  expect(find(full, 'c')).toMatchObject({ placedAt: 1, lately: [1] })
  expect(find(full, 'b')).not.toHaveProperty('placedAt')
  expect(find(full, 'b')?.lately).toEqual([3])
})

test('teams, pins and caps come sorted, and a school without caps is left out', () => {
  expect(plannerInput(full)).toMatchObject({
    groups: [{ id: 't', members: ['a', 'b'] }],
    pins: [{ teacher: 'a', school: 2 }],
    bars: [{ teacher: 'c', school: 1 }],
    caps: [{ school: 2, out: 1, in: null }],
  })
})

test('a teacher without stage or subject is placed by the school, and nothing is left out', () => {
  const staff = [teacher('a', 1, { stage: null, subject: null })]
  expect(find({ ...nothing, staff }, 'a')).toMatchObject({ stage: '小学', subject: '未填' })
})
