import { expect, test } from 'vitest'
import { add, countPlaywright, countVitest, lineOf, nothing } from './report.ts'

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
})

test('a test file that falls before its first test counts as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  const testResults = [file('passed', 7), file('failed', 4), file('failed', 0)]
  expect(countVitest({ ...report, testResults })).toEqual({ passed: 7, failed: 2, skipped: 3 })
})

test('a journey that passed only on a second try counts as a failure', () => {
  const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright({ stats })).toEqual({ passed: 9, failed: 2, skipped: 2 })
})

test('the last line says the sums', () => {
  const total = [1, 2].reduce((sum) => add(sum, { passed: 3, failed: 0, skipped: 1 }), nothing)
  expect(lineOf(total)).toBe('6 passed, 0 failed, 2 skipped')
})
