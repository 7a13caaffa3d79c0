import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A product that runs as a person would run it, in a data folder of its own. */
export interface Product {
  address: string
  /** The passwords it printed, by account. */
  passwords: Record<string, string>
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '..')
const PATIENCE_MS = 180_000

/** `npm start` on a fresh data folder and a free port; resolves when it has told where it is. */
export async function startProduct(...args: string[]): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), '雁阵 e2e '))
  const port = await freePort()
  const env = { ...process.env, YANZHEN_DATA: join(data, 'data'), PORT: String(port), DATABASE_URL: '' }
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...args], { cwd: data, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
    child.kill('SIGINT')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
  const address = `http://localhost:${port}`
  const startedAt = Date.now()
  while (!said.includes(address)) {
    if (child.exitCode !== null || Date.now() - startedAt > PATIENCE_MS) {
      await stop()
      throw new Error(`the product did not start:\n${said}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { address, passwords: passwordsIn(said), stop }
}

const passwordsIn = (said: string): Record<string, string> =>
  Object.fromEntries([...said.matchAll(/用户名 (\S+)\s+密码 (\S+)/g)].map(([, login, password]) => [login!, password!]))

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
