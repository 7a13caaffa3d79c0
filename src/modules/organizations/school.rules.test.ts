import { expect, test } from 'vitest'
import { campusName, districtOfCode, isNationalCode, mayBeCode } from './school.rules.ts'

test.each([
  [1, '本部'],
  [2, '第二校区'],
  [10, '第十校区'],
  [12, '第十二校区'],
  [20, '第二十校区'],
  [99, '第九十九校区'],
])('campus %d is called %s', (position, name) => expect(campusName(position)).toBe(name))

test('a code of another form may still be one, a word may not', () => {
  expect(isNationalCode('3101121001')).toBe(true)
  expect(isNationalCode('310112-01')).toBe(false)
  expect(mayBeCode('310112-01')).toBe(true)
  expect(mayBeCode('待定')).toBe(false)
  expect(mayBeCode('12')).toBe(false)
})

test('a school stands in the district with which its code begins, if there is one', () => {
  const isDistrict = (id: number) => id === 310112
  expect(districtOfCode('3101121001', isDistrict, 310101)).toBe(310112)
  expect(districtOfCode('2131009999', isDistrict, 310101)).toBe(310101)
  expect(districtOfCode('AB31009999', isDistrict, 310101)).toBe(310101)
})
