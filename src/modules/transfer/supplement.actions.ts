import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import type { FactKey } from '#platform/facts.ts'
import type { SheetCell, SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { findUnit, listMembers, listSchoolsOf } from '#modules/organizations/index.ts'
import { openBook, type OpenBook } from './book.ts'
import { keepRefused } from './correction.actions.ts'
import { listWanted, type KeptRefused } from './correction.sql.ts'
import type { ImportReport } from './import.contract.ts'
import { mergedReport } from './import.rules.ts'
import { lockLedgers, markImport, type ImportRow } from './import.sql.ts'
import { Overlay } from './overlay.ts'
import { Refusals, type Layout, type SheetLayout } from './refusals.ts'
import { Report } from './report.ts'
import { takeSheet, type SheetImport } from './sheet.actions.ts'
import { Supplement } from './supplement.ts'
import { Trace } from './trace.ts'

/** An import that was taken, with the rows that it refused. */
export interface Remainder {
  row: ImportRow
  layout: Layout
}

/** Thrown to undo what a rehearsal wrote. */
const undo = new Error('a rehearsal is undone')

/** Reads the refused rows of a taken import again, with what was typed into them, and brings in those that are right now. */
export async function takeRemainder(system: System, remainder: Remainder): Promise<void> {
  await system.inContext(async (ctx) => keep(ctx, remainder, await readRemainder(ctx, remainder), 'corrected'))
}

/** The same, undone: what is still wrong with the rows is noted at them. */
export async function checkRemainder(system: System, remainder: Remainder): Promise<void> {
  let read: ReadAgain | undefined
  const attempt = system.inContext(async (ctx) => {
    read = await readRemainder(ctx, remainder)
    throw undo
  })
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  await system.inContext((ctx) => keep(ctx, remainder, read!, 'rechecked'))
}

interface ReadAgain {
  rows: KeptRefused[]
  report: ImportReport
  refusals: Refusals
}

async function keep(
  ctx: Context,
  { row }: Remainder,
  { rows, report, refusals }: ReadAgain,
  judged: 'rechecked' | 'corrected',
): Promise<void> {
  await keepRefused(ctx, row.id, refusals, judged)
  const { districtId, id } = row
  const merged = row.report && mergedReport(row.report, report, rows, { isTaken: judged === 'corrected' })
  if (merged) await markImport(ctx.db, { districtId, id, from: ['taken'], to: 'taken' }, { report: merged })
}

/** Takes the refused rows through the engine under the import's own id: only what concerns single rows is done. */
async function readRemainder(ctx: Context, { row, layout }: Remainder): Promise<ReadAgain> {
  const [report, refusals] = [new Report(row.fileName), new Refusals()]
  const { book, before } = await openAgain(ctx, row)
  const rows = await listWanted(ctx.db, row.id)
  const overlay = new Overlay(rows.map((one) => ({ ...one, dropped: false })))
  const supplement = new Supplement(rows)
  const trace = await Trace.open(book)
  for (const sheet of ctx.sheets) {
    const place = layout.sheets[sheet.name]
    const own = rows.filter((one) => one.sheet === sheet.name)
    if (!place || own.length === 0) continue
    const found = foundAgain(sheet, place)
    const workbook = workbookOf(own, place)
    await takeSheet({ book, workbook, found, report, overlay, refusals, trace, supplement, onRows: () => {} })
  }
  await trace.handIn(await newSchools(book, before, Object.keys(layout.sheets)))
  await trace.close()
  return { rows, report: report.done(), refusals }
}

async function openAgain(ctx: Context, row: ImportRow): Promise<{ book: OpenBook; before: ReadonlySet<number> }> {
  const unit = row.clusterId === null ? undefined : await findUnit(ctx.db, row.clusterId, ctx.today)
  if (!unit || row.schoolYear === null) throw new Error(`import ${row.id} was taken without a cluster or a year`)
  const { id: importId, schoolYear } = row
  const rights = { ownSchool: row.schoolId ?? undefined, decidesMembers: row.decidesMembers }
  const { id, name, districtId } = unit
  await lockLedgers(ctx.db, name)
  const members = await listSchoolsOf(ctx.db, id, schoolYear)
  const book = openBook({ ctx, importId, districtId, cluster: { id, name }, schoolYear, ...rights }, members)
  return { book, before: new Set(members.map((school) => school.id)) }
}

const foundAgain = (
  sheet: SheetImport['found']['sheet'],
  { shownName, columns }: SheetLayout,
): SheetImport['found'] => ({
  sheet,
  name: sheet.name,
  shownName,
  heading: { row: 0, top: 0, columns: new Map(Object.entries(columns)), mapped: [], unknown: [] },
  title: { cluster: undefined, schoolYear: undefined },
  titleCell: '',
})

const BATCH = 1000

/** The kept rows of one sheet as the file held them. */
function workbookOf(rows: readonly KeptRefused[], { columns }: SheetLayout): Pick<Workbook, 'batches'> {
  return {
    async *batches() {
      for (let at = 0; at < rows.length; at += BATCH)
        yield rows.slice(at, at + BATCH).map((row) => rowAsWritten(row, columns))
    },
  }
}

function rowAsWritten({ row, cells, marks }: KeptRefused, columns: Readonly<Record<string, number>>): SheetRow {
  const titles = new Set([...Object.keys(cells), ...Object.keys(marks)])
  const written = [...titles].flatMap((title): SheetCell[] => {
    const [text, mark, column] = [cells[title] ?? '', marks[title], columns[title]]
    if (column === undefined) return []
    const isNumber = mark === 'number'
    const number = isNumber ? Number(text) : undefined
    return [{ column, kind: isNumber ? 'number' : 'text', text, number, flag: isNumber ? undefined : mark }]
  })
  return { row, hidden: false, cells: written.sort((a, b) => a.column - b.column) }
}

/** A school that came in only now has handed in what the others had: every sheet of the file. */
async function newSchools(book: OpenBook, before: ReadonlySet<number>, names: readonly string[]): Promise<FactKey[]> {
  const { ctx, cluster, schoolYear } = book
  const members = await listMembers(ctx.db, cluster.id, [schoolYear])
  const fresh = members.filter(({ schoolId }) => !before.has(schoolId))
  const sources = ctx.sheets.filter(({ name }) => names.includes(name)).map(({ source }) => source)
  return sources.flatMap((source) => fresh.map((member) => ({ ...member, source })))
}
