import { describe, expect, test } from 'vitest'
import type { Role } from '#shared/access.ts'
import { actorOf, type GrantInForce } from './actor.rules.ts'
import { grantAccess, handsOver, keepsAccount, type GrantSubject } from './grant.access.ts'

const unit = { aboveAll: false, districtIds: [], clusterIds: [], memberIds: [], everMemberIds: [], unitName: '' }
const standing: Record<string, Omit<GrantInForce, 'role'>> = {
  city: { ...unit, unitId: 310000, unitKind: 'city', aboveAll: true, districtIds: [1, 2], clusterIds: [11, 12] },
  district: { ...unit, unitId: 1, unitKind: 'district', districtIds: [1], clusterIds: [11] },
  cluster: { ...unit, unitId: 11, unitKind: 'cluster', clusterIds: [11], memberIds: [21] },
  school: { ...unit, unitId: 21, unitKind: 'school', clusterIds: [11], memberIds: [21] },
}
const place = {
  city: { unitId: 310000, districtId: 310000 },
  district: { unitId: 1, districtId: 1 },
  cluster: { unitId: 11, districtId: 1, clusterIds: [] },
  school: { unitId: 21, districtId: 1, clusterIds: [11] },
  foreignCluster: { unitId: 12, districtId: 2, clusterIds: [] },
  foreignSchool: { unitId: 31, districtId: 2, clusterIds: [12] },
}
const as = (role: Role, at: keyof typeof standing) => actorOf({ id: 'me', name: '我' }, [{ ...standing[at]!, role }])
const who = {
  administrator: as('administrator', 'city'),
  city: as('city-officer', 'city'),
  district: as('district-officer', 'district'),
  office: as('cluster-office', 'cluster'),
  principal: as('principal', 'school'),
  liaison: as('liaison', 'school'),
  teacher: as('teacher', 'school'),
  expert: as('expert', 'cluster'),
}
type Who = keyof typeof who
const grant = (role: Role, at: keyof typeof place, accountId: string | null = null): GrantSubject => ({
  role,
  ...place[at],
  accountId,
})
const those = (policy: (one: Who) => boolean) => (Object.keys(who) as Who[]).filter(policy)

describe('who gives which role where: nobody what they are not over', () => {
  test.each<[Role, keyof typeof place, Who[]]>([
    ['administrator', 'city', ['administrator']],
    ['city-officer', 'city', ['administrator']],
    ['district-officer', 'district', ['administrator', 'city']],
    ['cluster-office', 'cluster', ['administrator', 'city', 'district']],
    ['cluster-office', 'foreignCluster', ['administrator', 'city']],
    ['principal', 'school', ['district', 'office']],
    ['principal', 'foreignSchool', []],
    ['liaison', 'school', ['office', 'principal']],
    ['liaison', 'foreignSchool', []],
    ['teacher', 'school', ['office', 'principal']],
    ['expert', 'cluster', ['city', 'district', 'office']],
    ['expert', 'city', ['city']],
  ])('%s at the %s', (role, at, expected) => {
    expect(those((one) => grantAccess.give(who[one], grant(role, at)))).toEqual(expected)
  })
})

describe('who looks after an account with which role', () => {
  test.each<[Role, keyof typeof place, Who[]]>([
    ['district-officer', 'district', ['administrator', 'city']],
    ['principal', 'school', ['administrator', 'city', 'district', 'office']],
    ['liaison', 'school', ['administrator', 'city', 'district', 'office', 'principal']],
    // Who keeps the accounts sees no teacher.
    ['teacher', 'school', ['city', 'district', 'office', 'principal']],
    ['liaison', 'foreignSchool', ['administrator', 'city']],
  ])('%s at the %s', (role, at, expected) => {
    expect(those((one) => grantAccess.keep(who[one], grant(role, at)))).toEqual(expected)
  })
})

test('nobody gives themself anything, whoever they are', () => {
  for (const one of Object.values(who))
    for (const role of ['cluster-office', 'liaison', 'administrator'] as const)
      for (const at of Object.keys(place) as (keyof typeof place)[])
        expect(grantAccess.give(one, grant(role, at, 'me'))).toBe(false)
})

test('an account with a role elsewhere is not looked after by who is over one of its roles', () => {
  const account = { id: 'x', grants: [grant('liaison', 'school', 'x'), grant('district-officer', 'district', 'x')] }
  expect(those((one) => keepsAccount(who[one], account))).toEqual(['administrator', 'city'])
  expect(those((one) => handsOver(who[one], account))).toEqual([])
  expect(keepsAccount(who.city, { id: 'x', grants: [] })).toBe(false)
})

test('an account without a role stays with whoever looked after its last one', () => {
  const without = (role: Role) => ({ id: 'x', grants: [], last: grant(role, 'school', 'x') })
  expect(those((one) => keepsAccount(who[one], without('liaison')))).toEqual(['administrator', 'city', 'district', 'office', 'principal']) // prettier-ignore
  expect(keepsAccount(who.administrator, without('teacher'))).toBe(false)
  expect(keepsAccount(who.liaison, { ...without('liaison'), id: 'me' })).toBe(false)
})
