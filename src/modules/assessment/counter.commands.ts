import { schoolYearName } from '#shared/school-year.ts'
import type { Cli, System } from '#platform/cli.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { checkDistrict, recountDistrict } from './counter.actions.ts'
import type { Difference } from './counter.sql.ts'

/** `yanzhen recount [--check]` */
export function recountCommand(cli: Cli): void {
  cli.program
    .command('recount')
    .description('从台账记录重新统计全部指标')
    .option('--check', '只核对，不改动；与重新统计不一致时退出码为 1')
    .action((options: { check?: boolean }) =>
      cli.withSystem((system) => (options.check ? check(cli, system) : recount(cli, system))),
    )
}

/** One transaction for each district, so that nobody waits for the whole city. */
async function eachDistrict<T>(
  cli: Cli,
  system: System,
  label: string,
  work: (system: System, districtId: number) => Promise<T>,
): Promise<T[]> {
  const districts = await system.inContext((ctx) => listDistrictIds(ctx.db))
  const tell = cli.progress(label)
  const results: T[] = []
  for (const [index, districtId] of districts.entries()) {
    results.push(await work(system, districtId))
    tell(index + 1, districts.length)
  }
  return results
}

async function recount(cli: Cli, system: System): Promise<number> {
  await eachDistrict(cli, system, '重新统计', ({ inContext }, id) => inContext((ctx) => recountDistrict(ctx, id)))
  cli.print('已重新统计。')
  return 0
}

async function check(cli: Cli, system: System): Promise<number> {
  const found = await eachDistrict(cli, system, '核对', ({ inContext }, id) =>
    inContext((ctx) => checkDistrict(ctx, id)),
  )
  const differences = found.flat()
  for (const difference of differences) cli.complain(inWords(difference))
  cli.print(
    differences.length === 0
      ? '核对无误：各项统计与重新统计一致。'
      : `有 ${differences.length} 处与重新统计不一致，请运行 yanzhen recount 重新统计。`,
  )
  return differences.length === 0 ? 0 : 1
}

const inWords = ({ unitId, schoolYear, measure, part, stored, recounted }: Difference): string =>
  `单位 ${unitId} ${schoolYearName(schoolYear)} ${measure}${part && `（${part}）`}：现为 ${stored ?? '无'}，应为 ${recounted ?? '无'}`
