import { expect, test } from 'vitest'
import { grades } from '#shared/school-class.ts'
import { codeOfGrade, gradeOfCodes } from './roster-grade.rules.ts'

test('every grade has a code of its own, and is read from it again', () => {
  const codes = grades.map(codeOfGrade)
  expect(new Set(codes).size).toBe(grades.length)
  expect(codes.map(gradeOfCodes)).toEqual(grades)
  expect(codeOfGrade(null)).toBe('')
})

test.each([
  ['07', '七年级'],
  ['7', '七年级'],
  ['10', '高一'],
  ['kg', '大班'],
  ['PR', '小班'],
  ['七年级', '七年级'],
  ['', ''],
  ['07,08', ''],
  ['13', '13'],
])('grades “%s” are %s', (text, grade) => {
  expect(gradeOfCodes(text)).toBe(grade)
})
