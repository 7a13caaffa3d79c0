import type { Cli } from '#platform/cli.ts'
import { readConfig } from '#platform/config.ts'
import { serve } from '../server.ts'

/** `yanzhen start`: the site, until Ctrl-C. */
export function startCommand(cli: Cli): void {
  cli.program
    .command('start')
    .description('启动网站，按 Ctrl-C 停止')
    .option('--empty', '第一次启动时不放入示例学区')
    .action(({ empty = false }: { empty?: boolean }) => serve(readConfig(), { empty }))
}
