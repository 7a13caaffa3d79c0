import { expect, test } from 'vitest'
import { add, countPlaywright, countVitest, lineOf, nothing } from './report.ts'

const passed = { status: 'passed', fullName: 'counts', failureMessages: [] as string[] }
const failed = {
  status: 'failed',
  fullName: 'counts on Sundays',
  failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  at line 3'],
}

const file = (status: string, assertionResults: (typeof passed)[]) => ({
  ...{ name: `${status}.test.ts`, status, assertionResults },
  message: 'no such module',
})

test('a test file that falls before its first test counts as a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }
  const testResults = [file('passed', [passed, passed]), file('failed', [passed, failed]), file('failed', [])]
  expect(countVitest({ ...report, testResults })).toEqual({
    ...{ passed: 7, failed: 2, skipped: 3 },
    failures: [
      'failed.test.ts › counts on Sundays\n    expected 1\n      at line 3',
      'failed.test.ts\n    no such module',
    ],
  })
})

test('a journey that passed only on a second try counts as a failure', () => {
  const stats = { expected: 9, unexpected: 1, flaky: 1, skipped: 2 }
  const spec = (title: string, status: string, results: { error?: { message: string } }[]) => ({
    ...{ title, file: 'posts.spec.ts' },
    tests: [{ status, results }],
  })
  const specs = [
    spec('opens', 'expected', [{}]),
    spec('closes', 'flaky', [{ error: { message: 'timed out' } }, {}]),
    spec('waits', 'unexpected', [{}]),
  ]
  expect(countPlaywright({ stats, suites: [{ specs }] })).toEqual({
    ...{ passed: 9, failed: 2, skipped: 2 },
    failures: ['posts.spec.ts › closes\n    timed out', 'posts.spec.ts › waits\n    '],
  })
})

test('the last line says the sums', () => {
  const one = { passed: 3, failed: 0, skipped: 1, failures: ['a'] }
  const total = [1, 2].reduce((sum) => add(sum, one), nothing)
  expect(lineOf(total)).toBe('6 passed, 0 failed, 2 skipped')
  expect(total.failures).toEqual(['a', 'a'])
})
