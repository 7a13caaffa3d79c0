import { expect, test } from 'vitest'
import type { RefusedRow, RefusedSheet } from '../correction.contract.ts'
import { nextWrong, sheetAfter } from './grid-rows.ts'

const titles = ['姓名', '学校', '职称']
const sheet = { columns: titles.map((title) => ({ title })) } as RefusedSheet

/** Rows of which these columns are wrong. */
const rowsWith = (...wrong: string[][]): RefusedRow[] =>
  wrong.map((columns, at) => ({
    id: `r${at}`,
    row: at + 3,
    cells: {},
    edits: {},
    dropped: false,
    faults: columns.map((column) => ({ column, code: 'x', message: '', value: '' })),
  }))

const rows = rowsWith(['职称'], ['学校'], ['姓名', '学校'], [])

test('every fault is come to in reading order, and then there is none below', () => {
  const seen: string[] = []
  let at = nextWrong(rows, sheet, undefined, undefined)
  for (; at; at = nextWrong(rows, sheet, at, at)) seen.push(`${at.at} ${at.column}`)
  expect(seen).toEqual(['0 职称', '1 学校', '2 姓名', '2 学校'])
})

test('a fault left of where Enter has led is not passed over', () => {
  const cameTo = { at: 0, column: '职称' }
  expect(nextWrong(rows, sheet, { at: 1, column: '职称' }, cameTo)).toEqual({ at: 1, column: '学校' })
  expect(nextWrong(rows, sheet, { at: 2, column: '学校' }, cameTo)).toEqual({ at: 2, column: '姓名' })
})

test('the chosen cell itself is not come to again', () => {
  expect(nextWrong(rows, sheet, { at: 1, column: '学校' }, undefined)).toEqual({ at: 2, column: '姓名' })
  expect(nextWrong(rows, sheet, { at: 3, column: '姓名' }, undefined)).toBeUndefined()
})

test('after a sheet the next comes that has something to mend, and from the last the first', () => {
  const sheets = [
    { sheet: '学校', open: 1 },
    { sheet: '教师', open: 2 },
    { sheet: '课程', open: 0 },
  ]
  expect([sheetAfter(sheets, sheets[0]!), sheetAfter(sheets, sheets[1]!)]).toEqual([sheets[1], sheets[0]])
  expect(sheetAfter(sheets.slice(0, 1), sheets[0]!)).toBeUndefined()
})
