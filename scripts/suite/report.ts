import { stripVTControlCharacters } from 'node:util'

/** What the runs so far came to. Every number is counted from a runner's own report or from one check's end. */
export interface Count {
  passed: number
  failed: number
  skipped: number
  /** Each failure that the report named: where, and the first lines of what it said. */
  failures?: readonly string[]
}

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 }

export const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...(a.failures ?? []), ...(b.failures ?? [])],
})

export const lineOf = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** The parts of vitest's and of Playwright's JSON reports that are counted here. */
interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Counts a vitest report; a file that fell before its first test is one failure. */
export function countVitest(report: VitestReport): Count {
  const fallen = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => told(`${name} › ${test.fullName}`, test.failureMessages[0])),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + fallen.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed, ...fallen.map(({ name, message }) => told(name, message))],
  }
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs?: {
    title: string
    file: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

interface PlaywrightReport extends PlaywrightSuite {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Counts a Playwright report; what passed only on a second try is a failure. */
export const countPlaywright = ({ stats, ...all }: PlaywrightReport): Count => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
  failures: failedIn(all),
})

const failedIn = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => told(`${file} › ${title}`, results.find(({ error }) => error)?.error?.message)),
  ),
  ...suites.flatMap(failedIn),
]

const MOST_LINES = 12

/** A failure in a few lines, without the colours of a terminal. */
function told(where: string, message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n')
  return [where, ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`)].join('\n')
}
