import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { makeCell } from '#platform/sheet/cell-value.ts'
import { defaultLimits } from '#platform/sheet/limits.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import { sniffContent } from '#platform/sheet/sniff.ts'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { openPackage, type Package } from '#platform/sheet/zip.ts'
import { transferProblems } from './problems.ts'
import { readRoster, type RosterIn, type RosterSheet, type Table } from './roster-in.rules.ts'

/** A ledger as somebody sends it; a roster says of which school year it is. */
export type LedgerWorkbook = Workbook & { schoolYear?: number | undefined }

const MB = 1024 * 1024
/** A roster is read whole: what it tells is looked up in several files. */
const limits = { ...defaultLimits, partBytes: 64 * MB, totalBytes: 128 * MB, rows: 200_000 }

/** Opens a spreadsheet, or a OneRoster package as if it were one with a sheet of teachers and one of classes. */
export async function openLedger(path: string, name: string): Promise<LedgerWorkbook> {
  if ((await sniffContent(path, name)) !== 'xlsx') return openWorkbook(path, { name })
  const zip = await openPackage(path, defaultLimits)
  const folder = folderOf(zip)
  zip.close()
  return folder === undefined ? openWorkbook(path, { name }) : openRoster(path, folder)
}

/** Where in a zip the files of a roster lie: one that was packed with its folder has them in it. Undefined: there are none. */
const folderOf = (zip: Package): string | undefined =>
  zip.names().find((name) => /(^|\/)manifest\.csv$/i.test(name))?.slice(0, -'manifest.csv'.length) // prettier-ignore

async function openRoster(path: string, folder: string): Promise<LedgerWorkbook> {
  const zip = await openPackage(path, limits)
  try {
    const table = (file: string) => readTable(zip, folder, file)
    const perhaps = async (file: string) => (zip.has(folder + file) ? await table(file) : undefined)
    const tables = {
      ...{ manifest: await table('manifest.csv'), orgs: await table('orgs.csv') },
      ...{ users: await table('users.csv'), roles: await table('roles.csv') },
      ...{ classes: await perhaps('classes.csv'), academicSessions: await perhaps('academicSessions.csv') },
    }
    return workbookOf(readRoster(tables), (file) => zip.size(folder + file))
  } finally {
    zip.close()
  }
}

async function readTable(zip: Package, folder: string, file: string): Promise<Table> {
  if (!zip.has(folder + file)) throw transferProblems.rosterFile({ file })
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: limits.tokenChars })
  const lines: string[][] = []
  try {
    for await (const line of pipeline(Readable.from(zip.text(folder + file)), parser, () => {}) as AsyncIterable<
      string[]
    >) {
      lines.push(line)
      if (lines.length > limits.rows) throw transferProblems.rosterTooLong({ file, limit: limits.rows })
    }
  } catch (error) {
    throw error instanceof CsvError ? transferProblems.rosterBroken({ file, line: Number(error['lines'] ?? 1) }) : error
  }
  const [header = [], ...rest] = lines
  return { file, header: header.map((name) => name.trim()), lines: rest }
}

/** Each line stands at the row and the columns of its file, so that what is wrong is told where it is. */
function workbookOf({ sheets, schoolYear }: RosterIn, sizeOf: (file: string) => number): LedgerWorkbook {
  const rows = new Map(sheets.map((sheet) => [sheet.file, rowsOf(sheet)]))
  const infos = sheets.map(({ file: name }) => ({ name, hidden: false, bytes: sizeOf(name) }))
  const read = new Set<string>()
  const bytesOf = (of: readonly { bytes: number }[]) => of.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    kind: 'roster',
    sheets: infos,
    bytesTotal: bytesOf(infos),
    schoolYear,
    get bytesRead() {
      return bytesOf(infos.filter(({ name }) => read.has(name)))
    },
    async *batches(name) {
      yield rows.get(name) ?? []
      read.add(name)
    },
    async *rows(name) {
      yield* rows.get(name) ?? []
    },
    merges: async () => [],
    close: async () => {},
  }
}

/** The ledger's titles stand in the first row, where the file has its own. */
function rowsOf({ columns, lines }: RosterSheet): SheetRow[] {
  const titles = Object.keys(columns)
  const row = (at: number, textOf: (title: string) => string): SheetRow => ({
    row: at,
    hidden: false,
    cells: titles
      .map((title) => makeCell(columns[title]!, 'text', textOf(title)))
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.column - b.column),
  })
  return [row(1, (title) => title), ...lines.map((line) => row(line.row, (title) => line.cells[title] ?? ''))]
}
