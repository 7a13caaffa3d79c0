import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../scripts/postgres.ts'

const command = fileURLToPath(new URL('../bin/yanzhen.mjs', import.meta.url))

/** A throw-away installation of the built product on a throw-away PostgreSQL, as an office would run it. */
export interface Product {
  databaseUrl: string
  dataDir: string
  /** Runs a command of the product and returns what it printed; throws when it fails, unless its code is accepted. */
  run(args: readonly string[], accepted?: readonly number[]): Promise<string>
  /** Starts the server and returns its address and what it said. */
  serve(): Promise<{ address: string; said: string }>
}

/** Gives work a fresh installation and takes it away afterwards. Throws where no PostgreSQL can be had. */
export async function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const server = await startPostgres({ shared_buffers: '1GB', work_mem: '32MB', max_wal_size: '4GB' })
  if (!server) throw new Error('this bench needs a PostgreSQL')
  const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  const started: ChildProcess[] = []
  const env = { ...process.env, DATABASE_URL: server.url, YANZHEN_DATA: dataDir, NODE_ENV: 'production' }
  try {
    return await work({
      databaseUrl: server.url,
      dataDir,
      run: (args, accepted = [0]) => run(args, env, accepted),
      serve: () => serve(env, started),
    })
  } finally {
    for (const child of started) await stopped(child)
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv, accepted: readonly number[]): Promise<string> {
  const child = spawn(process.execPath, [command, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number]
  if (!accepted.includes(code)) throw new Error(`yanzhen ${args.join(' ')} ended with ${code}: ${output.slice(-500)}`)
  return output
}

async function serve(env: NodeJS.ProcessEnv, started: ChildProcess[]): Promise<{ address: string; said: string }> {
  const port = await freePort()
  const child = spawn(process.execPath, [command, 'start', '--empty'], {
    env: { ...env, PORT: String(port), HOST: '127.0.0.1', YANZHEN_ASKS_PER_MINUTE: '100000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  let said = ''
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text as string
    if (said.includes('已启动')) break
  }
  child.stdout.resume()
  return { address: `http://127.0.0.1:${port}`, said }
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Signs in and returns the cookie to send along. */
export async function signIn(address: string, login: string, password: string): Promise<string> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ login, password }),
  })
  if (!reply.ok) throw new Error(`sign-in failed: ${await reply.text()}`)
  return reply.headers.getSetCookie()[0]!.split(';')[0]!
}
