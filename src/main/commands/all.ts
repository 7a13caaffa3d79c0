import type { Cli } from '#platform/cli.ts'
import { backupCommand } from './backup.ts'
import { migrateCommand } from './migrate.ts'
import { restoreCommand } from './restore.ts'
import { seedCommand } from './seed.ts'
import { startCommand } from './start.ts'

/** The commands that no module owns. */
export function addCommands(cli: Cli): void {
  for (const add of [startCommand, seedCommand, backupCommand, restoreCommand, migrateCommand]) add(cli)
}
