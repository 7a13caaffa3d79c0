import { expect, test } from 'vitest'
import { looksLikeIdCard, shown } from './teacher.rules.ts'

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
