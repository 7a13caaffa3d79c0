import { expect, test } from 'vitest'
import { titleLines } from './title.ts'

test.each([
  ['颛桥镇学区2023学年基本情况', ['颛桥镇学区2023学年基本情况']],
  [
    '上海市闵行区颛桥镇建设示范性学区2023学年基本情况和三年行动计划执行情况的报告',
    ['上海市闵行区颛桥镇建设示范性学区2023学年', '基本情况和三年行动计划执行情况的报告'],
  ],
])('%s breaks where a word ends', (title, lines) => {
  expect(titleLines(title)).toEqual(lines)
})

test('no line begins with a particle or a stop, or ends with what opens', () => {
  const lines = titleLines('关于贯彻《上海市紧密型学区和集团建设实施意见》（2023年版）的若干情况的报告，以及有关的说明')
  expect(lines.join('')).toContain('的报告，')
  for (const line of lines) {
    expect(line).not.toMatch(/^[的，》）]|[《（]$/)
    expect([...line].length).toBeLessThanOrEqual(22)
  }
})

test('a break that somebody made stays, and one long word is no reason to fail', () => {
  expect(titleLines('颛桥镇学区\n基本情况')).toEqual(['颛桥镇学区', '基本情况'])
  expect(titleLines('A'.repeat(90))).toEqual(['A'.repeat(90)])
})
