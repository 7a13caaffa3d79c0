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
/** What one page may cost the reader in scripts, gzip: the shell alone, the shell with any page, the charts on top, a map with the shell; and the small entry with any page of it. */
const budgets = { shell: 260 * KB, page: 330 * KB, charts: 220 * KB, map: 600 * KB, phone: 80 * KB }

const folder = join(import.meta.dirname, '..', 'dist', 'web')
const read = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Manifest
const site = read('.vite/manifest.json')
const phone = read('m/manifest.json')
/** Chunks of the two builds that have one name are told apart by their folder. */
const isPhone = (key: string) => key.startsWith('m:')
const chunkOf = (key: string): Chunk | undefined => (isPhone(key) ? phone[key.slice(2)] : site[key])

const weigh = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

/** The chunk and everything that is fetched with it. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const other of chunkOf(key)?.imports ?? []) closure(isPhone(key) ? `m:${other}` : other, seen)
  return seen
}

const weightOf = (keys: Iterable<string>): number => [...keys].reduce((sum, key) => sum + weigh(chunkOf(key)!.file), 0)

type Line = [name: string, bytes: number, budget: number]

/** What a page of the small entry costs on a phone that has nothing yet. */
function phoneLines(): Line[] {
  const entry = closure(`m:${Object.keys(phone).find((key) => phone[key]!.isEntry)!}`)
  return Object.entries(phone)
    .filter(([, { src, isEntry }]) => isEntry || src?.endsWith('-page.tsx'))
    .map(([key, { src }]) => [src ?? key, weightOf(new Set([...entry, ...closure(`m:${key}`)])), budgets.phone])
}

function main(): void {
  const entry = Object.keys(site).find((key) => site[key]!.isEntry)!
  const shell = closure(entry)
  const lines: Line[] = [['shell', weightOf(shell), budgets.shell]]
  for (const [key, { src }] of Object.entries(site)) {
    if (src?.endsWith('-page.tsx')) lines.push([src, weightOf(new Set([...shell, ...closure(key)])), budgets.page])
    if (src?.endsWith('echart.tsx'))
      lines.push([src, weightOf([...closure(key)].filter((one) => !shell.has(one))), budgets.charts])
    if (src?.endsWith('place-map.tsx')) lines.push([src, weightOf(new Set([...shell, ...closure(key)])), budgets.map])
  }
  lines.push(...phoneLines())
  for (const [name, bytes, budget] of lines)
    console.log(`${bytes > budget ? '✕' : '✓'} ${(bytes / KB).toFixed(1).padStart(6)} KB of ${budget / KB}  ${name}`)
  if (lines.some(([, bytes, budget]) => bytes > budget)) process.exitCode = 1
}

main()
