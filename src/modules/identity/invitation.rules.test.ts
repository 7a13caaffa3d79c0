import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whyNotDays } from './grant.rules.ts'
import { readSchools } from './invitation.rules.ts'
import { isPhoneCode, plainCode, stateOf } from './second-factor.rules.ts'
import { readBulk } from './web/bulk-lines.ts'

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

test('a pasted list is read by tab, comma or blank; headings and empty lines are passed over', () => {
  const text = '学校\t姓名\t电话\n一小\t王一\t13800000000\n\n二小，李二\n三小 赵三 021-6400 0000\n只有学校'
  expect(readBulk(text)).toEqual({
    lines: [
      { school: '一小', name: '王一', phone: '13800000000' },
      { school: '二小', name: '李二' },
      { school: '三小', name: '赵三', phone: '021-6400' },
    ],
    faults: [6],
  })
})

test('whatever is pasted, each line is read, passed over or named as a fault', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }).filter((line) => !/[\r\n]/.test(line))), (lines) => {
      const { lines: read, faults } = readBulk(lines.join('\n'))
      expect(read.length + faults.length).toBeLessThanOrEqual(lines.length)
      for (const { school, name } of read) expect(school && name).toBeTruthy()
      for (const fault of faults) expect(lines[fault - 1]?.trim()).toBeTruthy()
    }),
  )
})

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
