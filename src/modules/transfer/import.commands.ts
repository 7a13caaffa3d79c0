import { basename, resolve } from 'node:path'
import { statSync } from 'node:fs'
import type { Cli, System } from '#platform/cli.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { Problem } from '#shared/problem.ts'
import { importFile } from './import.actions.ts'
import type { Finding, ImportReport } from './import.contract.ts'
import { exitCode } from './import.rules.ts'
import type { Asked } from './ledger.actions.ts'
import { transferProblems } from './problems.ts'
import { aboutSheet, Report } from './report.ts'

interface Options {
  dryRun?: boolean
  json?: boolean
  district?: string
  cluster?: string
  year?: string
}

/** `yanzhen import FILE…` */
export function importCommand(cli: Cli): void {
  cli.program
    .command('import <file...>')
    .description('导入台账（.xlsx、.xls、.csv），每份文件一次导入')
    .option('--dry-run', '只检查，不写入')
    .option('--json', '以 JSON 输出')
    .option('--district <code>', '新学区所在区的六位代码，如 310112')
    .option('--cluster <name>', '学区名称，标题行没有写时用')
    .option('--year <year>', '学年，如 2023，标题行和文件名都没有写时用')
    .action((files: string[], options: Options) => cli.withSystem((system) => importFiles(cli, system, files, options)))
}

async function importFiles(cli: Cli, system: System, files: readonly string[], options: Options): Promise<number> {
  const asked = askedFrom(options)
  const reports: ImportReport[] = []
  for (const path of files) {
    const report = await importOne(cli, system, path, asked, options)
    reports.push(report)
    if (!options.json) printReport(cli, report, options.dryRun ?? false)
  }
  if (options.json) cli.print(JSON.stringify({ files: reports }, null, 2))
  return exitCode(reports)
}

function askedFrom({ district, cluster, year }: Options): Asked {
  if (district !== undefined && !/^\d{6}$/.test(district))
    throw transferProblems.badOption({ option: '--district', example: '310112' })
  if (year !== undefined && !/^20\d{2}$/.test(year))
    throw transferProblems.badOption({ option: '--year', example: '2023' })
  return {
    clusterName: cluster,
    districtId: district === undefined ? undefined : Number(district),
    schoolYear: year === undefined ? undefined : Number(year),
  }
}

/** One file; where it cannot be read at all, the report says so and nothing else. */
async function importOne(
  cli: Cli,
  system: System,
  path: string,
  asked: Asked,
  options: Options,
): Promise<ImportReport> {
  const file = { path: resolve(path), name: basename(path) }
  const bar = cli.progress(file.name)
  try {
    if (!statSync(file.path, { throwIfNoEntry: false })?.isFile()) throw transferProblems.noSuchFile({ path })
    const dryRun = options.dryRun ?? false
    const report = await importFile(system, file, asked, { dryRun, onProgress: ({ share }) => bar(share * 0.99, 1) })
    bar(1, 1)
    return report
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const report = new Report(file.name)
    report.fault(aboutSheet('', error.code, error.message))
    return report.done()
  }
}

function printReport(cli: Cli, report: ImportReport, dryRun: boolean): void {
  const whose = report.year === null ? '' : `：${report.cluster} ${schoolYearName(report.year)}`
  cli.print(`${report.file}${whose}${dryRun ? '（只检查，没有写入）' : ''}`)
  for (const one of report.sheets)
    cli.print(
      `  ${one.sheet}  读到 ${one.read} 行，新增 ${one.added}，更新 ${one.updated}，不变 ${one.unchanged}，退回 ${one.refused}`,
    )
  for (const fault of report.faults) cli.print(`  退回 ${sentence(fault)}`)
  for (const warning of report.warnings) cli.print(`  提醒 ${sentence(warning)}`)
  const untold = report.faultsTotal - report.faults.length + report.warningsTotal - report.warnings.length
  if (untold > 0) cli.print(`  另有 ${untold} 条没有列出。`)
}

/** 教师!E17：学校“…”不在名册中，最接近的是“…”。 */
const sentence = ({ cell, sheet, message }: Finding): string =>
  cell || sheet ? `${cell || sheet}：${message}` : message
