import { cellAddress } from '#platform/sheet/address.ts'
import type { SheetInfo, SheetRow, Workbook } from '#platform/sheet/workbook.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { findHeading, likeness, plainSheetName, type Heading } from './heading.rules.ts'
import { mayBeMapped, type HeaderMapping } from './mapping.rules.ts'
import { readTitle, type TitleFacts } from './title.rules.ts'

/** One of the user's sheets that holds a sheet of the ledger. */
export interface FoundSheet {
  sheet: AnyLedgerSheet
  /** The sheet's name in the workbook, by which it is read. */
  name: string
  /** Its name in addresses: a CSV has none of its own. */
  shownName: string
  heading: Heading | undefined
  title: TitleFacts
  /** Where the title stands: 教师!A1. */
  titleCell: string
}

export interface FoundSheets {
  found: FoundSheet[]
  /** Sheets that hold the same table a second time; they are not read. */
  again: { name: string; sheet: AnyLedgerSheet }[]
}

/** Titles, unit lines and blank rows rarely take more. */
const HEAD_ROWS = 40

interface Head {
  info: SheetInfo
  rows: SheetRow[]
}

/**
 * Finds the ledger's sheets in a workbook: by their names, else by their headers; visible sheets first. `answers` say
 * what the sender calls columns.
 */
export async function findSheets(
  workbook: Workbook,
  sheets: readonly AnyLedgerSheet[],
  answers: readonly HeaderMapping[] = [],
): Promise<FoundSheets> {
  const heads: Head[] = []
  for (const info of [...workbook.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden)))
    heads.push({ info, rows: await readHead(workbook, info.name) })
  const names = new Map(heads.map((head) => [head, sheetNamed(head.info.name, sheets)]))
  const result: FoundSheets = { found: [], again: [] }
  const isFound = (sheet: AnyLedgerSheet) => result.found.some((one) => one.sheet === sheet)
  for (const head of [...heads].sort((a, b) => Number(!names.get(a)) - Number(!names.get(b)))) {
    const sheet = names.get(head) ?? sheetWithHeader(head, sheets, answers) ?? onlySheet(workbook, head, sheets)
    if (!sheet) continue
    if (!isFound(sheet)) result.found.push(found({ workbook, sheets, answers }, head, sheet))
    else if (!head.info.hidden) result.again.push({ name: head.info.name, sheet })
  }
  for (const head of heads) {
    if (names.get(head) ?? result.found.some(({ name }) => name === head.info.name)) continue
    const sheet = sheetAlmost(head, sheets, answers)
    if (sheet && !isFound(sheet) && !head.info.hidden)
      result.found.push(found({ workbook, sheets, answers }, head, sheet))
  }
  return result
}

/** A sheet of another name of which half the columns are there: the sender may say what the others are called. */
function sheetAlmost(
  head: Head,
  sheets: readonly AnyLedgerSheet[],
  answers: readonly HeaderMapping[],
): AnyLedgerSheet | undefined {
  const share = (sheet: AnyLedgerSheet) => (headingOf(head, sheet, answers)?.columns.size ?? 0) / sheet.columns.length
  const [best] = sheets.map((sheet) => ({ sheet, share: share(sheet) })).sort((a, b) => b.share - a.share)
  return best && best.share >= 0.5 ? best.sheet : undefined
}

async function readHead(workbook: Workbook, sheetName: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of workbook.rows(sheetName)) {
    rows.push(row)
    if (rows.length >= HEAD_ROWS) break
  }
  return rows
}

const sheetNamed = (name: string, sheets: readonly AnyLedgerSheet[]) =>
  sheets.find((sheet) => sheet.name === plainSheetName(name))

/** Where the header of a sheet stands; columns with ID numbers are never spoken of. */
function headingOf({ rows }: Head, sheet: AnyLedgerSheet, answers: readonly HeaderMapping[]): Heading | undefined {
  const ownWords = answers.filter((one) => one.sheet === sheet.name)
  const heading = findHeading(rows, sheet.columns, ownWords)
  const below = rows.filter(({ row }) => row > (heading?.row ?? 0))
  const writings = (column: number) =>
    below.map(({ cells }) => cells.find((cell) => cell.column === column)?.text ?? '')
  return (
    heading && {
      ...heading,
      unknown: heading.unknown.filter(({ column, header }) => mayBeMapped(header, writings(column))),
    }
  )
}

function sheetWithHeader(
  head: Head,
  sheets: readonly AnyLedgerSheet[],
  answers: readonly HeaderMapping[],
): AnyLedgerSheet | undefined {
  const [best] = sheets
    .map((sheet) => ({ sheet, share: likeness(headingOf(head, sheet, answers), sheet.columns) }))
    .sort((a, b) => b.share - a.share)
  return best && best.share > 0 ? best.sheet : undefined
}

/** The only sheet of a file may tell what it is by a longer name: 颛桥镇学区2023学年教师.csv. */
function onlySheet(workbook: Workbook, { info }: Head, sheets: readonly AnyLedgerSheet[]): AnyLedgerSheet | undefined {
  if (workbook.sheets.length > 1) return undefined
  return sheets.find(({ name }) => plainSheetName(info.name).endsWith(name))
}

/** What sheets are looked for in. */
interface Search {
  workbook: Workbook
  sheets: readonly AnyLedgerSheet[]
  answers: readonly HeaderMapping[]
}

function found({ workbook, sheets, answers }: Search, head: Head, sheet: AnyLedgerSheet): FoundSheet {
  const heading = headingOf(head, sheet, answers)
  const shownName = workbook.kind === 'csv' ? sheet.name : head.info.name
  const names = sheets.map(({ name }) => name)
  const titles = head.rows
    .filter(({ row }) => row < (heading?.top ?? Infinity))
    .flatMap(({ row, cells }) => cells.map(({ column, text }) => ({ row, column, ...readTitle(text, names) })))
  const cluster = titles.find((title) => title.cluster !== undefined)
  const year = titles.find((title) => title.schoolYear !== undefined)
  const said = year ?? cluster
  return {
    sheet,
    name: head.info.name,
    shownName,
    heading,
    title: { cluster: cluster?.cluster, schoolYear: year?.schoolYear },
    titleCell: said ? `${shownName}!${cellAddress(said.column, said.row)}` : '',
  }
}
