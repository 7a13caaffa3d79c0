import { expect, test } from 'vitest'
import { groupsIn, groupsText, itemsIn, itemsText } from './written.rules.ts'

test('groups and items are read line by line, whatever stands between them', () => {
  const groups = [
    { name: '小学语文', first: 1, second: 2, third: 3 },
    { name: '学前 游戏', first: 0, second: 1, third: 1 },
  ]
  expect(groupsIn('小学语文 1 2 3\n\n 学前 游戏，０、1，1 ')).toEqual({ rows: groups })
  expect(groupsIn(groupsText(groups))).toEqual({ rows: groups })
  const items = [
    { title: '教学目标', weight: 40 },
    { title: '过程', weight: 60 },
  ]
  expect(itemsIn('教学目标：40\n过程 60')).toEqual({ rows: items })
  expect(itemsIn(itemsText(items))).toEqual({ rows: items })
})

test('a line that cannot be read is told', () => {
  expect(groupsIn('小学语文 1 2')).toEqual({ line: '小学语文 1 2' })
  expect(groupsIn('1 2 3')).toEqual({ line: '1 2 3' })
  expect(itemsIn('教学目标')).toEqual({ line: '教学目标' })
  expect(itemsIn('教学目标 1.5')).toEqual({ line: '教学目标 1.5' })
})
