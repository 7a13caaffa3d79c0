import { describe, expect, test } from 'vitest'
import type { RefusedRow } from './correction.contract.ts'
import {
  mayBeRight,
  sameFaults,
  standingFaults,
  stateOf,
  tellsWhose,
  valueOf,
  type CellState,
} from './correction.rules.ts'
import { lostIdNumber } from './privacy.rules.ts'

const fault = (column: string, value: string, code = 'transfer.notInList') => ({ column, value, code, message: '不对' })
const row = (id: string, more: Partial<RefusedRow> = {}): RefusedRow => ({
  id,
  row: Number(id),
  cells: { 职称: '高级', 姓名: '甲' },
  edits: {},
  dropped: false,
  faults: [fault('职称', '高级')],
  ...more,
})

describe('a cell', () => {
  test.each<[CellState, Partial<RefusedRow>, string]>([
    ['wrong', {}, '职称'],
    ['plain', {}, '姓名'],
    ['mended', { edits: { 职称: '高级教师' } }, '职称'],
    ['mended', { edits: { 职称: '' } }, '职称'],
    ['changed', { edits: { 姓名: '乙' } }, '姓名'],
    ['wrong', { edits: { 职称: '中级' }, faults: [fault('职称', '中级')] }, '职称'],
  ])('is %s with %j in %s', (state, more, column) => expect(stateOf(row('1', more), column)).toBe(state))

  test('holds what was typed, be it nothing', () => {
    expect(valueOf(row('1', { edits: { 姓名: '' } }), '姓名')).toBe('')
    expect(valueOf(row('1'), '姓名')).toBe('甲')
    expect(valueOf(row('1'), '学校')).toBe('')
  })
})

test.each([
  [true, { faults: [] }],
  [true, { edits: { 职称: '高级教师' } }],
  [false, {}],
  [false, { edits: { 姓名: '乙' } }],
  [false, { faults: [], dropped: true }],
])('a row may be right: %s with %j', (may, more) => expect(mayBeRight(row('1', more))).toBe(may))

test('one correction may do for the other rows with the same writing and fault', () => {
  const one = row('1', { edits: { 职称: '高级教师' } })
  const rows = [
    one,
    row('2'),
    row('3', { faults: [fault('职称', '中级')] }),
    row('4', { dropped: true }),
    row('5', { edits: { 职称: '一级教师' } }),
    row('6', { faults: [fault('职称', '高级', 'transfer.tooLong')] }),
  ]
  expect(sameFaults(rows, one, '职称').map(({ id }) => id)).toEqual(['2'])
  expect(sameFaults(rows, one, '姓名')).toEqual([])
  const empty = [row('1', { faults: [fault('姓名', '')] }), row('2', { faults: [fault('姓名', '')] })]
  expect(sameFaults(empty, empty[0]!, '姓名')).toEqual([])
})

describe('a fault against another row of the file stands', () => {
  const repeated = fault('工号', '7', 'transfer.repeatedKey')
  const named = fault('学校名称', '一小', 'organizations.sameName')
  test.each([
    ['while nothing of the key is changed', [repeated], { 姓名: '乙' }, 1],
    ['not once a part of the key is changed', [repeated], { 日期: '2023-10-01' }, 0],
    ['while the name is the same', [named], { 工号: '8' }, 1],
    ['not once the name is changed', [named], { 学校名称: '二小' }, 0],
    ['and no other fault does', [fault('职称', '高级')], {}, 0],
  ])('%s', (_, faults, edits, n) => expect(standingFaults(faults, edits, ['工号', '日期'])).toHaveLength(n))
})

test.each([
  ['3101**************', true],
  ['工号3101***********', true],
  ['3101****', false],
  ['310101199003074610', false],
])('an ID number was lost in %s: %s', (text, lost) => expect(lostIdNumber(text)).toBe(lost))

test('whose row it is, the key tells and a name that each row has; in a sheet without a key, nothing', () => {
  const [number, name, subject] = [
    { title: '工号', kind: 'code', required: true },
    { title: '姓名', kind: 'name', required: true },
    { title: '任教学科', kind: 'label' },
  ]
  expect([number, name, subject].map((column) => tellsWhose(column!, ['工号']))).toEqual([true, true, false])
  expect(tellsWhose(name!, [])).toBe(false)
})
