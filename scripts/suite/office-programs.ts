import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What opens what we hand out as an office would: LibreOffice, poppler to measure pages, khal for calendars. */
export interface OfficePrograms {
  soffice: string
  pdftotext: string
  khal: string
}

const sofficePlaces = [
  process.env['SOFFICE'],
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]
const pdftotextPlaces = [
  process.env['PDFTOTEXT'],
  '/usr/bin/pdftotext',
  '/usr/local/bin/pdftotext',
  '/opt/homebrew/bin/pdftotext',
]
const khalPlaces = [process.env['KHAL'], '/usr/bin/khal', '/usr/local/bin/khal', '/opt/homebrew/bin/khal']

/** Finds the programs, or installs them with Debian's apt where that may be done. Undefined where they cannot be had. */
export function findOrInstallOffice(): OfficePrograms | undefined {
  return found() ?? installWithApt()
}

function found(): OfficePrograms | undefined {
  const [soffice, pdftotext, khal] = [sofficePlaces, pdftotextPlaces, khalPlaces].map((places) =>
    places.find((path) => path && existsSync(path)),
  )
  return soffice && pdftotext && khal ? { soffice, pdftotext, khal } : undefined
}

function installWithApt(): OfficePrograms | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const packages = ['libreoffice-writer', 'libreoffice-calc', 'poppler-utils', 'fonts-noto-cjk', 'khal']
  console.log(`installing ${packages.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ])
    if (spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return undefined
  return found()
}
