import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What opens our documents as an office would: LibreOffice, and poppler to measure and look at pages. */
export interface OfficePrograms {
  soffice: string
  pdftotext: string
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

/** Finds the programs, or installs them with Debian's apt where that may be done. Undefined where they cannot be had. */
export function findOrInstallOffice(): OfficePrograms | undefined {
  return found() ?? installWithApt()
}

function found(): OfficePrograms | undefined {
  const [soffice, pdftotext] = [sofficePlaces, pdftotextPlaces].map((places) =>
    places.find((path) => path && existsSync(path)),
  )
  return soffice && pdftotext ? { soffice, pdftotext } : undefined
}

function installWithApt(): OfficePrograms | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('installing libreoffice-writer, libreoffice-calc, poppler-utils and fonts-noto-cjk')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['libreoffice-writer', 'libreoffice-calc', 'poppler-utils', 'fonts-noto-cjk']
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ])
    if (spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return undefined
  return found()
}
