import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { System } from '#platform/cli.ts'
import { importFile } from './import.actions.ts'

/** Brings in the ledgers of sample/, oldest first, each in a transaction of its own; their cluster is marked 示例. */
export async function loadSample(system: System): Promise<void> {
  const folder = join(system.config.root, 'sample')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx')).sort()
  for (const name of names)
    await importFile(system, { path: join(folder, name), name }, { sample: true }, { dryRun: false })
}
