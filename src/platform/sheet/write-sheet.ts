import { cellAddress, columnName } from './address.ts'
import { xmlText } from './export-text.ts'
import { defaultLimits } from './limits.ts'
import { serialOfDay } from './number-format.ts'
import { sheetProblems } from './problems.ts'
import type { CellValue, WrittenColumn, WrittenSheet } from './table.ts'
import { MAIN, numberStyles, styles, XML_HEAD } from './write-parts.ts'

const CHUNK_CHARS = 65_536
/** Rows that are looked at to find how wide the columns must be. */
const ROWS_TO_MEASURE = 200
const NARROWEST = 6
const WIDEST = 48
/** A note under a narrow table goes on beside it, so wide. */
const NARROWEST_NOTE = 56
/** How wide a column is of which nothing is said, and how high a line, in points. */
const PLAIN_WIDTH = 8.43
const LINE_HEIGHT = 15
/** Characters that stand beside one another on an upright page. */
const UPRIGHT = 90

type Row = readonly CellValue[]

/** The title, where there is one, and the columns' own. */
export const headRowsOf = ({ title }: Pick<WrittenSheet, 'title'>): number => (title === undefined ? 1 : 2)

/** The XML of one worksheet, piece by piece. */
export async function* worksheetXml(sheet: WrittenSheet): AsyncGenerator<Buffer> {
  const rows = asyncRows(sheet.rows)
  const first = await take(rows, ROWS_TO_MEASURE)
  const headRows = headRowsOf(sheet)
  let number = headRows
  const wide = widths(sheet.columns, first)
  let xml = head(sheet, headRows, wide)
  for await (const row of chain(first, rows)) {
    number += 1
    if (number > defaultLimits.rows) throw sheetProblems.tooManyRows({ sheet: sheet.name, limit: defaultLimits.rows })
    xml += rowXml(number, row, sheet.columns)
    if (xml.length < CHUNK_CHARS) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + foot(sheet, headRows, number, wide))
}

async function* asyncRows(rows: WrittenSheet['rows']): AsyncGenerator<Row> {
  yield* rows
}

async function take(rows: AsyncGenerator<Row>, count: number): Promise<Row[]> {
  const taken: Row[] = []
  while (taken.length < count) {
    const { value, done } = await rows.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

async function* chain(first: readonly Row[], rest: AsyncGenerator<Row>): AsyncGenerator<Row> {
  yield* first
  yield* rest
}

function widths(columns: readonly WrittenColumn[], rows: readonly Row[]): number[] {
  return columns.map(({ title, width }, index) => {
    if (width !== undefined) return width
    const needed = rows.reduce((most, row) => Math.max(most, displayWidth(row[index])), displayWidth(title))
    return Math.min(WIDEST, Math.max(NARROWEST, needed + 2))
  })
}

/** A Chinese character is as wide as two Latin ones. */
function displayWidth(value: CellValue): number {
  return [...String(value ?? '')].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)
}

function head({ title, columns }: WrittenSheet, headRows: number, wide: readonly number[]): string {
  const cols = wide.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const titles = columns.map((column, index) => textXml(cellAddress(index + 1, headRows), column.title, styles.header))
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>` +
    (title === undefined ? '' : `<row r="1" ht="28" customHeight="1">${textXml('A1', title, styles.title)}</row>`) +
    `<row r="${headRows}">${titles.join('')}</row>`
  )
}

function foot(sheet: WrittenSheet, headRows: number, lastRow: number, wide: readonly number[]): string {
  const { title, note = '', columns } = sheet
  if (columns.length === 0) return '</sheetData></worksheet>'
  const last = columnName(columns.length)
  const filter = `<autoFilter ref="A${headRows}:${last}${lastRow}"/>`
  const across = noteAcross(wide)
  const merged = [
    ...(title !== undefined && columns.length > 1 ? [`A1:${last}1`] : []),
    ...(note && across.columns > 1 ? [`A${lastRow + 1}:${columnName(across.columns)}${lastRow + 1}`] : []),
  ]
  const cells = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return (
    (note && noteXml(lastRow + 1, note, across.width)) +
    `</sheetData>${filter}${cells && `<mergeCells count="${merged.length}">${cells}</mergeCells>`}${pageXml(wide)}</worksheet>`
  )
}

/** Over how many columns a note goes, and how wide they are together. */
function noteAcross(wide: readonly number[]): { columns: number; width: number } {
  const width = wide.reduce((sum, one) => sum + one, 0)
  const more = Math.max(0, Math.ceil((NARROWEST_NOTE - width) / PLAIN_WIDTH))
  return { columns: wide.length + more, width: width + more * PLAIN_WIDTH }
}

/** Cells that are merged do not grow with their text: the row is made as high as its lines need. */
function noteXml(row: number, note: string, width: number): string {
  const lines = Math.ceil(displayWidth(note) / (width - 2))
  return `<row r="${row}" ht="${lines * LINE_HEIGHT}" customHeight="1">${textXml(`A${row}`, note, styles.wrapped)}</row>`
}

/** A4, all columns on one page's width and as many pages long as it takes; a wide sheet lies on its side. */
function pageXml(wide: readonly number[]): string {
  const lies = wide.reduce((sum, width) => sum + width, 0) > UPRIGHT
  return (
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${lies ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  )
}

function rowXml(number: number, row: Row, columns: readonly WrittenColumn[]): string {
  let cells = ''
  for (let index = 0; index < columns.length; index++) {
    cells += cellXml(columnName(index + 1) + number, row[index], columns[index]!)
  }
  return `<row r="${number}">${cells}</row>`
}

function cellXml(address: string, value: CellValue, { kind, decimals, wraps }: WrittenColumn): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return numberXml(address, value, decimals)
  if (typeof value === 'boolean') return textXml(address, value ? '是' : '否', styles.text)
  const serial = kind === 'day' ? serialOfDay(value) : undefined
  if (serial !== undefined) return `<c r="${address}" s="${styles.day}"><v>${serial}</v></c>`
  return textXml(address, value, wraps ? styles.wrapped : styles.text)
}

function numberXml(address: string, value: number, decimals: WrittenColumn['decimals']): string {
  if (!Number.isFinite(value)) return ''
  const style = decimals === undefined ? '' : ` s="${numberStyles[decimals]}"`
  return `<c r="${address}"${style}><v>${value}</v></c>`
}

/** An inline string in a cell formatted as text is never run as a formula, not even after it was edited. */
function textXml(address: string, text: string, style: number): string {
  const cut = text.length > defaultLimits.cellChars ? text.slice(0, defaultLimits.cellChars) : text
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cut)}</t></is></c>`
}
