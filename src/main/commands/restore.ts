import { resolve } from 'node:path'
import { restore } from '#platform/backup/restore.ts'
import type { Cli } from '#platform/cli.ts'
import { readConfig } from '#platform/config.ts'
import { tidyUp } from '#platform/database/maintenance.ts'
import { openDatabase } from '#platform/database/open.ts'
import { allMigrations } from '../installation.ts'

/** `yanzhen restore FILE`: brings a backup back, made on either engine. */
export function restoreCommand(cli: Cli): void {
  cli.program
    .command('restore')
    .description('从备份文件恢复数据库和文件')
    .argument('<file>', '备份文件')
    .option('--replace', '替换现有的全部数据')
    .action(async (file: string, { replace = false }: { replace?: boolean }) => {
      const config = readConfig()
      const database = await openDatabase(config)
      const restoring = { file: resolve(file), dataDir: config.dataDir, migrations: allMigrations(config), replace }
      try {
        const { tables, files, madeAt } = await restore(database, restoring, cli.progress('恢复'))
        await tidyUp(database)
        const rows = tables.reduce((sum, table) => sum + table.rows, 0)
        cli.print(`已恢复 ${madeAt} 的备份（${rows} 行数据，${files.length} 个文件）。`)
      } finally {
        await database.close()
      }
    })
}
