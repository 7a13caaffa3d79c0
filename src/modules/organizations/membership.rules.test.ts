import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDay } from '#shared/school-year.ts'
import { memberRoles, paintMembership, type MemberRole, type Membership } from './membership.rules.ts'

interface Said {
  schoolYear: number
  /** Null: the ledger leaves the school out. */
  role: MemberRole | null
}

/** What a row of ledgers, taken one after the other, makes of a school's memberships. */
function taken(ledgers: readonly Said[]): Membership[] {
  const said = new Map<number, MemberRole | null>()
  let memberships: Membership[] = []
  for (const { schoolYear, role } of ledgers) {
    memberships = paintMembership(memberships, { schoolYear, role }, [...said.keys()])
    said.set(schoolYear, role)
  }
  return memberships
}

const roleIn = (memberships: readonly Membership[], schoolYear: number) =>
  memberships.filter(
    ({ fromDay, untilDay }) => fromDay <= lastDay(schoolYear) && (untilDay === null || untilDay >= lastDay(schoolYear)),
  )

const ledgers = fc.uniqueArray(
  fc.record({ schoolYear: fc.integer({ min: 2015, max: 2026 }), role: fc.constantFrom(...memberRoles) }),
  { selector: ({ schoolYear }) => schoolYear, minLength: 1, maxLength: 6 },
)

const ledgersWithGaps = fc.uniqueArray(
  fc.record({ schoolYear: fc.integer({ min: 2015, max: 2026 }), role: fc.constantFrom(...memberRoles, null) }),
  { selector: ({ schoolYear }) => schoolYear, minLength: 1, maxLength: 6 },
)

test('the first ledger opens a membership until further notice', () => {
  expect(taken([{ schoolYear: 2021, role: '成员校' }])).toEqual([
    { role: '成员校', fromDay: '2021-09-01', untilDay: null },
  ])
})

test('the same role in the next year goes on', () => {
  expect(
    taken([
      { schoolYear: 2021, role: '成员校' },
      { schoolYear: 2022, role: '成员校' },
    ]),
  ).toEqual([{ role: '成员校', fromDay: '2021-09-01', untilDay: null }])
})

test('a new role begins with its school year, and the year before keeps its own', () => {
  expect(
    taken([
      { schoolYear: 2021, role: '成员校' },
      { schoolYear: 2022, role: '牵头校' },
    ]),
  ).toEqual([
    { role: '成员校', fromDay: '2021-09-01', untilDay: '2022-08-31' },
    { role: '牵头校', fromDay: '2022-09-01', untilDay: null },
  ])
})

test('an old ledger that comes in late leaves the later years alone', () => {
  const late = taken([
    { schoolYear: 2023, role: '牵头校' },
    { schoolYear: 2021, role: '成员校' },
  ])
  expect(late).toEqual([
    { role: '成员校', fromDay: '2021-09-01', untilDay: '2023-08-31' },
    { role: '牵头校', fromDay: '2023-09-01', untilDay: null },
  ])
})

test('a school that a ledger leaves out has left, until a later one names it again', () => {
  const left = taken([
    { schoolYear: 2021, role: '成员校' },
    { schoolYear: 2022, role: null },
    { schoolYear: 2024, role: '成员校' },
  ])
  expect(left).toEqual([
    { role: '成员校', fromDay: '2021-09-01', untilDay: '2022-08-31' },
    { role: '成员校', fromDay: '2024-09-01', untilDay: null },
  ])
})

test('an end that was set before the painted days stays', () => {
  const before: Membership[] = [{ role: '成员校', fromDay: '2018-09-01', untilDay: '2020-01-31' }]
  expect(paintMembership(before, { schoolYear: 2021, role: '成员校' }, [])).toEqual([
    { role: '成员校', fromDay: '2018-09-01', untilDay: '2020-01-31' },
    { role: '成员校', fromDay: '2021-09-01', untilDay: null },
  ])
})

test('the order in which ledgers come in does not matter', () => {
  fc.assert(
    fc.property(ledgersWithGaps, fc.infiniteStream(fc.nat()), (all, dice) => {
      const shuffled = all
        .map((one) => ({ one, at: dice.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(taken(shuffled)).toEqual(taken(all))
    }),
  )
})

test('every year says what its own ledger said, and taking one twice changes nothing', () => {
  fc.assert(
    fc.property(ledgersWithGaps, (all) => {
      const memberships = taken(all)
      for (const { schoolYear, role } of all)
        expect(roleIn(memberships, schoolYear)).toMatchObject(role === null ? [] : [{ role }])
      expect(taken([...all, ...all])).toEqual(memberships)
    }),
  )
})

test('memberships never overlap, and a year is never in two roles', () => {
  fc.assert(
    fc.property(ledgers, (all) => {
      const memberships = taken(all)
      for (const [at, next] of memberships.entries()) {
        const last = memberships[at - 1]
        if (last) expect(last.untilDay! < next.fromDay).toBe(true)
      }
      expect(memberships.at(-1)?.untilDay).toBeNull()
    }),
  )
})
