import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { BenchResult } from './claims.ts'

/** `npm run bench [-- NAME] [--json]`: runs one file of bench/, or all; exit code 1 when a claim does not hold. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const json = process.argv.includes('--json')

const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  process.exit(2)
}

const results: BenchResult[] = []
for (const name of wanted.length > 0 ? wanted : known) {
  const { bench } = (await import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)) as {
    bench: () => Promise<BenchResult>
  }
  const result = await bench()
  results.push(result)
  if (!json) show(result)
}
if (json) console.log(JSON.stringify(wanted.length === 1 ? results[0] : results, null, 2))
process.exit(results.some(({ claims }) => claims.some(({ holds }) => !holds)) ? 1 : 0)

function show({ name, engine, machine, claims }: BenchResult): void {
  console.log(`\n${name} — ${engine}\n${machine}`)
  for (const { claim, value, unit, bound, holds } of claims)
    console.log(`  ${holds ? '✓' : '✕'} ${claim}: ${value} ${unit}${bound && ` (${bound})`}`)
}
