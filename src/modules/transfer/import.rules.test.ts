import { expect, test } from 'vitest'
import type { ImportReport } from './import.contract.ts'
import { exitCode, isNothing, remarksApart, stepsOpen } from './import.rules.ts'

const report = (added: number, faultsTotal: number): ImportReport => ({
  file: '',
  cluster: '',
  year: 2023,
  sheets: [{ sheet: '教师', read: added + faultsTotal, added, updated: 0, unchanged: 0, refused: faultsTotal }],
  warnings: [],
  faults: [],
  changes: [],
  changesTotal: 0,
  faultsTotal,
  warningsTotal: 0,
})
const [good, partly, bad, empty] = [report(5, 0), report(5, 1), report(0, 1), report(0, 0)]

test.each([
  ['all rows taken', [good, empty], 0],
  ['some refused', [good, partly], 3],
  ['one file of two not taken', [good, bad], 3],
  ['nothing taken', [bad, bad], 1],
] as const)('the exit code says: %s', (_, reports, code) => expect(exitCode(reports)).toBe(code))

test('an empty ledger without a fault is not nothing', () => {
  expect(isNothing(empty)).toBe(false)
  expect(isNothing(bad)).toBe(true)
})

test('a checked import may be taken when there is something to take, and given up', () => {
  expect(stepsOpen('checked', partly, false)).toEqual(['take', 'discard'])
  expect(stepsOpen('checked', bad, false)).toEqual(['discard'])
  expect(stepsOpen('undone', good, false)).toEqual([])
})

test('a taken import may be undone; one that a school handed in may be judged', () => {
  expect(stepsOpen('taken', good, false)).toEqual(['undo'])
  expect(stepsOpen('taken', good, true)).toEqual(['undo', 'judge'])
})

test('a sheet that is not there is a remark and no fault, and the exit code still tells of it', () => {
  const finding = (code: string) => ({ sheet: '课程', cell: '', column: '', key: '', code, message: code })
  const faults = [finding('transfer.sheetMissing'), finding('transfer.required')]
  const warnings = [finding('transfer.jump')]
  const file = { ...report(5, 2), faults, warnings, warningsTotal: 1 }
  expect(remarksApart(file)).toEqual({
    faults: [faults[1]],
    faultsTotal: 1,
    warnings: [warnings[0], faults[0]],
    warningsTotal: 2,
  })
  expect(exitCode([file])).toBe(3)
})
