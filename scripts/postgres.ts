import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  /** 'postgres://postgres@127.0.0.1:PORT/postgres', open to this machine without a password. */
  url: string
  /** Stops the server and deletes its folder. */
  stop(): Promise<void>
}

/** Starts a throw-away server for as long as run takes; returns what run returns, or undefined if none could be had. */
export async function withPostgres<T>(run: (url: string) => Promise<T>): Promise<T | undefined> {
  const server = await startPostgres()
  if (!server) return undefined
  try {
    return await run(server.url)
  } finally {
    await server.stop()
  }
}

/**
 * Starts a throw-away PostgreSQL on a free port, from the binaries at hand or from Debian's package. Settings are those
 * of postgresql.conf; by default nothing is synced to disk. Says in one line on standard error why none could be had.
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<PostgresServer | undefined> {
  const binaries = newestBinaries() ?? installedByApt()
  if (!binaries)
    return unavailable('no PostgreSQL 15 or later was found; install it, or put its bin folder on the PATH')
  const account = unprivilegedAccount()
  if (account === 'none') return unavailable('PostgreSQL does not run as root, and there is no user postgres or nobody')
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-pg-'))
  try {
    return await startIn(folder, binaries, account, settings)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return unavailable(`PostgreSQL of ${binaries} did not start: ${(error as Error).message}`)
  }
}

function unavailable(reason: string): undefined {
  console.error(`PostgreSQL cannot be had: ${reason}.`)
}

const OLDEST = 15

function newestBinaries(): string | undefined {
  const versions = [...new Set(binaryFolders())].map((folder) => ({ folder, version: versionIn(folder) }))
  return versions.filter(({ version }) => version >= OLDEST).sort((a, b) => b.version - a.version)[0]?.folder
}

function binaryFolders(): string[] {
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versionsBelow('/usr/lib/postgresql', /^\d+$/),
    ...versionsBelow('/usr', /^pgsql-\d+$/),
    spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '',
    ...versionsBelow('/opt/homebrew/opt', /^postgresql/),
    ...versionsBelow('/usr/local/opt', /^postgresql/),
    ...versionsBelow('/Applications/Postgres.app/Contents/Versions', /^\d+$/),
  ].filter((folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const versionsBelow = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((entry) => name.test(entry))
        .map((entry) => join(folder, entry, 'bin'))
    : []

/** 'postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)' → 15 */
function versionIn(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

const isRoot = () => process.getuid?.() === 0

function installedByApt(): string | undefined {
  if (!isRoot() || !existsSync('/etc/debian_version')) return undefined
  console.error("Installing Debian's postgresql for the tests …")
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']])
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  return newestBinaries()
}

type Account = { uid: number; gid: number } | undefined

/** Whom the server runs as: this user, or when that is root, an account without rights. */
function unprivilegedAccount(): Account | 'none' {
  if (!isRoot()) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const found = ['postgres', 'nobody'].flatMap((name) => lines.filter((line) => line.startsWith(`${name}:`)))[0]
  if (!found) return 'none'
  const [, , uid, gid] = found.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

async function startIn(
  folder: string,
  binaries: string,
  account: Account,
  settings: Record<string, string>,
): Promise<PostgresServer> {
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
  initialise(folder, binaries, account)
  const port = await freePort()
  const server = serve(folder, binaries, account, {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    ...settings,
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  try {
    await untilReady(url, server)
  } catch (error) {
    await stop(server, folder)
    throw error
  }
  return { url, stop: () => stop(server, folder) }
}

function initialise(folder: string, binaries: string, account: Account): void {
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  const { status, stderr } = spawnSync(join(binaries, 'initdb'), args, { cwd: folder, encoding: 'utf8', ...account })
  if (status !== 0) throw new Error(stderr.trim())
}

interface Running {
  process: ChildProcess
  ended: Promise<void>
  isOver: boolean
  log: string
  /** What it says when one of its processes dies: what was committed a moment before may be lost then. */
  crashes: string[]
}

const CRASH = /^.*(?:terminated by signal|PANIC:).*$/gm

function serve(folder: string, binaries: string, account: Account, settings: Record<string, string>): Running {
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries, 'postgres'), ['-D', join(folder, 'data'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  const running: Running = { process: child, ended: Promise.resolve(), isOver: false, log: '', crashes: [] }
  child.stderr.on('data', (text: Buffer) => {
    running.log = (running.log + text.toString()).slice(-2000)
    running.crashes.push(...(text.toString().match(CRASH) ?? []))
  })
  running.ended = new Promise<void>((resolve) => child.on('exit', () => resolve())).then(
    () => void (running.isOver = true),
  )
  process.on('exit', () => void (running.isOver || child.kill('SIGQUIT')))
  return running
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

const START_SECONDS = 60

async function untilReady(url: string, server: Running): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000
  while (!(await answers(url))) {
    if (server.isOver) throw new Error(server.log.trim())
    if (Date.now() > deadline) throw new Error(`no answer in ${START_SECONDS} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** SIGINT is PostgreSQL's fast shutdown: connections are cut, nothing is waited for. */
async function stop(server: Running, folder: string): Promise<void> {
  server.process.kill('SIGINT')
  await server.ended
  for (const line of server.crashes) console.error(`PostgreSQL: ${line}`)
  rmSync(folder, { recursive: true, force: true })
}
