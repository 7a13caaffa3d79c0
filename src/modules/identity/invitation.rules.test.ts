import { expect, test } from 'vitest'
import { whyNotDays } from './grant.rules.ts'
import { isBrokenMobile, readSchools, writtenTwice } from './invitation.rules.ts'
import { isPhoneCode, plainCode, stateOf } from './second-factor.rules.ts'

const schools = [
  { id: 1, name: '闵行区第一小学', shortName: '一小' },
  { id: 2, name: '闵行区第二小学', shortName: '二小' },
  { id: 3, name: '二小', shortName: '二小东校' },
]

test('a school is known by its full or its short name, blanks aside; a name that two have is asked about', () => {
  const lines = ['闵行区 第一小学', '一小', '二小', '三小'].map((school) => ({ school }))
  const { found, unknown } = readSchools(lines, schools)
  expect(found.map(({ school }) => school.id)).toEqual([1, 1])
  expect(unknown).toEqual(['二小', '三小'])
})

test('the same person at the same school is found, however school and name are written', () => {
  const lines = [
    { school: '一小', name: '王一' },
    { school: '二小东校', name: '王一' },
    { school: '闵行区第一小学', name: '王 一' },
  ]
  const { found } = readSchools(lines, schools)
  expect(writtenTwice(found)?.line).toBe(lines[2])
  expect(writtenTwice(found.slice(0, 2))).toBeUndefined()
})

test.each([
  ['13800000000', false],
  ['+86 138 0000 0000', false],
  ['1380000000', true],
  ['138000000000', true],
  ['021-64001234', false],
  ['12345', false],
])('%s is a broken mobile number: %s', (phone, broken) => expect(isBrokenMobile(phone)).toBe(broken))

test.each([
  [{ fromDay: '2026-01-01', untilDay: null }, undefined],
  [{ fromDay: '2026-01-01', untilDay: '2026-05-01' }, undefined],
  [{ fromDay: '2026-09-01', untilDay: '2026-08-31' }, 'identity.endsBeforeItBegins'],
  [{ fromDay: '2026-01-01', untilDay: '2026-04-30' }, 'identity.endInPast'],
])('the days %j on 1 May 2026: %s', (days, code) => {
  expect(whyNotDays(days, '2026-05-01')?.code).toBe(code)
})

test.each([
  [{ on: true, roles: [], config: 'optional' }, 'on'],
  [{ on: false, roles: ['teacher', 'liaison'], config: 'required' }, 'off'],
  [{ on: false, roles: ['cluster-office'], config: 'optional' }, 'advised'],
  [{ on: false, roles: ['administrator'], config: 'required' }, 'required'],
] as const)('the second factor of %j is %s', (given, state) => {
  expect(stateOf(given)).toBe(state)
})

test('a code is read however it is typed', () => {
  expect(['123 456', '123456', 'abcde-fgh23', '12345'].map(isPhoneCode)).toEqual([true, true, false, false])
  expect(plainCode(' ABCDE-fgh23 ')).toBe('abcdefgh23')
})
