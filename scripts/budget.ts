import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}
type Manifest = Record<string, Chunk>

const KB = 1024
/** What one page may cost the reader in scripts, gzip: the shell alone, the shell with any page, the charts on top, and a map with the shell. */
const budgets = { shell: 260 * KB, page: 330 * KB, charts: 220 * KB, map: 600 * KB }

const folder = join(import.meta.dirname, '..', 'dist', 'web')
const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest

const weigh = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

/** The chunk and everything that is fetched with it. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const other of manifest[key]?.imports ?? []) closure(other, seen)
  return seen
}

const weightOf = (keys: Iterable<string>): number => [...keys].reduce((sum, key) => sum + weigh(manifest[key]!.file), 0)

function main(): void {
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!
  const shell = closure(entry)
  const lines: [name: string, bytes: number, budget: number][] = [['shell', weightOf(shell), budgets.shell]]
  for (const [key, { src }] of Object.entries(manifest)) {
    if (src?.endsWith('-page.tsx')) lines.push([src, weightOf(new Set([...shell, ...closure(key)])), budgets.page])
    if (src?.endsWith('echart.tsx'))
      lines.push([src, weightOf([...closure(key)].filter((one) => !shell.has(one))), budgets.charts])
    if (src?.endsWith('place-map.tsx')) lines.push([src, weightOf(new Set([...shell, ...closure(key)])), budgets.map])
  }
  for (const [name, bytes, budget] of lines)
    console.log(`${bytes > budget ? '✕' : '✓'} ${(bytes / KB).toFixed(1).padStart(6)} KB of ${budget / KB}  ${name}`)
  if (lines.some(([, bytes, budget]) => bytes > budget)) process.exitCode = 1
}

main()
