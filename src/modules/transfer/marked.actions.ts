import { cellAddress } from '#platform/sheet/address.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { markWorkbook } from '#platform/sheet/mark/mark.ts'
import { NOTE_TITLE, type SheetMarks } from '#platform/sheet/mark/sheet.ts'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { writeCsv } from '#platform/sheet/write-csv.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { ImportReport } from './import.contract.ts'
import { importPath } from './import.jobs.ts'
import { findLayout, listFaultyRows } from './marked.sql.ts'
import { openLedger } from './roster-workbook.ts'
import { findSheets, type FoundSheet } from './workbook.ts'

type Marks = Omit<SheetMarks, 'style'>

/** A checked file, and what was found wrong with it. */
export interface CheckedFile {
  id: string
  districtId: number
  fileName: string
  report: ImportReport | null
}

/** One fault, where it stands in the ledger's own terms; row 0: the sheet or the file as a whole. */
interface Fault {
  sheet: string
  row: number
  column: string
  message: string
}

/**
 * The user's own file with every fault at its cell: an .xlsx with all that was in it; of older formats, which nobody can
 * write into, the contents with the notes beside them.
 */
export async function markedCopy(ctx: Context, file: CheckedFile): Promise<Download> {
  const path = importPath(ctx.config, file.id)
  const faults = await faultsOf(ctx, file)
  const layout = await findLayout(ctx.db, file)
  const workbook = await openLedger(path, file.fileName)
  const { found } = await findSheets(workbook, ctx.sheets)
  const placed = faults.map((fault) => ({ ...fault, at: layout?.sheets[fault.sheet]?.columns[fault.column] ?? 1 }))
  const marks = new Map<string, Marks>()
  for (const sheet of found) marks.set(sheet.name, await marksOf(workbook, sheet, placed))
  if (workbook.kind !== 'xlsx') return rewritten(workbook, marks, file.fileName)
  await workbook.close()
  const listed = placed.map((fault) => listedAt(fault, found))
  return new Download(nameOf(file.fileName, 'xlsx'), XLSX, await markWorkbook(path, { sheets: marks, faults: listed }))
}

const nameOf = (fileName: string, ending: string) => `${fileName.replace(/\.[^.]*$/, '')}（已标注）.${ending}`

/** What concerns whole sheets first, then row by row. Of refused rows more are kept than a report names. */
async function faultsOf(ctx: Context, file: CheckedFile): Promise<Fault[]> {
  const rows = await listFaultyRows(ctx.db, file)
  const refused = new Set(rows.map(({ sheet, row }) => `${sheet} ${row}`))
  const others = (file.report?.faults ?? [])
    .map(({ sheet, column, message, cell }) => ({ sheet, column, message, row: rowOf(cell) }))
    .filter(({ sheet, row }) => !refused.has(`${sheet} ${row}`))
  return [
    ...others,
    ...rows.flatMap(({ sheet, row, faults }) => faults.map(({ column, message }) => ({ sheet, row, column, message }))),
  ]
}

/** 教师!E17 → 17; 0 where no cell is named. */
const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0)

type Placed = Fault & { at: number }

function listedAt({ sheet, row, column, message, at }: Placed, found: readonly FoundSheet[]) {
  const name = found.find((one) => one.sheet.name === sheet)?.name ?? ''
  return { sheet: name, cell: name && row > 0 ? cellAddress(at, row) : '', column, message }
}

async function marksOf(workbook: Workbook, found: FoundSheet, faults: readonly Placed[]): Promise<Marks> {
  const headerRow = found.heading?.row ?? 1
  const cells = faults
    .filter(({ sheet, row }) => sheet === found.sheet.name && row > 0)
    .map(({ row, at, message }) => ({ row, column: at, message }))
  return { headerRow, cells, ...(await noteColumnOf(workbook, found.name, headerRow)) }
}

/** The notes of an earlier time are written over; else they stand right of everything. */
async function noteColumnOf(
  workbook: Workbook,
  sheet: string,
  headerRow: number,
): Promise<{ noteColumn: number; again: boolean }> {
  let last = 0
  for await (const rows of workbook.batches(sheet))
    for (const { row, cells } of rows) {
      const ours = row === headerRow && cells.find(({ text }) => text === NOTE_TITLE)
      if (ours) return { noteColumn: ours.column, again: true }
      last = Math.max(last, cells.at(-1)?.column ?? 0)
    }
  return { noteColumn: last + 1, again: false }
}

/** Notes by row, each cell's named: E17：…… */
function notesOf({ headerRow, cells }: Marks): Map<number, string> {
  const notes = new Map([[headerRow, NOTE_TITLE]])
  for (const { row, message } of cells) notes.set(row, [notes.get(row), message].filter(Boolean).join('；'))
  return notes
}

async function rewritten(workbook: Workbook, marks: ReadonlyMap<string, Marks>, fileName: string): Promise<Download> {
  const [only] = workbook.sheets
  if (workbook.kind === 'csv' && only) {
    const file = writeCsv(await lines(workbook, only.name, marks.get(only.name)))
    file.once('close', () => void workbook.close())
    return new Download(nameOf(fileName, 'csv'), 'text/csv; charset=utf-8', file)
  }
  const sheets = await Promise.all(
    workbook.sheets.map(async ({ name }) => ({ name, ...(await lines(workbook, name, marks.get(name))) })),
  )
  const file = writeWorkbook(sheets)
  file.once('close', () => void workbook.close())
  return new Download(nameOf(fileName, 'xlsx'), XLSX, file)
}

/** A sheet's lines as they stand, blank ones too, so that every address in a note still holds. */
async function lines(workbook: Workbook, sheet: string, marks: Marks | undefined) {
  const rows = withBlanks(workbook.rows(sheet))
  const notes = marks ? notesOf(marks) : new Map<number, string>()
  const written = (row: number, cells: SheetRow['cells']) => {
    const texts: string[] = Array.from({ length: marks?.noteColumn ?? cells.at(-1)?.column ?? 0 }, () => '')
    for (const { column, text } of cells) texts[column - 1] = text
    if (marks) texts[marks.noteColumn - 1] = notes.get(row) ?? ''
    return texts
  }
  const first = await rows.next()
  const columns = first.done ? [] : written(first.value.row, first.value.cells).map((title) => ({ title }))
  const rest = async function* () {
    for await (const { row, cells } of rows) yield written(row, cells)
  }
  return { columns, rows: rest() }
}

async function* withBlanks(rows: AsyncIterable<SheetRow>): AsyncGenerator<Pick<SheetRow, 'row' | 'cells'>> {
  let next = 1
  for await (const { row, cells } of rows) {
    for (; next < row; next++) yield { row: next, cells: [] }
    yield { row, cells }
    next = row + 1
  }
}
