import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from '#shared/day.ts'
import { Problem } from '#shared/problem.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'
import { changed, gapsOf, keptYearsOf, leadless, yearsMoved, type Change } from './change.rules.ts'
import { intervalOn, memberRoles, paintMembership, type Membership } from './membership.rules.ts'

const before: Membership[] = [
  { role: '成员校', fromDay: '2021-09-01', untilDay: '2022-08-31' },
  { role: '牵头校', fromDay: '2022-09-01', untilDay: null },
]

test('who leaves is a member on the last day and not on the next', () => {
  expect(changed(before, { kind: 'leave', day: '2024-01-31' })).toEqual([
    before[0],
    { role: '牵头校', fromDay: '2022-09-01', untilDay: '2024-01-31' },
  ])
})

test('a role for some days gives way to the old one afterwards', () => {
  const term: Change = { kind: 'role', role: '轮值校', day: '2023-09-01', untilDay: '2024-08-31' }
  expect(changed(before, term)).toEqual([
    before[0],
    { role: '牵头校', fromDay: '2022-09-01', untilDay: '2023-08-31' },
    { role: '轮值校', fromDay: '2023-09-01', untilDay: '2024-08-31' },
    { role: '牵头校', fromDay: '2024-09-01', untilDay: null },
  ])
})

test.each<[string, Change, string]>([
  ['joining while a member', { kind: 'join', role: '成员校', day: '2024-09-01', untilDay: null }, 'alreadyMember'],
  [
    'joining with an end inside a membership',
    { kind: 'join', role: '成员校', day: '2020-09-01', untilDay: '2021-09-01' },
    'alreadyMember',
  ],
  ['leaving before the first day', { kind: 'leave', day: '2021-08-31' }, 'notMember'],
  ['a role before the first day', { kind: 'role', role: '牵头校', day: '2020-09-01', untilDay: null }, 'notMember'],
  [
    'an end before the start',
    { kind: 'role', role: '牵头校', day: '2023-09-01', untilDay: '2023-08-31' },
    'endBeforeStart',
  ],
])('%s is refused in a sentence', (_, change, code) => {
  const refusal = changed(before, change)
  expect(refusal).toBeInstanceOf(Problem)
  expect(refusal).toMatchObject({ code: `organizations.${code}` })
  expect((refusal as Problem).message).toMatch(/。$/)
})

test('the sentence says what stands in the way', () => {
  const refusal = changed(before, { kind: 'join', role: '成员校', day: '2024-09-01', untilDay: null })
  expect((refusal as Problem).message).toContain('2022年9月1日起为牵头校')
})

test('a gap is told by its days', () => {
  const left = changed(before, { kind: 'leave', day: '2023-08-31' }) as Membership[]
  const back = changed(left, { kind: 'join', role: '成员校', day: '2024-02-01', untilDay: null }) as Membership[]
  expect(gapsOf(back)).toEqual([{ from: '2023-09-01', until: '2024-01-31' }])
})

test('leaving within a school year takes the school out of the figures of that year and of later ones, not of past ones', () => {
  const left = changed(before, { kind: 'leave', day: '2024-01-31' }) as Membership[]
  expect(yearsMoved(before, left, [2021, 2022, 2023, 2024])).toEqual([
    { schoolYear: 2023, gained: false },
    { schoolYear: 2024, gained: false },
  ])
})

test.each<[Change, number[]]>([
  [{ kind: 'leave', day: '2024-08-31' }, [2024]],
  [{ kind: 'leave', day: '2024-01-31' }, [2023]],
  [{ kind: 'join', role: '成员校', day: '2024-01-15', untilDay: null }, [2023]],
  [{ kind: 'role', role: '轮值校', day: '2024-09-01', untilDay: '2026-08-31' }, [2024, 2025]],
])('%j keeps its school years from the ledgers', (change, years) => expect(keptYearsOf(change)).toEqual(years))

