import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-office-'))
const program = (name: 'SOFFICE' | 'PDFTOTEXT' | 'KHAL') => process.env[name] ?? `/usr/bin/${name.toLowerCase()}`

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

/** An event as khal shows it: beginning and end on the clock of Shanghai. */
export interface Shown {
  uid: string
  begins: string
  ends: string
  title: string
  place: string
  status: string
}

const shownKeys = ['uid', 'start-long', 'end-long', 'title', 'location', 'status']

/** A calendar of khal's own; what is taken in twice is one event. */
export class Diary {
  private readonly config: string

  constructor(name: string) {
    const at = join(folder, name)
    mkdirSync(join(at, 'events'), { recursive: true })
    this.config = join(at, 'config')
    writeFileSync(this.config, diaryConfig(at))
  }

  take(calendar: string): void {
    const path = `${this.config}.ics`
    writeFileSync(path, calendar)
    run(program('KHAL'), ['-c', this.config, 'import', '--batch', '-a', 'bookings', path])
  }

  /** What is in it on a day. */
  on(day: string): Shown[] {
    const format = shownKeys.map((key) => `{${key}}`).join('|')
    const shown = run(program('KHAL'), ['-c', this.config, 'list', '--day-format', '', '--format', format, day, '1d'])
    return shown.split('\n').filter((line) => line.includes('|')).map(shownOf) // prettier-ignore
  }
}

function shownOf(line: string): Shown {
  const [uid, begins, ends, title, place, status] = line.split('|').map((word) => word.trim())
  return { uid: uid!, begins: begins!, ends: ends!, title: title!, place: place!, status: status! }
}

const diaryConfig = (at: string) => `[calendars]
[[bookings]]
path = ${at}/events
type = calendar
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${at}/events.db
`
