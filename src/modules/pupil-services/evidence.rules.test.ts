import { expect, test } from 'vitest'
import { ofActivity, ofAid, ofParentSchool, plainFileName, strangeFiles, useInWords } from './evidence.rules.ts'

test('a thing points at files of its own school, and at those that it pointed at before', () => {
  const known = [
    { id: 'a', schoolId: 1 },
    { id: 'b', schoolId: 2 },
    { id: 'c', schoolId: 2 },
  ]
  expect(strangeFiles(['a', 'b', 'c', 'd'], known, { schoolId: 1, before: ['c'] })).toEqual(['b', 'd'])
  expect(strangeFiles([], known, { schoolId: 1, before: [] })).toEqual([])
})

test('the plain name of a file keeps what it is, and nothing of whose it is', () => {
  expect(plainFileName('张三的救护证书.PDF')).toBe('佐证材料.pdf')
  expect(plainFileName('李四.三等奖.jpg', 2)).toBe('佐证材料2.jpg')
  expect(plainFileName('没有后缀')).toBe('佐证材料')
})

test('where a file is used is told in the words of the pages', () => {
  const titleOf = (id: string) => (id === 'x' ? '走进博物馆' : undefined)
  expect(useInWords(ofActivity('x'), titleOf)).toBe('联合活动《走进博物馆》')
  expect(useInWords(ofParentSchool(7, 2023), titleOf)).toBe('2023学年家长学校')
  expect(useInWords(ofAid('y'), titleOf)).toBe('AED与救护培训')
})
