import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backUp } from '#platform/backup/back-up.ts'
import { backupProblems } from '#platform/backup/problems.ts'
import type { Cli } from '#platform/cli.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { openDatabase } from '#platform/database/open.ts'

/** `yanzhen backup [FILE]`: database and files in one archive. The schema is left as it is, so it serves before an upgrade. */
export function backupCommand(cli: Cli): void {
  cli.program
    .command('backup')
    .description('把数据库和文件备份成一个文件')
    .argument('[file]', '备份文件，默认放在数据文件夹的 backups 里')
    .option('--json', '以 JSON 输出结果')
    .action(async (given: string | undefined, { json }: { json?: boolean }) => {
      const config = readConfig()
      const now = new Date()
      const file = resolve(given ?? defaultFile(config, now))
      const { tables, files } = await backUpTo(config, file, now, cli.progress('备份'))
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      if (json) cli.print(JSON.stringify({ file, rows, files: files.length }))
      else cli.print(`已备份到 ${file}（${rows} 行数据，${files.length} 个文件）。`)
    })
}

/** '2026-11-22T01:02:03.456Z' → yanzhen-20261122-010203.zip */
function defaultFile({ dataDir }: Config, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return join(dataDir, 'backups', `yanzhen-${stamp}.zip`)
}

async function backUpTo(config: Config, file: string, now: Date, tell: (done: number, total: number) => void) {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'pgdata'))) throw backupProblems.nothingToBackUp()
  const database = await openDatabase(config)
  try {
    return await backUp(database, config.dataDir, file, now, tell)
  } finally {
    await database.close()
  }
}
