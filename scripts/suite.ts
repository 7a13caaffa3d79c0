/**
 * Every check and test of the project, cheapest first. `--quick` leaves out PostgreSQL, the budgets and the browser;
 * `--only lint,types` runs the steps named. Before the counts every failure is told again, for a reader who has only the end
 * of the output. The last line counts what the runners reported.
 */
import { add, lineOf, nothing, type Count } from './suite/report.ts'
import { steps, type Step } from './suite/steps.ts'

const only = process.argv.find((_, index, args) => args[index - 1] === '--only')?.split(',')
const quick = process.argv.includes('--quick')
const wanted = steps.filter(({ name, slow }) => (only ? only.some((word) => name.startsWith(word)) : !(quick && slow)))

const unknown = only?.find((word) => !steps.some(({ name }) => name.startsWith(word)))
if (unknown) throw new Error(`no step begins with ${unknown}: ${steps.map(({ name }) => name).join(', ')}`)

const minutes = (ms: number) => `${(ms / 60_000).toFixed(1)} min`

async function take({ name, run }: Step): Promise<Count> {
  console.log(`\n=== ${name}`)
  try {
    return await run()
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

let total = nothing
const lines: string[] = []
for (const step of wanted) {
  const startedAt = Date.now()
  const count = await take(step)
  total = add(total, count)
  lines.push(`${step.name.padEnd(34)} ${lineOf(count).padEnd(40)} ${minutes(Date.now() - startedAt)}`)
}
for (const failure of total.failures ?? []) console.log(`\nFAILED ${failure}`)
console.log(`\n${lines.join('\n')}\n\n${lineOf(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
