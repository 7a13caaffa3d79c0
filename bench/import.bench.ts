import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claim, machine, type BenchResult } from './claims.ts'
import { writeLargeLedger } from './large-ledger.ts'
import { withProduct, type Product } from './product.ts'

const TEACHERS = 250_000

/** Importing 250,000 teachers from .xlsx end to end, against exceljs merely reading that file, both as whole processes. */
export async function bench(): Promise<BenchResult> {
  return withProduct(async (product) => {
    const file = join(product.dataDir, '示例大学区台账-2023学年.xlsx')
    await writeLargeLedger(file, TEACHERS)
    const ours = await importing(product, file)
    const theirs = await measured(
      [fileURLToPath(new URL('./read-with-exceljs.mjs', import.meta.url)), file],
      process.env,
    )
    const again = await importing(product, file)
    return {
      name: 'import',
      engine: 'PostgreSQL',
      machine: machine(),
      claims: [
        claim(
          `importing ${TEACHERS} teacher rows, over exceljs reading the file`,
          ours.seconds / theirs.seconds,
          'ratio',
          '<',
          1,
        ),
        claim('peak memory of the import', ours.megabytes, 'MB', '<', 500),
        claim('the import', ours.seconds, 's'),
        claim('exceljs reading the file', theirs.seconds, 's'),
        claim('peak memory of exceljs', theirs.megabytes, 'MB'),
        claim('importing the same file again, which changes nothing', again.seconds, 's'),
      ],
    }
  })
}

async function importing({ databaseUrl, dataDir }: Product, file: string): Promise<Measured> {
  const command = fileURLToPath(new URL('../dist/server/cli.mjs', import.meta.url))
  const env = { ...process.env, DATABASE_URL: databaseUrl, YANZHEN_DATA: dataDir }
  const done = await measured([command, 'import', file, '--json'], env)
  const report = JSON.parse(done.output) as { files: { sheets: { sheet: string; read: number; refused: number }[] }[] }
  const teachers = report.files[0]!.sheets.find(({ sheet }) => sheet === '教师')!
  if (teachers.read !== TEACHERS || teachers.refused > 0)
    throw new Error(`not all rows were taken: ${JSON.stringify(teachers)}`)
  return done
}

interface Measured {
  seconds: number
  megabytes: number
  output: string
}

/** Runs a Node program as a process of its own: its wall time and the most memory it ever held. */
async function measured(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured> {
  const start = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let megabytes = 0
  const look = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid!))), 50)
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number]
  clearInterval(look)
  // 3: taken, with a sheet of the ledger missing from the file, as here.
  if (code !== 0 && code !== 3) throw new Error(`${args[0]} ended with ${code}`)
  return { seconds: (performance.now() - start) / 1000, megabytes, output }
}

/** The kernel's own high-water mark of a process's resident memory. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