const days = fc.integer({ min: 0, max: 4000 }).map((n) => dayAfter('2015-09-01', n))
const until = (day: string) => fc.option(fc.integer({ min: 0, max: 900 }).map((n) => dayAfter(day, n)))
const changes = fc.oneof(
  days.map((day): Change => ({ kind: 'leave', day })),
  days.chain((day) =>
    fc.record({
      kind: fc.constantFrom('join' as const, 'role' as const),
      role: fc.constantFrom(...memberRoles),
      day: fc.constant(day),
      untilDay: until(day),
    }),
  ),
)

/** The memberships after each change of a row; one that does not fit changes nothing. */
function history(row: readonly Change[]): Membership[][] {
  const states: Membership[][] = [[]]
  for (const change of row) {
    const next = changed(states.at(-1)!, change)
    states.push(next instanceof Problem ? states.at(-1)! : next)
  }
  return states
}

test('after any row of joins, leaves and roles the memberships are disjoint and in order', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 12 }), (row) => {
      for (const memberships of history(row))
        for (const [at, one] of memberships.entries()) {
          expect(one.untilDay === null || one.untilDay >= one.fromDay).toBe(true)
          if (at > 0) expect(memberships[at - 1]!.untilDay! < one.fromDay).toBe(true)
        }
    }),
    { numRuns: 400 },
  )
})

test('days before a change stay what they were, so no figure of an earlier year moves', () => {
  fc.assert(
    fc.property(
      fc.array(changes, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 2014, max: 2026 }),
      (row, year) => {
        const states = history(row)
        for (const [at, change] of row.entries()) {
          if (lastDay(year) >= change.day) continue
          expect(intervalOn(states[at + 1]!, lastDay(year))?.role).toBe(intervalOn(states[at]!, lastDay(year))?.role)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('moving leaves no day in both clusters and none in neither', () => {
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 6 }), fc.array(changes, { maxLength: 6 }), days, (one, other, day) => {
      const here = changed(history(one).at(-1)!, { kind: 'leave', day })
      const there = changed(history(other).at(-1)!, {
        kind: 'join',
        role: '成员校',
        day: dayAfter(day),
        untilDay: null,
      })
      if (here instanceof Problem || there instanceof Problem) return
      expect(intervalOn(here, day)).toBeDefined()
      expect(intervalOn(here, dayAfter(day))).toBeUndefined()
      expect(intervalOn(there, dayAfter(day))).toBeDefined()
    }),
  )
})

test('a ledger of an earlier year paints up to a year kept by hand and no further', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2015, max: 2023 }), fc.constantFrom(...memberRoles, null), (year, role) => {
      const left = changed(before, { kind: 'leave', day: '2024-08-31' }) as Membership[]
      const painted = paintMembership(left, { schoolYear: year, role }, [2024])
      expect(intervalOn(painted, firstDay(2024))).toBeUndefined()
      expect(intervalOn(painted, lastDay(year))?.role).toBe(role ?? undefined)
    }),
  )
})

test('a cluster has no lead school once it leaves or takes another role, unless another leads in those days', () => {
  const left = changed(before, { kind: 'leave', day: '2024-01-31' }) as Membership[]
  expect(leadless(before, left, [])).toEqual([{ role: '牵头校', fromDay: '2024-02-01', untilDay: null }])
  expect(leadless(before, left, [{ fromDay: '2024-02-01', untilDay: '2024-08-31' }])).toMatchObject([
    { fromDay: '2024-09-01', untilDay: null },
  ])
  expect(leadless(before, left, [{ fromDay: '2023-09-01', untilDay: null }])).toEqual([])
  const term = changed(before, {
    kind: 'role',
    role: '轮值校',
    day: '2023-09-01',
    untilDay: '2024-08-31',
  }) as Membership[]
  expect(leadless(before, term, [])).toMatchObject([{ fromDay: '2023-09-01', untilDay: '2024-08-31' }])
  expect(leadless(before, before, [])).toEqual([])
})
