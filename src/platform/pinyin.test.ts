import { expect, test } from 'vitest'
import { spellPerson, spellTitle } from './pinyin.ts'

test('a surname is read as a surname', () => {
  expect(spellPerson('单于强')).toEqual({ pinyin: 'shan yu qiang', initials: 'syq' })
  expect(spellPerson('曾国藩').pinyin).toBe('zeng guo fan')
  expect(spellPerson('吕布').pinyin).toBe('lv bu')
})

test('a foreign name keeps its parts and loses its dot', () => {
  expect(spellPerson('买买提·艾力')).toEqual({ pinyin: 'mai mai ti ai li', initials: 'mmtal' })
  expect(spellPerson('Smith')).toEqual({ pinyin: 'smith', initials: 's' })
})

test('a school is found by its numbers too', () => {
  expect(spellTitle('颛桥第2小学(示例)')).toEqual({ pinyin: 'zhuan qiao di 2 xiao xue shi li', initials: 'zqd2xxsl' })
})
