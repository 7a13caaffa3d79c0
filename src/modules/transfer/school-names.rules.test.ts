import { expect, test } from 'vitest'
import { SchoolNames } from './school-names.rules.ts'

const first = { id: 1, name: '颛桥第一小学(示例)', shortName: '一小' }
const second = { id: 2, name: '颛桥第二小学(示例)', shortName: '二小' }
const twin = { id: 3, name: '元江第二小学', shortName: '二小' }
const names = new SchoolNames([first, second, twin])

test('a school goes by its full and by its short name, whatever widths and blanks', () => {
  expect(names.find('颛桥第一小学（示例）')).toBe(first)
  expect(names.find('一　小')).toBe(first)
})

test('a short name that two schools share means neither', () => {
  expect(names.find('二小')).toBe('several')
  expect(names.find('元江第二小学')).toBe(twin)
})

test('an unknown name is answered with the full name of the nearest', () => {
  expect(names.find('颛桥第一小学')).toBeUndefined()
  expect(names.nearest('颛桥第1小学(示例)')).toBe('颛桥第一小学(示例)')
  expect(new SchoolNames([]).nearest('一小')).toBeUndefined()
})
