import type { Context } from '#platform/context.ts'
import type { FactKey } from '#platform/facts.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { listMembers, listSchoolsOf, type Cluster } from '#modules/organizations/index.ts'
import { openBook, type OpenBook } from './book.ts'
import { clusterOf, sameCluster } from './cluster.actions.ts'
import { listCorrections } from './correction.sql.ts'
import type { ImportReport } from './import.contract.ts'
import { lockLedgers, reckonWithCache } from './import.sql.ts'
import { answersFor, matchesOf } from './mapping.actions.ts'
import { Overlay } from './overlay.ts'
import { transferProblems } from './problems.ts'
import { Refusals } from './refusals.ts'
import { remarkOnWhole } from './remarks.actions.ts'
import { aboutSheet, Report } from './report.ts'
import { openLedger, type LedgerWorkbook } from './roster-workbook.ts'
import { takeSheet } from './sheet.actions.ts'
import { majority, readFileName } from './title.rules.ts'
import { Trace } from './trace.ts'
import { whoseLedger } from './whose.rules.ts'
import { findSheets, type FoundSheet, type FoundSheets } from './workbook.ts'

export interface LedgerFile {
  path: string
  /** As the user calls it. */
  name: string
}

/** Whose ledger it must be, as far as that was asked for. */
export interface Asked {
  /** Uploaded for this cluster; */
  cluster?: Cluster | undefined
  /** or named on the command line, like the others here. */
  clusterName?: string | undefined
  schoolYear?: number | undefined
  districtId?: number | undefined
  /** One school hands in for itself: only its rows of these sheets are taken. */
  school?: { id: number; sheets: readonly string[] } | undefined
  /** The sender is a cluster's own office, which does not decide whose schools are members. */
  byOffice?: boolean
  /** A cluster that is made for this ledger is sample data. */
  sample?: boolean
}

export interface Progress {
  rows: number
  /** 0 to 1: how much of the file has been read. */
  share: number
  sheet: string
}

export interface Taken {
  report: ImportReport
  cluster: Pick<Cluster, 'id' | 'name' | 'districtId'>
  schoolYear: number
  /** The rows that were refused, to be put right. */
  refusals: Refusals
}

/** A ledger on its way in. */
interface LedgerImport {
  ctx: Context
  importId: string
  file: LedgerFile
  asked: Asked
  workbook: LedgerWorkbook
  sheets: FoundSheets
  report: Report
  overlay: Overlay
  refusals: Refusals
  onProgress(progress: Progress): void
}

/**
 * Takes a ledger in the context's transaction: every sheet in the order of the modules, every row that has no fault.
 * Throws a Problem where nothing can be taken at all: no spreadsheet, no ledger, nobody's, of no year.
 */
export async function takeLedger(
  ctx: Context,
  importId: string,
  file: LedgerFile,
  asked: Asked,
  onProgress: LedgerImport['onProgress'] = () => {},
): Promise<Taken> {
  const workbook = await openLedger(file.path, file.name)
  try {
    const { answers, others } = await answersFor(ctx.db, importId)
    const sheets = await findSheets(workbook, ctx.sheets, answers)
    if (sheets.found.length === 0) throw transferProblems.noLedgerSheets({ sheets: namesOf(ctx) })
    const overlay = new Overlay(await listCorrections(ctx.db, importId))
    const [report, refusals] = [new Report(file.name), new Refusals()]
    const work = { ctx, importId, file, asked, workbook, sheets, report, overlay, refusals, onProgress }
    const book = await openFor(work)
    const trace = await Trace.open(book)
    await reckonWithCache(ctx.db)
    await takeSheets(work, book, trace)
    await trace.close()
    report.matches.push(...matchesOf(sheets.found, answers, others))
    report.notKept = refusals.notKept
    refusals.layout.schools = book.schoolNames()
    return {
      report: report.done(),
      refusals,
      cluster: { ...book.cluster, districtId: book.districtId },
      schoolYear: book.schoolYear,
    }
  } finally {
    await workbook.close()
  }
}

const namesOf = ({ sheets }: Context) => sheets.map(({ name }) => name)

/** Finds out whose ledger of which year the file is, and opens the book for it. */
async function openFor(work: LedgerImport): Promise<OpenBook> {
  const { ctx, importId, file, asked, workbook, sheets, report } = work
  const fileName = readFileName(file.name, namesOf(ctx))
  const { schoolYear: told } = workbook
  const titles = [...sheets.found.map(({ title }) => title), { cluster: undefined, schoolYear: told }]
  const askedFor = { cluster: asked.cluster?.name ?? asked.clusterName, schoolYear: asked.schoolYear }
  const { cluster: name, schoolYear } = whoseLedger({ asked: askedFor, fileName, titles })
  if (!name) throw transferProblems.whoseLedger()
  if (!schoolYear) throw transferProblems.whichYear()
  const said = majority(titles.map(({ cluster }) => cluster)) ?? fileName.cluster
  if (askedFor.cluster && said && !sameCluster(ctx, said, name))
    throw transferProblems.otherCluster({ said, asked: name })
  await lockLedgers(ctx.db, name)
  const wanted = { name, districtId: asked.districtId, sample: asked.sample ?? false }
  const cluster = asked.cluster ?? (await clusterOf(ctx, wanted, workbook, sheets.found))
  report.cluster = cluster.name
  report.year = schoolYear
  if (fileName.cluster && !sameCluster(ctx, fileName.cluster, name))
    report.warn(
      aboutSheet(
        '',
        'transfer.otherFileName',
        `文件名写的是“${fileName.cluster}”，标题写的是“${name}”，已按标题读取，请核对。`,
      ),
    )
  const members = await listSchoolsOf(ctx.db, cluster.id, schoolYear)
  const rights = { ownSchool: asked.school?.id, decidesMembers: asked.byOffice !== true }
  return openBook({ ctx, importId, districtId: cluster.districtId, cluster, schoolYear, ...rights }, members)
}

