/**
 * Reads each file named on the command line to its end and prints as JSON what came of it, how far the process's
 * memory rose above where it stood before the first, and how high a worker's rose, in MB. Run in a process of its own
 * by the tests of hostile files.
 */
import { readFileSync } from 'node:fs'
import { Problem } from '#shared/problem.ts'
import { openWorkbook } from '#platform/sheet/open.ts'

const MB = 1024 * 1024
const before = process.memoryUsage().rss

async function readAll(path: string): Promise<string> {
  try {
    const book = await openWorkbook(path)
    try {
      for (const { name } of book.sheets) for await (const batch of book.batches(name)) void batch.length
      return 'read'
    } finally {
      await book.close()
    }
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The most memory that a process has had, in bytes; 0 where there is no /proc. */
const peakOf = (id: string): number => Number(/VmHWM:\s+(\d+) kB/.exec(textOf(`/proc/${id}/status`))?.[1] ?? 0) * 1024

/** The most memory that a process started by this one has had. */
function workerPeakMb(): number {
  const workers = textOf(`/proc/self/task/${process.pid}/children`).trim().split(' ')
  return Math.round(Math.max(...workers.map(peakOf)) / MB)
}

/** What the system tells of a process's most memory begins with that of the one which started it; /proc does not. */
const ownPeak = (): number => peakOf('self') || process.resourceUsage().maxRSS * 1024

const results = []
for (const path of process.argv.slice(2)) {
  let workerMb = 0
  const watch = setInterval(() => (workerMb = Math.max(workerMb, workerPeakMb())), 20)
  const outcome = await readAll(path)
  clearInterval(watch)
  const risenMb = Math.round((ownPeak() - before) / MB)
  results.push({ outcome, risenMb, workerMb })
}
console.log(JSON.stringify(results))
