import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Table } from './block.ts'
import { cellInWords, columnShares, headLines, inHan, numbered } from './block-words.ts'

const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, text: '题' })
const table = (columns: Table['columns'], rows: Table['rows']): Table => ({ kind: 'table', title: '表', columns, rows })

test.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [45, '四十五']])('%i in Han numerals', (n, words) => expect(inHan(n)).toBe(words)) // prettier-ignore

describe('numbers of the standard', () => {
  test('begin anew below each heading; tables and charts are counted through', () => {
    const blocks = [heading(1), heading(2), heading(3), heading(3), heading(2), heading(3), heading(1), heading(2)]
    expect(numbered(blocks).map((block) => block.kind === 'heading' && block.text)).toEqual([
      '一、题', '（一）题', '1.题', '2.题', '（二）题', '1.题', '二、题', '（一）题',
    ]) // prettier-ignore
    const titles = numbered([table([], []), heading(1), table([], [])]).flatMap((block) =>
      'title' in block ? [block.title] : [],
    )
    expect(titles).toEqual(['表1　表', '表2　表'])
  })
})

test('cells are read as they are printed', () => {
  expect(cellInWords(1308, {})).toBe('1,308')
  expect(cellInWords(30.5, { decimals: 2 })).toBe('30.50')
  expect(cellInWords(null, { decimals: 2 })).toBe('—')
  expect(cellInWords('2023学年', {})).toBe('2023学年')
})

test('a head that is too long for its column has the unit below', () => {
  const column = { title: '输出共享课程数量', unit: '门', decimals: 0 }
  expect(headLines(column, 0.5)).toEqual(['输出共享课程数量（门）'])
  expect(headLines(column, 0.1)).toEqual(['输出共享课程数量', '（门）'])
  expect(headLines({ title: '情况' }, 0.01)).toEqual(['情况'])
})

test('columns always fill the page, and a column of wide numbers is no narrower than one of small', () => {
  const cells = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1_000_000 }), fc.string({ maxLength: 60 }))
  fc.assert(
    fc.property(fc.array(fc.array(cells, { minLength: 4, maxLength: 4 }), { maxLength: 8 }), (rows) => {
      const columns = [{ title: '学校' }, { title: '数', decimals: 0 }, { title: '数', decimals: 0 }, { title: '说明' }]
      const shares = columnShares(table(columns, rows))
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(Math.min(...shares)).toBeGreaterThan(0)
    }),
  )
  const [, small, wide] = columnShares(table([{ title: '校' }, { title: '数', decimals: 0 }, { title: '数', decimals: 0 }], [['甲', 1, 1_234_567]])) // prettier-ignore
  expect(wide).toBeGreaterThan(small!)
})

test('a school year stands on one line in a typeface wider than ours too', () => {
  const counts = Array.from({ length: 8 }, () => ({ title: '区后备', unit: '人', decimals: 0 }))
  const [first] = columnShares(table([{ title: '学年' }, ...counts], [['2021学年', ...counts.map(() => 113)]]))
  const [POINTS, SMALL, PADS] = [442, 10.5, 8]
  expect(first! * POINTS - PADS).toBeGreaterThan(SMALL * (4 * 0.6 + 2 + 0.25))
})
