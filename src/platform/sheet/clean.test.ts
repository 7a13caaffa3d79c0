import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanCode, cleanHeader, cleanList, cleanName, cleanText, comparisonKey } from './clean.ts'

/** Letters, digits, blanks and signs of every width, and whatever else Unicode has. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..." 　\u00a0\u200b\n*＊（(）)【】[]：:·•.．张三Ａa１1'’ﬁ⽣") }),
)

describe.each([
  ['cleanText', cleanText],
  ['cleanName', cleanName],
  ['cleanCode', cleanCode],
  ['cleanHeader', cleanHeader],
  ['comparisonKey', comparisonKey],
])('%s', (_, clean) => {
  it('never throws and has nothing left to do the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => clean(clean(text)) === clean(text)),
      { numRuns: 2000 },
    )
  })
})

it('cleanText keeps what was written and takes away what nobody sees', () => {
  expect(cleanText('\u3000㎡①，⽣\u00a0x\ufeff\r\ny ')).toBe('㎡①，生 x\ny')
})

it.each([
  ['张\u3000 三', '张三'],
  ['买买提•艾力', '买买提·艾力'],
  ['买买提．艾力', '买买提·艾力'],
  ['\u200b李四\n', '李四'],
  ['John   Smith', 'John Smith'],
  ['J. Smith', 'J.Smith'],
])('cleanName reads %j as %s', (text, name) => {
  expect(cleanName(text)).toBe(name)
})

it.each([
  ["'０１１２０００１", '01120001'],
  [' k 001 ', 'K001'],
  ['２０２１－Ｋ００１', '2021-K001'],
])('cleanCode reads %j as %s', (text, code) => {
  expect(cleanCode(text)).toBe(code)
})

it.each([
  ['出生\n年月 *（必填）', '出生年月'],
  ['＊工 号：', '工号'],
  ['骨干类别(市/区(含后备)/校)', '骨干类别'],
  ['【基本信息】姓名', '姓名'],
  ['（备注）', '(备注)'],
])('cleanHeader reads %j as %s', (text, header) => {
  expect(cleanHeader(text)).toBe(header)
})

it('cleanList takes every usual sign between items', () => {
  expect(cleanList('共建；特色、 输出共享,共建\n')).toEqual(['共建', '特色', '输出共享'])
})

it('comparisonKey makes one of two ways of writing a name', () => {
  expect(comparisonKey('颛桥一园（示例）')).toBe(comparisonKey('颛桥 一园(示例) '))
})
