import { cellAddress, columnName } from '../address.ts'
import { sheetProblems } from '../problems.ts'
import { lastStyle, withNote } from './row.ts'

export const NOTE_TITLE = '校验说明'
const NOTE_WIDTH = 60
/** A file that comes back is marked anew: by this its old marks are known. */
const OURS = 'N("yanzhen")=0'
const LONGEST_ROW = 32 * 1024 * 1024

/** What is to be marked on one worksheet. */
export interface SheetMarks {
  headerRow: number
  /** The column of the notes, 1-based; what stands there goes. */
  noteColumn: number
  /** Whether the column is one of ours from an earlier time: its old notes go too. */
  again: boolean
  /** The cells at fault, with what is wrong in them. */
  cells: readonly { row: number; column: number; message: string }[]
  /** The number of the style (dxf) of a marked cell. */
  style: number
}

/**
 * The XML of a worksheet with its faulty cells coloured and a note beside each faulty row. The colour is a conditional
 * format that holds while the row's note stands: the cells themselves, their fonts and fills, stay as they were.
 */
export async function* markedSheet(texts: AsyncIterable<string>, marks: SheetMarks): AsyncGenerator<string> {
  const patch = new SheetPatch(marks)
  for await (const text of texts) yield patch.write(text)
  yield patch.end()
}

class SheetPatch {
  readonly #marks: SheetMarks
  readonly #notes: ReadonlyMap<number, string>
  #phase: 'head' | 'rows' | 'tail' = 'head'
  #rest = ''
  #row = 0

  constructor(marks: SheetMarks) {
    this.#marks = marks
    this.#notes = notesOf(marks)
  }

  write(text: string): string {
    this.#rest += text
    if (this.#phase === 'head') return this.#head()
    return this.#phase === 'rows' ? this.#rows() : ''
  }

  end(): string {
    if (this.#phase !== 'tail') throw sheetProblems.damaged()
    return withColours(this.#rest, this.#marks)
  }

  /** Everything before the rows comes in one piece: it is short. */
  #head(): string {
    const start = /<(?:\w+:)?sheetData(?=[\s/>])[^>]*>/.exec(this.#rest)
    if (!start) return ''
    const head = withNoteWidth(this.#rest.slice(0, start.index), this.#marks.noteColumn)
    const end = start.index + start[0].length
    const isEmpty = start[0].endsWith('/>')
    this.#rest = this.#rest.slice(end)
    this.#phase = isEmpty ? 'tail' : 'rows'
    return head + start[0] + (isEmpty ? '' : this.#rows())
  }

  #rows(): string {
    const xml = this.#rest
    const tag = /<(\/?)((?:\w+:)?)(row|sheetData)(?=[\s/>])/g
    let written = ''
    let from = 0
    for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
      if (found[3] === 'sheetData') {
        this.#rest = xml.slice(found.index)
        this.#phase = 'tail'
        return written + xml.slice(from, found.index)
      }
      if (found[1]) continue
      const end = rowEnd(xml, found.index, found[2]!)
      if (end < 0) {
        this.#keep(xml, found.index)
        return written + xml.slice(from, found.index)
      }
      written += xml.slice(from, found.index) + this.#marked(xml.slice(found.index, end))
      from = tag.lastIndex = end
    }
    const whole = Math.max(from, xml.lastIndexOf('<'))
    this.#keep(xml, whole)
    return written + xml.slice(from, whole)
  }

  #keep(xml: string, from: number): void {
    this.#rest = xml.slice(from)
    if (this.#rest.length > LONGEST_ROW) throw sheetProblems.tooComplex()
  }

  #marked(row: string): string {
    const tag = row.slice(0, row.indexOf('>'))
    this.#row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? this.#row + 1)
    const { headerRow, noteColumn, again } = this.#marks
    if (this.#row === headerRow) return withNote(row, headerRow, noteColumn, NOTE_TITLE, lastStyle(row))
    const note = this.#notes.get(this.#row)
    return note === undefined && !again ? row : withNote(row, this.#row, noteColumn, note ?? null, '')
  }
}

function rowEnd(xml: string, start: number, prefix: string): number {
  const tagEnd = xml.indexOf('>', start)
  if (tagEnd < 0) return -1
  if (xml[tagEnd - 1] === '/') return tagEnd + 1
  const close = `</${prefix}row>`
  const end = xml.indexOf(close, tagEnd)
  return end < 0 ? -1 : end + close.length
}

/** One note a row: E17：……；G17：…… */
function notesOf({ cells }: SheetMarks): Map<number, string> {
  const notes = new Map<number, string>()
  for (const { row, column, message } of cells) {
    const before = notes.get(row)
    notes.set(row, `${before === undefined ? '' : `${before}\n`}${cellAddress(column, row)}：${message}`)
  }
  return notes
}

/** A note is read only if its column is wide enough. */
function withNoteWidth(head: string, column: number): string {
  const prefix = /<((?:\w+:)?)worksheet\b/.exec(head)?.[1] ?? ''
  const col = `<${prefix}col min="${column}" max="${column}" width="${NOTE_WIDTH}" customWidth="1"/>`
  const close = head.indexOf(`</${prefix}cols>`)
  if (close < 0) return `${head}<${prefix}cols>${col}</${prefix}cols>`
  const last = [...head.matchAll(/\smax="(\d+)"/g)].reduce((most, [, max]) => Math.max(most, Number(max)), 0)
  return last >= column ? head : head.slice(0, close) + col + head.slice(close)
}

/** Where conditional formats stand among what follows the rows: before the first of these. */
const AFTER_COLOURS =
  /<(?:\w+:)?(?:dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)(?=[\s/>])|<\/(?:\w+:)?worksheet>/

function withColours(tail: string, marks: SheetMarks): string {
  const rest = tail.replace(
    /<((?:\w+:)?)conditionalFormatting(?=[\s/>])[^>]*>(?:(?!<\/\1conditionalFormatting>)[\s\S])*<\/\1conditionalFormatting>/g,
    (format) => (format.includes(OURS.replaceAll('"', '&quot;')) || format.includes(OURS) ? '' : format),
  )
  const at = AFTER_COLOURS.exec(rest)?.index
  if (at === undefined) throw sheetProblems.damaged()
  const prefix = /<\/((?:\w+:)?)worksheet>/.exec(rest)?.[1] ?? ''
  return rest.slice(0, at) + colours(prefix, marks) + rest.slice(at)
}

/** The rule is written for the first row of its range, the notes from the first to the last, and follows down the others. */
function colours(prefix: string, { cells, noteColumn, style }: SheetMarks): string {
  if (cells.length === 0) return ''
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b)
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const notes = `${cellAddress(noteColumn, first)}:${cellAddress(noteColumn, last)}`
  const addresses = new Set(cells.map(({ row, column }) => cellAddress(column, row)))
  const formula = `AND(LEN($${columnName(noteColumn)}${first})&gt;0,${OURS.replaceAll('"', '&quot;')})`
  return (
    `<${prefix}conditionalFormatting sqref="${[notes, ...addresses].join(' ')}">` +
    `<${prefix}cfRule type="expression" dxfId="${style}" priority="1"><${prefix}formula>${formula}</${prefix}formula></${prefix}cfRule>` +
    `</${prefix}conditionalFormatting>`
  )
}
