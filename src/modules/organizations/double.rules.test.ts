import { expect, test } from 'vitest'
import { inWayOf, joinedDays } from './double.rules.ts'

test('the school that stays keeps its own days and takes those on which only its double was a member', () => {
  expect(
    joinedDays(
      [{ role: '牵头校', fromDay: '2022-09-01', untilDay: '2023-08-31' }],
      [{ role: '成员校', fromDay: '2021-09-01', untilDay: null }],
    ),
  ).toEqual([
    { role: '成员校', fromDay: '2021-09-01', untilDay: '2022-08-31' },
    { role: '牵头校', fromDay: '2022-09-01', untilDay: '2023-08-31' },
    { role: '成员校', fromDay: '2023-09-01', untilDay: null },
  ])
})

test('what stands in the way is told in the words of the office', () => {
  expect(
    inWayOf([
      { table: 'people.teacher_year', rows: 36 },
      { table: 'later.kind', rows: 2 },
    ]),
  ).toEqual(['教师名册 36 条', '其他记录 2 条'])
})
