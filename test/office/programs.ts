import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-office-'))
const program = (name: 'SOFFICE' | 'PDFTOTEXT') => process.env[name] ?? `/usr/bin/${name.toLowerCase()}`

function run(path: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(path, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${path} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Has LibreOffice open a file and save it in another format; returns what it saved. */
export function converted(name: string, bytes: Uint8Array, to: string): Buffer {
  const source = join(folder, name)
  writeFileSync(source, bytes)
  const out = join(folder, `as-${to}`)
  mkdirSync(out, { recursive: true })
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  run(program('SOFFICE'), [profile, '--headless', '--convert-to', to, '--outdir', out, source])
  return readFileSync(join(out, `${basename(name, extname(name))}.${to.split(':')[0]}`))
}

/** A line of print, in points from the upper left corner of its page. */
export interface Line {
  left: number
  top: number
  right: number
  bottom: number
  text: string
}

/** The lines of every page of a PDF, from top to bottom, each with what is printed on it. */
export function pagesOf(name: string, pdf: Uint8Array): Line[][] {
  const path = join(folder, name)
  writeFileSync(path, pdf)
  const html = run(program('PDFTOTEXT'), ['-bbox-layout', path, '-'])
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<line ([^>]*)>([\s\S]*?)<\/line>/g)].map(([, box, words]) => lineOf(box!, words!)),
    )
    .map((lines) => lines.sort((a, b) => a.top - b.top || a.left - b.left))
}

function lineOf(box: string, words: string): Line {
  const at = (name: string) => Number(new RegExp(`${name}="([\\d.]+)"`).exec(box)![1])
  const text = [...words.matchAll(/<word [^>]*>([^<]*)</g)].map(([, word]) => word).join(' ')
  return { left: at('xMin'), top: at('yMin'), right: at('xMax'), bottom: at('yMax'), text }
}
