import { expect, test } from 'vitest'
import type { RefusedRow, RefusedSheet } from '../correction.contract.ts'
import { laidOut, nextWrong, sheetAfter, spilled } from './grid-rows.ts'

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

const teachers = {
  columns: ['学校', '工号', '性别', '姓名', '学段'].map((title) => ({
    title,
    tellsWhose: ['工号', '姓名', '学段'].includes(title),
  })),
} as RefusedSheet
const order = (isPinning: boolean) => laidOut(teachers, isPinning).columns.map(({ title }) => title)

test('the first two that tell whose row it is are pinned; the others follow as in the file', () => {
  expect(order(true)).toEqual(['工号', '姓名', '学校', '性别', '学段'])
  expect(order(false)).toEqual(['学校', '工号', '性别', '姓名', '学段'])
})

test('a block pasted at a pinned column goes on behind the pinned ones', () => {
  const laid = laidOut(teachers, true)
  const block = [['王一', '一小', '女'], ['李二']]
  expect(spilled(block, { at: 4, column: '姓名' }, laid)).toEqual([
    { at: 4, column: '学校', text: '一小' },
    { at: 4, column: '性别', text: '女' },
  ])
  expect(spilled(block, { at: 4, column: '学校' }, laid)).toEqual([])
  expect(spilled([['1', '2', '3', '4', '5', '6']], { at: 0, column: '工号' }, laid)).toHaveLength(3)
})