async function takeSheets(work: LedgerImport, book: OpenBook, trace: Trace): Promise<void> {
  const { asked, workbook, sheets, report, overlay, refusals, onProgress } = work
  const taken: AnyLedgerSheet[] = []
  let rows = 0
  for (const sheet of sheetsAsked(work)) {
    const found = sheets.found.find((one) => one.sheet === sheet)
    if (!found) reportMissing(work, sheet)
    if (!found || !isReadable(work, book, found)) continue
    const onRows = (more: number) =>
      onProgress({
        rows: (rows += more),
        share: workbook.bytesRead / Math.max(1, workbook.bytesTotal),
        sheet: sheet.name,
      })
    const count = await takeSheet({ book, workbook, found, report, overlay, refusals, trace, onRows })
    if (!asked.school) await remarkOnWhole(book, sheet, count, report)
    taken.push(sheet)
  }
  for (const { name, sheet } of sheets.again)
    report.fault(
      aboutSheet(
        sheet.name,
        'transfer.sheetTwice',
        `“${name}”看起来也是${sheet.name}表，没有读取；如果需要，请并入前一张表。`,
      ),
    )
  await trace.handIn(await handedIn(book, taken))
}

/** A school is asked for some of the sheets; what else its file holds is not read. */
const sheetsAsked = ({ ctx, asked }: LedgerImport) =>
  asked.school ? ctx.sheets.filter(({ name }) => asked.school!.sheets.includes(name)) : ctx.sheets

/** A CSV and a roster stand for no other sheet; what a ledger may do without is missed where a school was asked for it. */
function reportMissing({ workbook, report, asked }: LedgerImport, { name, optional }: AnyLedgerSheet): void {
  if (workbook.kind !== 'csv' && workbook.kind !== 'roster' && (!optional || asked.school))
    report.fault(aboutSheet(name, 'transfer.sheetMissing', `没有“${name}”工作表，这部分数据保持原样。`))
}

/** Whether a sheet can be read at all; if not, the reason is a fault of the whole sheet and its rows stay out. */
function isReadable(
  { ctx, report }: LedgerImport,
  book: OpenBook,
  found: FoundSheet,
): found is FoundSheet & { heading: NonNullable<FoundSheet['heading']> } {
  const { sheet, title, titleCell, heading, shownName } = found
  const refuse = (code: string, message: string, cell: string) => {
    report.fault(aboutSheet(sheet.name, code, message, cell))
    return false
  }
  if (title.schoolYear !== undefined && title.schoolYear !== book.schoolYear)
    return refuse(
      'transfer.otherYear',
      `标题写的是${title.schoolYear}学年，这份台账是${book.schoolYear}学年，两者不一致，这张表没有读取，请改成一致后再导入。`,
      titleCell,
    )
  if (title.cluster && !sameCluster(ctx, title.cluster, book.cluster.name))
    return refuse(
      'transfer.otherCluster',
      `标题写的是“${title.cluster}”，这份台账是“${book.cluster.name}”的，这张表没有读取，请核对。`,
      titleCell,
    )
  if (!heading)
    return refuse(
      'transfer.noHeading',
      `没有找到“${shownName}”的表头，应有${sheet.columns.map((c) => c.title).join('、')}等列。`,
      '',
    )
  const missing = sheet.columns.filter((column) => column.required && !heading.columns.has(column.title))
  if (missing.length === 0) return true
  const names = missing.map((column) => `“${column.title}”`).join('、')
  return refuse(
    'transfer.columnMissing',
    `“${shownName}”没有${names}列，这张表没有读取，请补上后再导入。`,
    `${shownName}!A${heading.row}`,
  )
}

/** Every member school has handed in every sheet that was there, be it empty; a school by itself only its own. */
async function handedIn(
  { ctx, cluster, schoolYear, ownSchool }: OpenBook,
  taken: readonly AnyLedgerSheet[],
): Promise<FactKey[]> {
  const members = await listMembers(ctx.db, cluster.id, [schoolYear])
  const those = ownSchool === undefined ? members : members.filter(({ schoolId }) => schoolId === ownSchool)
  return taken.flatMap(({ source }) => those.map((member) => ({ ...member, source })))
}
