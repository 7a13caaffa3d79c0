import ExcelJS from 'exceljs'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { columnName } from '#platform/sheet/address.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { listSchoolsOf, type Cluster } from '#modules/organizations/index.ts'
import { choicesOf, formatOf, hintsOf, widthOf } from './template-hints.ts'

/** Rows that have a list to choose from; below them the importer checks all the same. */
const ROWS = 3000
const HEADER_ROW = 2
const CHOICES = '选项'

/** What a ledger to fill in is made for. */
interface Wanted {
  cluster: Pick<Cluster, 'id' | 'name'>
  schoolYear: number
  /** Of one school alone: the others do not stand in the lists. */
  schoolId?: number | undefined
}

/** An empty ledger to fill in: every sheet with its title, a frozen head, a note on each column and lists to choose from. */
export async function ledgerTemplate(ctx: Context, { cluster, schoolYear, schoolId }: Wanted): Promise<Download> {
  const members = await listSchoolsOf(ctx.db, cluster.id, schoolYear)
  const own = members.filter(({ id }) => schoolId === undefined || id === schoolId)
  const schools = (own.length > 0 ? own : members).map(({ name }) => name)
  const book = new ExcelJS.Workbook()
  const pages = ctx.sheets.map((sheet) => ({ sheet, page: book.addWorksheet(sheet.name) }))
  const choices = new Choices(book)
  for (const { sheet, page } of pages) {
    const title = `${cluster.name}${schoolYearName(schoolYear)}${sheet.name}`
    fillPage(page, sheet, title, (column) => choicesOf(column, sheet.name === '学校' ? [] : schools), choices)
  }
  const [only] = own
  const whose = schoolId !== undefined && only ? only.name : cluster.name
  const name = `${whose}台账-${schoolYearName(schoolYear)}（空表）.xlsx`
  return new Download(name, XLSX, Buffer.from(await book.xlsx.writeBuffer()))
}

function fillPage(
  page: ExcelJS.Worksheet,
  { columns }: AnyLedgerSheet,
  title: string,
  choicesFor: (column: AnyLedgerSheet['columns'][number]) => readonly string[] | undefined,
  choices: Choices,
): void {
  page.addRow([title])
  page.mergeCells(1, 1, 1, columns.length)
  page.getRow(1).height = 30
  Object.assign(page.getCell('A1'), { font: { size: 16, bold: true }, alignment: { horizontal: 'center' } })
  page.addRow(columns.map((column) => column.title))
  page.views = [{ state: 'frozen', ySplit: HEADER_ROW, activeCell: `A${HEADER_ROW + 1}` }]
  columns.forEach((column, at) => {
    const [head, hint] = hintsOf(column)
    const cell = page.getCell(HEADER_ROW, at + 1)
    cell.font = { bold: true, ...(column.required && { color: { argb: 'FFB3261E' } }) }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } }
    cell.border = { bottom: { style: 'thin' } }
    cell.note = { texts: [{ font: { bold: true }, text: `${head!}\n` }, { text: hint! }] }
    Object.assign(page.getColumn(at + 1), { width: widthOf(column), numFmt: formatOf(column) })
    const items = choicesFor(column)
    if (items && items.length > 0) offer(page, columnName(at + 1), choices.rangeOf(items), column.required === true)
  })
}

/** One rule for the whole column: a rule a cell would make the file slow to open. */
function offer(page: ExcelJS.Worksheet, column: string, range: string, required: boolean): void {
  const rules = (page as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } })
    .dataValidations
  rules.add(`${column}${HEADER_ROW + 1}:${column}${HEADER_ROW + ROWS}`, {
    type: 'list',
    allowBlank: !required,
    formulae: [range],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '不在可选范围内',
    error: '请从下拉中选。',
  })
}

/** The lists stand on a hidden sheet: a rule of its own holds no more than 255 characters. */
class Choices {
  readonly #book: ExcelJS.Workbook
  readonly #ranges = new Map<string, string>()
  #page: ExcelJS.Worksheet | undefined

  constructor(book: ExcelJS.Workbook) {
    this.#book = book
  }

  rangeOf(items: readonly string[]): string {
    const known = this.#ranges.get(items.join('\n'))
    if (known) return known
    this.#page ??= this.#book.addWorksheet(CHOICES, { state: 'hidden' })
    const at = this.#ranges.size + 1
    items.forEach((item, row) => (this.#page!.getCell(row + 1, at).value = item))
    const column = columnName(at)
    const range = `${CHOICES}!$${column}$1:$${column}$${items.length}`
    this.#ranges.set(items.join('\n'), range)
    return range
  }
}
