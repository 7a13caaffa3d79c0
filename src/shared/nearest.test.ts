import { expect, test } from 'vitest'
import { nearby, nearest } from './nearest.ts'

const schools = ['颛桥第一小学(示例)', '颛桥第二小学(示例)', '颛桥第一中学(示例)', '第一小学', '第二小学', '第一中学']

test.each([
  ['颛桥第一小学(示列)', '颛桥第一小学(示例)'],
  ['第2小学', '第二小学'],
  ['颛桥笫一中学(示例)', '颛桥第一中学(示例)'],
])('%s is nearest to %s', (written, meant) => expect(nearest(written, schools)).toBe(meant))

test('nothing is near where there is nothing', () => expect(nearest('甲', [])).toBeUndefined())

test.each([
  ['高级', ['正高级教师', '高级教师', '一级教师'], '高级教师'],
  ['小学部', ['小学', '完全中学'], '小学'],
  ['二级教帅', ['一级教师', '二级教师'], '二级教师'],
  ['未知', ['男', '女'], undefined],
  ['王补名', ['男', '女'], undefined],
  ['大学', ['学前', '小学', '初中'], undefined],
  ['国家级骨干', ['市骨干', '区骨干', '校骨干'], undefined],
])('%s may mean, of %j, %s', (written, candidates, meant) => expect(nearby(written, candidates)).toBe(meant))
