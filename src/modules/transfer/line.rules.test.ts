import { expect, test } from 'vitest'
import { plainTitle } from './heading.rules.ts'
import { isAside } from './line.rules.ts'

const titles = new Map([
  [1, '工号'],
  [2, '姓名'],
  [3, '学校'],
])
const line = (text: string) =>
  text
    .split('|')
    .map((cell, at) => ({ column: at + 1, text: cell }))
    .filter((cell) => cell.text !== '')
const aside = (text: string) => isAside(line(text), titles, plainTitle)

test.each([
  '合计|1308',
  '|合　计||1308',
  '小计：12人',
  '总 计',
  '||总计|5',
  '||教师合计|5',
  '第一小学合计：12人',
  '|合计（人）|1308',
  '合计人数|1,308',
  '幼儿园小计|20',
  '填报人：张三|日期：2023-10-8',
  '注：以上含临聘',
  '1|2|3',
  '颛桥镇学区2023学年教师情况表',
  '工号|姓名|学校',
  '工 号|姓　名',
])('is no row of the table: %s', (text) => expect(aside(text)).toBe(true))

test.each([
  '0112|合晓计|一小',
  '0112|张小计|一小',
  '0112|欧阳合计|一小',
  '0112|张三|一小|合计算法',
  '0112|张三|合计算法学校',
  '|张三|一小',
  '0112||',
  '姓名',
])('is a row of the table: %s', (text) => expect(aside(text)).toBe(false))
