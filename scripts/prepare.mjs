/** What must be so before the product runs. Only what Node itself brings is used: nothing may be installed yet. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Stops with one sentence on a Node that is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `雁阵需要 Node.js 20.19 或更新的版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装后再试。`,
  )
  process.exit(1)
}

/** npm moves to the project's folder before it runs a script; paths that a person typed are meant from where they stood. */
export function returnToCaller() {
  const caller = process.env['npm_lifecycle_event'] && process.env['INIT_CWD']
  if (caller && process.cwd() === resolve(root)) process.chdir(caller)
}

/** Installs the packages of package-lock.json if those at hand are not exactly these. Says so on standard error. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.error('正在安装依赖包，第一次需要几分钟……')
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Whether node_modules holds what the lock asks for; packages for other systems may be missing. */
export function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(hidden)
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    return present[path] ? present[path].version === version : optional === true
  })
}

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

function npm(args) {
  const own = process.env['npm_execpath']
  const [command, ...before] = own ? [process.execPath, own] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  run(command, [...before, ...args], '安装依赖包没有成功，请检查网络后再试。')
}

/** Builds site and server if a source changed since the last build. */
export function ensureBuilt() {
  const stamp = join(root, 'dist/stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return
  console.error('正在构建……')
  run(process.execPath, [join(root, 'scripts/build.mjs')], '构建没有成功。')
}

const BUILT_FROM = [
  'src',
  'scripts/build.mjs',
  'index.html',
  'm',
  'public',
  'vite.config.ts',
  'vite.phone.config.ts',
  'package-lock.json',
  'tsconfig.base.json',
]

/** The SHA-256 of every file that the build reads. */
export function fingerprint() {
  const hash = createHash('sha256')
  for (const path of BUILT_FROM.flatMap(filesBelow))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const below = `${path}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(below)
    return /\.test\.tsx?$/.test(entry.name) ? [] : [below]
  })
}

function run(command, args, failure) {
  const windowsScript = command.endsWith('.cmd')
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windowsScript })
  if (status === 0) return
  console.error(failure)
  process.exit(1)
}

/** Runs the built command line in this process with these arguments. */
export async function runYanzhen(args) {
  process.argv.splice(1, process.argv.length, 'yanzhen', ...args)
  await import(pathToFileURL(join(root, 'dist/server/cli.mjs')).href)
}
