import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '../config.ts'

const kills = Number(process.env['YANZHEN_KILLS'] ?? 5)
const home = mkdtempSync(join(tmpdir(), 'yanzhen-durability-'))
const folder = join(home, 'pgdata')
afterAll(() => rmSync(home, { recursive: true, force: true }))

interface Run {
  /** What the process found when it started. */
  found: { single: number[]; batch: number[]; broken: number[] }
  /** What it was told is written. */
  single: number[]
  batch: number[]
}

/** Lets a process write until it is killed at a random moment, and takes down what it told. */
async function writeAndKill(): Promise<Run> {
  const script = join(import.meta.dirname, 'durability-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output = collect(child)
  await output.started
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_200))
  child.kill('SIGKILL')
  const text = await output.text
  const numbers = (kind: string) => [...text.matchAll(new RegExp(`^${kind} (\\d+)$`, 'gm'))].map(([, n]) => Number(n))
  const found = /^found (.+)$/m.exec(text)![1]!
  return { found: JSON.parse(found) as Run['found'], single: numbers('single'), batch: numbers('batch') }
}

function collect(child: ChildProcess): { started: Promise<void>; text: Promise<string> } {
  let text = ''
  const started = new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (/^found .+$/m.test(text)) resolve()
    })
    child.once('exit', () => reject(new Error('the writing process ended before it had started')))
  })
  return { started, text: new Promise((resolve) => child.once('close', () => resolve(text))) }
}

test(
  `after each of ${kills} kills all that was acknowledged is there, whole, and nothing half`,
  { timeout: kills * 120_000 },
  async () => {
    const acknowledged = { single: [] as number[], batch: [] as number[] }
    for (let kill = 0; kill <= kills; kill += 1) {
      const { found, single, batch } = await writeAndKill()
      expect(found.broken).toEqual([])
      expect(found.single).toEqual(expect.arrayContaining(acknowledged.single))
      expect(found.batch).toEqual(expect.arrayContaining(acknowledged.batch))
      acknowledged.single.push(...single)
      acknowledged.batch.push(...batch)
    }
    expect(acknowledged.batch.length).toBeGreaterThan(0)
  },
)
