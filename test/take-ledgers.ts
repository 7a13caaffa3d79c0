/**
 * Takes the ledgers named on the command line, one after the other and over again, into the installation of YANZHEN_DATA,
 * and says so: `took NAME`. A process of its own, for tests that kill it.
 */
import { basename } from 'node:path'
import { readConfig } from '#platform/config.ts'
import { importFile } from '#modules/transfer/index.ts'
import { systemOf } from '../src/main/contexts.ts'
import { openInstallation } from '../src/main/installation.ts'

const system = systemOf(await openInstallation(readConfig()))
console.log('open')
for (;;)
  for (const path of process.argv.slice(2)) {
    await importFile(system, { path, name: basename(path) }, {}, { dryRun: false })
    console.log(`took ${basename(path)}`)
  }
