import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { makeCell } from '#platform/sheet/cell-value.ts'
import { defaultLimits } from '#platform/sheet/limits.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import { sniffContent } from '#platform/sheet/sniff.ts'
import type { SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import { openPackage, type Package } from '#platform/sheet/zip.ts'
import { transferProblems } from './problems.ts'
import { readRoster, type RosterIn, type Table } from './roster-in.rules.ts'

/** A ledger as somebody sends it; a roster says of which school year it is. */
export type LedgerWorkbook = Workbook & { schoolYear?: number | undefined }

const MB = 1024 * 1024
/** A roster is read whole: its teachers are looked up in several files. */
const limits = { ...defaultLimits, partBytes: 64 * MB, totalBytes: 128 * MB, rows: 200_000 }
const USERS = 'users.csv'

/** Opens a spreadsheet, or a OneRoster package as if it were one with a sheet of teachers. */
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
    const tables = {
      ...{ manifest: await table('manifest.csv'), orgs: await table('orgs.csv') },
      ...{ users: await table(USERS), roles: await table('roles.csv') },
      academicSessions: zip.has(`${folder}academicSessions.csv`) ? await table('academicSessions.csv') : undefined,
    }
    return workbookOf(readRoster(tables), zip.size(folder + USERS))
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

/** Each teacher stands at the row and the columns of users.csv, so that what is wrong is told where it is. */
function workbookOf({ columns, lines, schoolYear }: RosterIn, bytes: number): LedgerWorkbook {
  const row = (at: number, staffNo: string, name: string, school: string): SheetRow => ({
    row: at,
    hidden: false,
    cells: [
      makeCell(columns.staffNo, 'text', staffNo),
      makeCell(columns.name, 'text', name),
      makeCell(columns.school, 'text', school),
    ]
      .filter(({ text }) => text !== '')
      .sort((a, b) => a.column - b.column),
  })
  const rows = [row(1, '工号', '姓名', '学校'), ...lines.map((one) => row(one.row, one.staffNo, one.name, one.school))]
  let bytesRead = 0
  return {
    kind: 'roster',
    sheets: [{ name: USERS, hidden: false, bytes }],
    bytesTotal: bytes,
    schoolYear,
    get bytesRead() {
      return bytesRead
    },
    async *batches() {
      yield rows
      bytesRead = bytes
    },
    async *rows() {
      yield* rows
    },
    merges: async () => [],
    close: async () => {},
  }
}
