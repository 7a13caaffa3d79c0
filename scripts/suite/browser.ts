import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Finds a Chromium, or installs one: Debian's where apt may, else Playwright's. Undefined where none can be had. */
export function findOrInstallBrowser(): string | undefined {
  return found() ?? installWithApt() ?? installWithPlaywright()
}

function found(): string | undefined {
  const playwrights = chromium.executablePath()
  return [...places, playwrights].find((path) => path && existsSync(path))
}

function installWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('installing chromium and fonts-noto-cjk')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ])
    if (spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return undefined
  return found()
}

function installWithPlaywright(): string | undefined {
  try {
    execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
    })
    return found()
  } catch {
    return undefined
  }
}
