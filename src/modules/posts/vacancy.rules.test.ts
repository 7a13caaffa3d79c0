import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  balanceOf,
  distanceOf,
  meetingsOf,
  sumsOf,
  unmetOf,
  whyNotAgree,
  type Agreed,
  type Balanced,
  type PostLine,
} from './vacancy.rules.ts'

const line = (
  schoolId: number,
  established: number | null,
  filled: number,
  more: Partial<PostLine> = {},
): PostLine => ({
  ...{ schoolId, stage: '小学', subject: '语文', established, filled, leaving: 0 },
  ...more,
})
const balanced = (lines: readonly PostLine[], agreed: readonly Agreed[] = []): Balanced[] =>
  lines.map((one) => ({ ...one, ...balanceOf(one, agreed) }))
const move = (fromSchoolId: number, toSchoolId: number, n: number): Agreed => ({
  ...{ stage: '小学', subject: '语文', fromSchoolId, toSchoolId, n },
})

describe('a school lacks', () => {
  test.each([
    ['posts less teachers', line(1, 10, 8), { lack: 2, spare: 0 }],
    ['and those who leave', line(1, 10, 10, { leaving: 1 }), { lack: 1, spare: 0 }],
    ['or can spare', line(1, 10, 12, { leaving: 1 }), { lack: 0, spare: 1 }],
    ['nothing where it has stated nothing', line(1, null, 12), { lack: 0, spare: 0 }],
  ])('%s', (_, one, expected) => {
    expect(balanceOf(one, [])).toMatchObject(expected)
  })

  test('less what was agreed', () => {
    const agreed = [move(2, 1, 1)]
    expect(balanceOf(line(1, 10, 8), agreed)).toMatchObject({ lack: 2, agreedIn: 1, left: 1 })
    expect(balanceOf(line(2, 10, 12), agreed)).toMatchObject({ spare: 2, agreedOut: 1, free: 1 })
    expect(balanceOf(line(1, 10, 8, { subject: '数学' }), agreed)).toMatchObject({ agreedIn: 0, left: 2 })
  })
})

test('the sum by subject adds only what was stated, in the order of the stages', () => {
  const lines = balanced([
    line(1, 10, 8),
    line(2, 5, 6),
    line(3, null, 7),
    line(1, 1, 1, { stage: '初中' }),
    line(1, 1, 1, { stage: '学前' }),
  ])
  const sums = sumsOf(lines, ['学前', '小学', '初中'])
  expect(sums.map(({ stage }) => stage)).toEqual(['学前', '小学', '初中'])
  expect(sums[1]).toMatchObject({ schools: 2, established: 15, filled: 14, lack: 2, spare: 1, left: 2 })
})

describe('a surplus meets a lack', () => {
  const km = (a: number, b: number) => Math.abs(a - b)

  test('of the nearest school first, and what is left goes to the next', () => {
    const lines = balanced([line(1, 10, 7), line(2, 5, 6), line(5, 5, 9), line(9, 3, 2)])
    expect(meetingsOf(lines, km)).toEqual([
      expect.objectContaining({ fromSchoolId: 2, toSchoolId: 1, n: 1, km: 1 }),
      expect.objectContaining({ fromSchoolId: 5, toSchoolId: 1, n: 2, km: 4 }),
      expect.objectContaining({ fromSchoolId: 5, toSchoolId: 9, n: 1, km: 4 }),
    ])
  })

  test('only of its own stage and subject, schools without a place last', () => {
    const lines = balanced([line(1, 2, 1), line(2, 1, 2, { subject: '数学' }), line(3, 1, 2), line(4, 1, 2)])
    const partly = (a: number, b: number) => (a === 3 || b === 3 ? null : 2)
    expect(meetingsOf(lines, partly)).toMatchObject([{ fromSchoolId: 4, n: 1, km: 2 }])
  })

  test('never for more than is free or lacking, and what nobody meets is left', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 })
    fc.assert(
      fc.property(lines, (counts) => {
        const all = balanced(counts.map(([established, filled], at) => line(at, established, filled)))
        const meetings = meetingsOf(all, km)
        for (const one of all) {
          const taken = meetings.filter(({ toSchoolId }) => toSchoolId === one.schoolId)
          const given = meetings.filter(({ fromSchoolId }) => fromSchoolId === one.schoolId)
          expect(taken.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(one.left)
          expect(given.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(one.free)
        }
        const total = (of: (one: Balanced) => number) => all.reduce((sum, one) => sum + of(one), 0)
        const unmet = unmetOf(all, meetings).reduce((sum, { n }) => sum + n, 0)
        expect(unmet).toBe(Math.max(0, total(({ left }) => left) - total(({ free }) => free)))
      }),
    )
  })
})

test('no more is agreed than one can spare and the other lacks', () => {
  const lines = balanced([line(1, 10, 8), line(2, 5, 8)])
  expect(whyNotAgree(move(2, 1, 2), lines)).toBeUndefined()
  expect(whyNotAgree(move(2, 1, 3), lines)?.message).toContain('还缺 2 人')
  expect(whyNotAgree(move(2, 1, 4), lines)?.message).toContain('可调出 3 人')
  expect(whyNotAgree(move(1, 1, 1), lines)?.path).toBe('toSchoolId')
  expect(whyNotAgree(move(3, 1, 1), lines)?.message).toContain('可调出 0 人')
})

test('the distance is that of the nearest campuses', () => {
  const at = (schoolId: number, latitude: number) => ({ schoolId, longitude: 121.4, latitude })
  const distance = distanceOf([at(1, 31), at(1, 31.05), at(2, 31.06)])
  expect(distance(1, 2)).toBe(1.1)
  expect(distance(1, 3)).toBeNull()
})
