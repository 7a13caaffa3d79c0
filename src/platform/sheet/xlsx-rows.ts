import { cellAddress, columnNumber } from './address.ts'
import { makeCell, numberCell } from './cell-value.ts'
import type { SheetLimits } from './limits.ts'
import { generalFormat, type NumberFormat } from './number-format.ts'
import { sheetProblems } from './problems.ts'
import type { SheetCell, SheetRow } from './workbook.ts'
import { isTrue, ownCopy, unescapeText } from './xlsx-text.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  sheet: string
  strings: readonly string[]
  formats: readonly NumberFormat[]
  date1904: boolean
  limits: SheetLimits
}

/** Cells of a row in the widest sheet there is; a row with more was not written by a spreadsheet. */
const CELLS_IN_A_ROW = 16_384

const LETTER_R = 114
const LETTER_S = 115
const LETTER_T = 116

/** Turns the XML of a worksheet into rows, which wait in `rows` until they are taken. */
export class RowReader implements XmlHandler {
  rows: SheetRow[] = []
  /** The cells are all read; what follows in the part is layout. */
  done = false
  readonly #context: SheetContext
  #inData = false
  #row: SheetRow | undefined
  #rowNumber = 0
  #rowCount = 0
  #cellCount = 0
  #inCell = false
  #column = 0
  #type = 'n'
  #format = generalFormat
  #value: string | undefined
  #formula: string | undefined
  #collecting: 'value' | 'formula' | undefined
  #inPhonetic = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes)
    else if (this.#inCell) this.#openInCell(name)
    else if (name === 'row' && this.#inData) this.#openRow(attributes)
    else if (name === 'sheetData') this.#inData = true
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (this.#inCell) this.#closeInCell(name)
    else if (name === 'row') this.#closeRow()
    else if (name === 'sheetData') this.done = true
  }

  text(value: string): void {
    if (this.#collecting === 'value') this.#value += value
    else if (this.#collecting === 'formula') this.#formula += value
  }

  #openRow(attributes: string): void {
    const { sheet, limits } = this.#context
    const given = attribute(attributes, 'r')
    this.#rowNumber = given === undefined ? this.#rowNumber + 1 : Number(given)
    this.#rowCount += 1
    this.#cellCount = this.#column = 0
    if (!Number.isInteger(this.#rowNumber) || this.#rowNumber < 1) throw sheetProblems.damaged()
    if (Math.max(this.#rowNumber, this.#rowCount) > limits.rows) {
      throw sheetProblems.tooManyRows({ sheet, limit: limits.rows })
    }
    this.#row = { row: this.#rowNumber, hidden: isTrue(attribute(attributes, 'hidden')), cells: [] }
  }

  #closeRow(): void {
    const row = this.#row
    this.#row = undefined
    if (!row || row.cells.length === 0) return
    if (isOutOfOrder(row.cells)) row.cells.sort((a, b) => a.column - b.column)
    this.rows.push(row)
  }

  #openCell(attributes: string): void {
    if (!this.#row) return
    this.#cellCount += 1
    if (this.#cellCount > CELLS_IN_A_ROW) this.#refuseColumns(CELLS_IN_A_ROW)
    this.#inCell = true
    this.#type = 'n'
    this.#format = generalFormat
    this.#value = this.#formula = undefined
    this.#column += 1
    this.#readCellAttributes(attributes)
  }

  /** This runs for every cell: one walk over the attributes, which are known by one letter. */
  #readCellAttributes(attributes: string): void {
    let at = 0
    for (let equals = attributes.indexOf('='); equals > 0; equals = attributes.indexOf('=', at)) {
      const quote = attributes.charCodeAt(equals + 1)
      const letter = attributes.charCodeAt(equals - 1)
      if (letter <= 32 || (quote !== 34 && quote !== 39)) return this.#readCellAttributes(withoutGaps(attributes))
      const end = attributes.indexOf(quote === 34 ? '"' : "'", equals + 2)
      this.#readCellAttribute(letter, attributes.slice(equals + 2, end))
      at = end + 1
    }
  }

  #readCellAttribute(letter: number, value: string): void {
    if (letter === LETTER_R) this.#column = columnNumber(value)
    else if (letter === LETTER_S) this.#format = this.#context.formats[Number(value)] ?? generalFormat
    else if (letter === LETTER_T) this.#type = value
  }

  #openInCell(name: string): void {
    if (name === 'v') this.#collect('value')
    else if (name === 't' && !this.#inPhonetic) this.#collect('value')
    else if (name === 'f') this.#collect('formula')
    else if (name === 'rPh') this.#inPhonetic = true
  }

  #collect(what: 'value' | 'formula'): void {
    this.#collecting = what
    if (what === 'value') this.#value ??= ''
    else this.#formula ??= ''
  }

  #closeInCell(name: string): void {
    this.#collecting = undefined
    if (name === 'rPh') this.#inPhonetic = false
  }

  #closeCell(): void {
    if (!this.#inCell) return
    this.#inCell = false
    this.#collecting = undefined
    this.#inPhonetic = false
    if (this.#value === undefined && this.#formula === undefined) return
    const cell = this.#readCell(this.#value ?? '')
    if (!cell) return
    if (this.#column > this.#context.limits.columns || this.#column < 1)
      this.#refuseColumns(this.#context.limits.columns)
    this.#row?.cells.push(cell)
  }

  #readCell(value: string): SheetCell | undefined {
    const { limits, sheet } = this.#context
    if (value.length > limits.cellChars) {
      throw sheetProblems.cellTooLong({
        sheet,
        cell: cellAddress(this.#column, this.#rowNumber),
        limit: limits.cellChars,
      })
    }
    if (this.#formula?.includes('DISPIMG')) return makeCell(this.#column, 'empty', '', undefined, 'WPS_CELL_IMAGE')
    if (value === '') return this.#emptyCell()
    switch (this.#type) {
      case 's':
        return textCell(this.#column, this.#context.strings[Number(value)] ?? '')
      case 'str':
      case 'inlineStr':
        return textCell(this.#column, ownCopy(unescapeText(value)))
      case 'b':
        return makeCell(this.#column, 'boolean', value === '1' || value === 'true' ? 'TRUE' : 'FALSE')
      case 'e':
        return makeCell(this.#column, 'error', value, undefined, 'ERROR_VALUE')
      case 'd':
        return makeCell(this.#column, 'date', value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''))
      default:
        return numberCell(this.#column, value.trim(), this.#format, this.#context.date1904)
    }
  }

  /** A formula that gives an empty text stores it as one; any other without a value was never calculated. */
  #emptyCell(): SheetCell | undefined {
    const known = this.#formula === undefined || (this.#type === 'str' && this.#value !== undefined)
    return known ? undefined : makeCell(this.#column, 'empty', '', undefined, 'FORMULA_NO_CACHE')
  }

  #refuseColumns(limit: number): never {
    throw sheetProblems.tooManyColumns({ sheet: this.#context.sheet, row: this.#rowNumber, limit })
  }
}

const textCell = (column: number, text: string) => (text === '' ? undefined : makeCell(column, 'text', text))

function isOutOfOrder(cells: readonly SheetCell[]): boolean {
  for (let at = 1; at < cells.length; at++) if (cells[at]!.column < cells[at - 1]!.column) return true
  return false
}

/** XML allows `r = "A1"`, but nobody writes it; a value without quotes is no XML. */
function withoutGaps(attributes: string): string {
  const tidy = attributes.replace(/\s*=\s*(?=["'])/g, '=')
  if (tidy === attributes) throw sheetProblems.damaged()
  return tidy
}
