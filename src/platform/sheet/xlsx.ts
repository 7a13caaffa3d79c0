import { cellRange, type CellRange } from './address.ts'
import type { SheetLimits } from './limits.ts'
import type { NumberFormat } from './number-format.ts'
import { sheetProblems } from './problems.ts'
import { ReadMeter, rowByRow, type SheetInfo, type SheetRow, type Workbook } from './workbook.ts'
import {
  readFormats,
  readRelations,
  readSheetList,
  readStrings,
  workbookPart,
  type ListedSheet,
  type Relation,
} from './xlsx-parts.ts'
import { RowReader } from './xlsx-rows.ts'
import { attribute, XmlReader } from './xml.ts'
import { openPackage, type Package } from './zip.ts'

const ROWS_IN_A_BATCH = 1000

interface SheetPart extends SheetInfo {
  part: string
}

/** Opens an .xlsx. Sheets are streamed when they are asked for; only styles and shared strings are held. */
export async function openXlsx(path: string, limits: SheetLimits): Promise<Workbook> {
  const pack = await openPackage(path, limits)
  try {
    const book = await workbookPart(pack, limits)
    const relations = await readRelations(pack, book, limits)
    const { date1904, listed } = await readSheetList(pack, book, limits)
    const sheets = listed.flatMap((sheet) => sheetPart(pack, relations.get(sheet.relation), sheet))
    if (sheets.length === 0) throw sheetProblems.noSheets()
    return new XlsxWorkbook(pack, sheets, [...relations.values()], date1904, limits)
  } catch (error) {
    pack.close()
    throw error
  }
}

/** Chart sheets and sheets whose part is lost have no cells to read. */
function sheetPart(pack: Package, relation: Relation | undefined, { name, hidden }: ListedSheet): SheetPart[] {
  if (relation?.type !== 'worksheet' || !pack.has(relation.target)) return []
  return [{ name, hidden, part: relation.target, bytes: pack.size(relation.target) }]
}

class XlsxWorkbook implements Workbook {
  readonly kind = 'xlsx'
  readonly sheets: readonly SheetPart[]
  readonly bytesTotal: number
  readonly #pack: Package
  readonly #relations: readonly Relation[]
  readonly #date1904: boolean
  readonly #limits: SheetLimits
  readonly #meter = new ReadMeter()
  #strings: Promise<string[]> | undefined
  #formats: Promise<NumberFormat[]> | undefined

  constructor(pack: Package, sheets: SheetPart[], relations: Relation[], date1904: boolean, limits: SheetLimits) {
    this.#pack = pack
    this.sheets = sheets
    this.bytesTotal = sheets.reduce((sum, { bytes }) => sum + bytes, 0)
    this.#relations = relations
    this.#date1904 = date1904
    this.#limits = limits
  }

  get bytesRead(): number {
    return this.#meter.total
  }

  async *batches(sheetName: string): AsyncGenerator<SheetRow[]> {
    const reader = new RowReader({
      sheet: sheetName,
      strings: await (this.#strings ??= readStrings(this.#pack, this.#part('sharedStrings'), this.#limits)),
      formats: await (this.#formats ??= readFormats(this.#pack, this.#part('styles'), this.#limits)),
      date1904: this.#date1904,
      limits: this.#limits,
    })
    const xml = new XmlReader(reader, this.#limits)
    for await (const text of this.#text(sheetName)) {
      xml.write(text)
      if (reader.rows.length >= ROWS_IN_A_BATCH) yield takeRows(reader)
      if (reader.done) break
    }
    if (!reader.done) xml.end()
    if (reader.rows.length > 0) yield takeRows(reader)
  }

  rows(sheetName: string): AsyncIterable<SheetRow> {
    return rowByRow(this.batches(sheetName))
  }

  /** They stand behind the rows, so this reads the part once more, but only looks for the one tag. */
  async merges(sheetName: string): Promise<CellRange[]> {
    const found: CellRange[] = []
    let tail = ''
    for await (const text of this.#pack.text(this.#sheet(sheetName).part)) {
      const window = tail + text
      const complete = window.lastIndexOf('>') + 1
      for (const [, tag = ''] of window.slice(0, complete).matchAll(/<(?:\w+:)?mergeCell\s([^>]*)>/g)) {
        found.push(cellRange(attribute(tag, 'ref') ?? ''))
      }
      if (found.length > this.#limits.listed) throw sheetProblems.tooComplex()
      tail = window.slice(complete).slice(0, this.#limits.tokenChars)
    }
    return found
  }

  async close(): Promise<void> {
    this.#strings = undefined
    this.#pack.close()
  }

  async *#text(sheetName: string): AsyncGenerator<string> {
    const { part, bytes } = this.#sheet(sheetName)
    this.#meter.start(sheetName)
    let read = 0
    const count = (more: number) => {
      read += more
      this.#meter.add(sheetName, more)
    }
    try {
      yield* this.#pack.text(part, count)
    } finally {
      // What stands behind the rows is not read, but is done with.
      this.#meter.add(sheetName, bytes - read)
    }
  }

  #sheet(name: string): SheetPart {
    const sheet = this.sheets.find((one) => one.name === name)
    if (!sheet) throw new Error(`no sheet is called ${name}`)
    return sheet
  }

  #part(type: string): string | undefined {
    return this.#relations.find((relation) => relation.type === type)?.target
  }
}

function takeRows(reader: RowReader): SheetRow[] {
  const rows = reader.rows
  reader.rows = []
  return rows
}
