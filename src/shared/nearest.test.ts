import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const schools = ['颛桥第一小学(示例)', '颛桥第二小学(示例)', '颛桥第一中学(示例)', '第一小学', '第二小学', '第一中学']

test.each([
  ['颛桥第一小学(示列)', '颛桥第一小学(示例)'],
  ['第2小学', '第二小学'],
  ['颛桥笫一中学(示例)', '颛桥第一中学(示例)'],
])('%s is nearest to %s', (written, meant) => expect(nearest(written, schools)).toBe(meant))

test('nothing is near where there is nothing', () => expect(nearest('甲', [])).toBeUndefined())
