import type { Cli } from '#platform/cli.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { differences, recountAll } from './counter.actions.ts'

/** `yanzhen recount-credits [--check]` */
export function creditCommands(cli: Cli): void {
  cli.program
    .command('recount-credits')
    .description('重新计算教师的研修学分；新的五年计划放进政策包以后运行一次')
    .option('--check', '只核对，不改')
    .action(({ check = false }: { check?: boolean }) =>
      cli.withSystem(async (system) => {
        const wrong = await system.inContext(async (ctx) => {
          const districtIds = await listDistrictIds(ctx.db)
          if (!check) await recountAll(ctx, districtIds)
          return differences(ctx, districtIds)
        })
        if (wrong === 0) cli.print(check ? '学分与明细一致。' : '学分已重新计算，与明细一致。')
        else cli.complain(`有 ${wrong} 处学分与明细不一致，请运行 yanzhen recount-credits 重新计算。`)
        return wrong === 0 ? 0 : 1
      }),
    )
}
