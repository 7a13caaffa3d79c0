import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '#platform/config.ts'
import type { Count } from './report.ts'

const reports = join(projectRoot(), '.cache/test')

/** Runs a program in the project's folder with its output shown; returns its exit status. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot(),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(127)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a program of node_modules by its entry file, so that no shell and no npx stands between. */
export const runTool = (entry: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> =>
  run(process.execPath, [join(projectRoot(), 'node_modules', entry), ...args], env)

/** One check: passed or failed. */
export const checked = (status: number): Count =>
  status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }

/** Runs tests that write a JSON report and counts it; a runner that failed without saying where is one failure. */
export async function counted<R>(
  name: string,
  count: (report: R) => Count,
  start: (report: string) => Promise<number>,
): Promise<Count> {
  const path = join(reports, `${name}.json`)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  const status = await start(path)
  if (!existsSync(path)) return checked(status === 0 ? 1 : status)
  const result = count(JSON.parse(readFileSync(path, 'utf8')) as R)
  return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}
