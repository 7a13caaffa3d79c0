import { expect, test } from 'vitest'
import { looksLikeIdCard, shown, whyNotBorn } from './teacher.rules.ts'

const line = {
  name: '胡敏刚',
  staffNo: '011200001',
  bornOn: '1981-08-01',
  subject: '语文',
  eligibleReason: '免予交流（至2024年2月29日）',
  declaredEligible: true,
}

test('who may see names sees the line as it is', () => {
  expect(shown(line, true)).toEqual({ ...line, masked: false })
})

test('others see what the line says, but not whose it is', () => {
  expect(shown(line, false)).toEqual({
    name: '胡**',
    staffNo: '*******01',
    bornOn: null,
    eligibleReason: '',
    declaredEligible: null,
    subject: '语文',
    masked: true,
  })
})

test('an ID-card number is known by its form, a staff number is none', () => {
  expect(looksLikeIdCard('11010519491231002x')).toBe(true)
  expect(looksLikeIdCard('011200001')).toBe(false)
})

test.each([
  ['2006-09-01', null, undefined],
  ['2006-10-01', null, '2022学年开始时还不满 16 周岁'],
  ['2030-01-01', '2017-09-01', '出生年月 2030-01 有误'],
  ['2001-09-01', '2017-09-01', undefined],
  ['2002-01-01', '2017-09-01', '到本校任教（2017-09）时还不满 16 周岁'],
  [null, '2017-09-01', undefined],
])('born in %s and here since %s: %s', (bornOn, joinedOn, expected) => {
  const said = whyNotBorn({ bornOn, joinedOn }, 2022)
  if (expected === undefined) expect(said).toBeUndefined()
  else expect(said).toContain(expected)
})
