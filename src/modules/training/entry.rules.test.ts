import { expect, test } from 'vitest'
import { linesAgainst, readPasted } from './entry.rules.ts'

const plan = { tiers: ['市级', '区级'], fields: ['知识技能'] }
const known = { plan, staffNos: new Set(['0112']), today: '2026-03-01' }

test('pasted lines are read with or without a head, in whichever way the day is written', () => {
  const head = '工号\t级别\t内容\t学分\t日期\t课程\t依据\n'
  const { lines, mistakes } = readPasted(`${head}0112\t市级\t知识技能\t1.5\t2026/2/3\t命题研究\t证书 12 号\r\n\n`)
  expect(mistakes).toEqual([])
  expect(lines).toEqual([
    { staffNo: '0112', tier: '市级', field: '知识技能', credits: 1.5, earnedOn: '2026-02-03', title: '命题研究', evidence: '证书 12 号' }, // prettier-ignore
  ])
  expect(linesAgainst(lines, known)).toEqual([])
})

test('a line that is wrong is named, with what would be right', () => {
  const { lines, mistakes } = readPasted('0112\t市级\t知识技能\t两分\t2026-02-03\t命题研究\t证书\n0113\t县级\t技能\t1\t2026-03-02\t命题研究\t证书') // prettier-ignore
  expect(mistakes).toEqual(['第 1 行：请填写学分。'])
  expect(linesAgainst(lines, known)).toEqual([
    '第 1 行：工号“0113”不在本校名册中。',
    '第 1 行：没有级别“县级”，可以填市级、区级。',
    '第 1 行：没有内容“技能”，可以填知识技能。',
    '第 1 行：日期2026-03-02还没有到。',
  ])
})
