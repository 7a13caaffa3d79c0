import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/access.ts'
import { actorOf, type GrantInForce } from './actor.rules.ts'

const account = { id: 'a', name: '某人' }
const unit = { aboveAll: false, districtIds: [], clusterIds: [], memberIds: [], everMemberIds: [], unitName: '' }
const city = { ...unit, unitId: 310000, unitKind: 'city', aboveAll: true, districtIds: [1, 2], clusterIds: [11, 12] }
const district = { ...unit, unitId: 1, unitKind: 'district', districtIds: [1], clusterIds: [11] }
const members = { memberIds: [21, 22], everMemberIds: [21, 22, 23] }
const cluster = { ...unit, unitId: 11, unitKind: 'cluster', clusterIds: [11], ...members }
const school = { ...unit, unitId: 21, unitKind: 'school', clusterIds: [11, 13], memberIds: [21, 22, 24] }

const as = (role: Role, at: Omit<GrantInForce, 'role'>) => actorOf(account, [{ ...at, role }])
const nowhere = { all: false, districtIds: [], schoolIds: [] }
const schools = (...schoolIds: number[]) => ({ ...nowhere, schoolIds })

describe('whose persons a role opens', () => {
  test.each<[Role, Omit<GrantInForce, 'role'>, object, object]>([
    ['city-officer', city, { ...nowhere, all: true }, { ...nowhere, all: true }],
    ['district-officer', district, { ...nowhere, districtIds: [1] }, { ...nowhere, districtIds: [1] }],
    ['cluster-office', cluster, schools(21, 22, 23), schools(21, 22)],
    ['principal', school, schools(21, 22, 24), schools(21)],
    ['liaison', school, schools(21, 22, 24), schools(21)],
    ['teacher', school, schools(21, 22, 24), nowhere],
    ['expert', cluster, schools(21, 22), nowhere],
    ['expert', district, { ...nowhere, districtIds: [1] }, nowhere],
    ['administrator', city, nowhere, nowhere],
  ])('%s', (role, at, sees, names) => {
    expect(as(role, at)).toMatchObject({ sees, names })
  })
})

describe('what a role covers', () => {
  const schoolPlace = { unitId: 21, districtId: 1, clusterIds: [11] }
  const foreign = { unitId: 31, districtId: 2, clusterIds: [12] }

  test.each<[Role, Omit<GrantInForce, 'role'>, boolean, boolean]>([
    ['city-officer', city, true, true],
    ['district-officer', district, true, false],
    ['cluster-office', cluster, true, false],
    ['principal', school, true, false],
  ])('%s', (role, at, own, other) => {
    const actor = as(role, at)
    expect([actor.holds([role], schoolPlace), actor.holds([role], foreign)]).toEqual([own, other])
  })

  test('a role below a place does not cover it, but belongs to it', () => {
    const principal = as('principal', school)
    expect(principal.holds(['principal'], { unitId: 11, districtId: 1 })).toBe(false)
    expect([principal.belongs(11), principal.belongs(13), principal.belongs(12)]).toEqual([true, true, false])
  })

  test('whoever keeps the accounts belongs to no cluster', () => {
    expect(as('administrator', city).belongs(11)).toBe(false)
  })

  test('a city officer of one of several cities does not stand above the others', () => {
    const officer = as('city-officer', { ...city, aboveAll: false })
    expect(officer.sees).toEqual({ ...nowhere, districtIds: [1, 2] })
    expect(officer.holds(['city-officer'], { unitId: 41, districtId: 3 })).toBe(false)
  })
})

test('several roles add up, and everything swallows the rest', () => {
  const both = actorOf(account, [
    { ...school, role: 'principal' },
    { ...cluster, role: 'expert' },
  ])
  expect(both.sees).toEqual(schools(21, 22, 24))
  expect(
    actorOf(account, [
      { ...school, role: 'principal' },
      { ...city, role: 'city-officer' },
    ]).sees,
  ).toEqual({
    ...nowhere,
    all: true,
  })
})
