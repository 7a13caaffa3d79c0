import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/config.ts'
import { startPostgres } from '../postgres.ts'
import { findOrInstallBrowser } from './browser.ts'
import { databaseTests } from './database-tests.ts'
import { findOrInstallOffice } from './office-programs.ts'
import { countPlaywright, countVitest, type Count } from './report.ts'
import { checked, counted, run, runTool } from './run.ts'

export interface Step {
  name: string
  /** Left out by `npm run check`. */
  slow?: boolean
  run(): Promise<Count>
}

const tool = (name: string, entry: string, ...args: string[]): Step => ({
  name,
  run: async () => checked(await runTool(entry, args)),
})

const script = (name: string, path: string, ...args: string[]): Step => tool(name, 'tsx/dist/cli.mjs', path, ...args)

const vitest = (name: string, files: readonly string[], env: NodeJS.ProcessEnv) =>
  counted(name, countVitest, (report) =>
    runTool(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...files],
      env,
    ),
  )

/** What could not be had: named, and counted as one skipped. */
function notHad(what: string): Count {
  console.error(`SKIPPED: ${what}`)
  return { passed: 0, failed: 0, skipped: 1 }
}

async function onPostgres(): Promise<Count> {
  const server = await startPostgres()
  if (!server)
    return notHad('the tests on PostgreSQL: no server of version 15 or later was found or could be installed')
  try {
    return await vitest('postgres', databaseTests(), { TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

async function inBrowser(): Promise<Count> {
  if (!existsSync(join(projectRoot(), 'dist/server/cli.mjs'))) return notHad('the journeys: the build failed')
  const browser = findOrInstallBrowser()
  if (!browser)
    return notHad('the journeys: no Chromium was found or could be installed; set CHROMIUM to the path of one')
  return counted('journeys', countPlaywright, (report) =>
    runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    }),
  )
}

async function inOffice(): Promise<Count> {
  const programs = findOrInstallOffice()
  if (!programs)
    return notHad('an office’s programs: LibreOffice, poppler and khal were not found and could not be installed')
  const { soffice, pdftotext, khal } = programs
  const config = ['--config', 'vitest.office.config.ts']
  return vitest('office', config, { SOFFICE: soffice, PDFTOTEXT: pdftotext, KHAL: khal })
}

const sources = '**/*.{ts,tsx,mjs,cjs,js,json,css,html}'

export const steps: readonly Step[] = [
  tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', sources),
  tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'),
  tool('types of the server', 'typescript/bin/tsc', '-p', 'tsconfig.server.json'),
  tool('types of the site', 'typescript/bin/tsc', '-p', 'tsconfig.web.json'),
  tool('types of the journeys', 'typescript/bin/tsc', '-p', 'tsconfig.journeys.json'),
  tool('bounds', 'dependency-cruiser/bin/dependency-cruise.mjs', 'src'),
  script('table types', 'scripts/tables.ts', '--check'),
  { name: 'tests on the embedded engine', run: () => vitest('embedded', [], { TEST_DATABASE_URL: '' }) },
  { name: 'tests on PostgreSQL', slow: true, run: onPostgres },
  { name: 'files in an office’s programs', slow: true, run: inOffice },
  { name: 'build', run: async () => checked(await run(process.execPath, ['scripts/build.mjs'])) },
  { ...script('budgets', 'scripts/budget.ts'), slow: true },
  { name: 'journeys in a browser', slow: true, run: inBrowser },
]
