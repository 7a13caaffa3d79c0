import { nearest } from '#shared/nearest.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Cli } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listClusters } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { figuresOf, readStatistics } from './figure.actions.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import { assessmentProblems } from './problems.ts'

interface Options {
  cluster: string
  year?: string
  json?: boolean
}

/** `yanzhen indicators --cluster NAME --year Y` */
export function indicatorsCommand(cli: Cli): void {
  cli.program
    .command('indicators')
    .description('列出一个学区或集团的全部指标，以及是否达标')
    .requiredOption('--cluster <name>', '学区或集团的名称或编号')
    .option('--year <year>', '学年，如 2023；不写即最近有数据的学年')
    .option('--json', '以 JSON 输出')
    .action((options: Options) =>
      cli.withSystem(async (system) => {
        const figures = await system.inContext((ctx) => readFigures(ctx, options))
        if (options.json) cli.print(JSON.stringify(figures, null, 2))
        else for (const line of tableOf(figures)) cli.print(line)
      }),
    )
}

async function readFigures(ctx: Context, { cluster, year }: Options): Promise<Figure[]> {
  if (year !== undefined && !/^20\d{2}$/.test(year)) throw assessmentProblems.noSuchYear({ year })
  const unit = await clusterCalled(ctx, cluster)
  const statistics = await readStatistics(ctx, unit, year === undefined ? undefined : [Number(year)])
  return figuresOf({ ...statistics, years: statistics.years.slice(-1) })
}

async function clusterCalled(ctx: Context, called: string): Promise<UnitSubject> {
  const clusters = await listClusters(ctx.db)
  const meant = clusters.filter(({ id, name }) => name === called || String(id) === called)
  if (meant.length > 1) throw assessmentProblems.severalClusters({ cluster: called, ids: meant.map(({ id }) => id) })
  const unit = meant[0] && (await findUnit(ctx.db, meant[0].id, ctx.today))
  if (unit) return unit
  const closest = nearest(called, clusters.map(({ name }) => name)) // prettier-ignore
  throw assessmentProblems.noSuchCluster({ cluster: called, ...(closest !== undefined && { nearest: closest }) })
}

const signs = { met: '✓ 达标', missed: '✕ 未达标', 'no-data': '○ 无数据' }

function tableOf(figures: readonly Figure[]): string[] {
  const heading = figures[0] ? [schoolYearName(figures[0].year)] : []
  return [
    ...heading,
    ...figures.map((figure) => [figure.name, valueOf(figure), ...figure.rules.map(inWords)].join('  ')),
  ]
}

function valueOf({ value, unit }: Figure): string {
  if (value === null) return '—'
  return unit === '%' ? `${value.toFixed(2)} %` : `${value} ${unit}`
}

const inWords = ({ packName, clause, target, status, gap }: RuleVerdict): string =>
  `${signs[status]}${gap && `（${gap}）`} ${target}（${[packName, clause].filter(Boolean).join(' ')}）`
