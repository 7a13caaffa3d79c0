import type { Cli } from '#platform/cli.ts'
import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { allMigrations } from '../installation.ts'

/** `yanzhen migrate`: brings the database up to this version's schema, as every start does. */
export function migrateCommand(cli: Cli): void {
  cli.program
    .command('migrate')
    .description('把数据库升级到本版的结构（启动时也会自动升级）')
    .option('--json', '以 JSON 输出结果')
    .action(async ({ json }: { json?: boolean }) => {
      const config = readConfig()
      const database = await openDatabase(config)
      try {
        const applied = await migrate(database, allMigrations(config))
        if (json) cli.print(JSON.stringify({ applied }))
        else cli.print(applied.length === 0 ? '数据库已是最新。' : `已升级：\n${applied.join('\n')}`)
      } finally {
        await database.close()
      }
    })
}
