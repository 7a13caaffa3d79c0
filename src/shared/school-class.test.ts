import { expect, test } from 'vitest'
import {
  className,
  gradeOfClass,
  grades,
  inClassOrder,
  nameInGrade,
  notYetIn,
  wholeClassName,
  withClass,
  type Grade,
  type SchoolClass,
} from './school-class.ts'

test.each([
  ['七（3）班', '七年级'],
  ['七年级3班', '七年级'],
  ['七3班', '七年级'],
  ['7（3）班', '七年级'],
  ['预备（1）班', '六年级'],
  ['预初2班', '六年级'],
  ['初一（2）班', '七年级'],
  ['初三4班', '九年级'],
  ['高一（2）班', '高一'],
  ['高23班', '高二'],
  ['小（1）班', '小班'],
  ['大班', '大班'],
  ['中2班', '中班'],
  ['701班', undefined],
  ['一班', undefined],
  ['小一（2）班', undefined],
  ['实验班', undefined],
])('%s is of the grade %s', (name, grade) => {
  expect(gradeOfClass(name)).toBe(grade)
})

test.each([
  ['七 (3) 班', null, '七（3）班'],
  ['七(3)', null, '七（3）班'],
  ['3班', '七年级', '七（3）班'],
  ['（03）班', '高一', '高一（3）班'],
  ['(2)班', '大班', '大（2）班'],
  ['3班', null, '3班'],
  ['七（3）班', '七年级', '七（3）班'],
  ['701班', '七年级', '701班'],
  ['钱学森班', '七年级', '钱学森班'],
] as const)('%s of %s is called %s', (text, grade, name) => {
  expect(wholeClassName(text, grade)).toBe(name)
})

test.each([
  ['七（3）班', '七年级', '（3）班'],
  ['七年级3班', '七年级', '3班'],
  ['高一（2）班', '高一', '（2）班'],
  ['大（1）班', '大班', '（1）班'],
  ['钱学森班', '七年级', '钱学森班'],
  ['七（3）班', null, '七（3）班'],
] as const)('%s stands beside %s as %s', (name, grade, rest) => {
  expect(nameInGrade({ name, grade })).toBe(rest)
})

test('the number of a class in every grade makes a name that tells its grade and comes apart again', () => {
  for (const grade of grades) {
    const name = wholeClassName('12班', grade)
    expect([name, gradeOfClass(name)]).toEqual([name, grade])
    expect(nameInGrade({ name, grade })).toBe('（12）班')
    expect(className(name)).toBe(name)
  }
})

test('classes stand by grade and number, those without a grade last', () => {
  const of = (name: string, grade: Grade | null): SchoolClass => ({ name, grade })
  const all = [of('实验班', null), of('七（10）班', '七年级'), of('七（2）班', '七年级'), of('六（1）班', '六年级')]
  expect(all.toSorted(inClassOrder).map(({ name }) => name)).toEqual(['六（1）班', '七（2）班', '七（10）班', '实验班'])
})

test('classes are written one after the other, and none is offered twice', () => {
  const names = ['四（1）班', '四（2）班', '四（3）班']
  expect(withClass('', '四（1）班')).toBe('四（1）班')
  expect(withClass('四（1）班、', '四（2）班')).toBe('四（1）班、四（2）班')
  expect(notYetIn('四(1)班，四（3）', names)).toEqual(['四（2）班'])
  expect(notYetIn('', names)).toEqual(names)
})
