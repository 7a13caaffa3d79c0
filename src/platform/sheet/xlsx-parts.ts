import type { SheetLimits } from './limits.ts'
import { numberFormat, type NumberFormat } from './number-format.ts'
import { sheetProblems } from './problems.ts'
import { isTrue, ownCopy, unescapeText } from './xlsx-text.ts'
import { attribute, type XmlHandler } from './xml.ts'
import type { Package } from './zip.ts'

export interface Relation {
  type: string
  target: string
}

export interface ListedSheet {
  relation: string
  name: string
  hidden: boolean
}

/** Where the workbook stands in the package; refuses packages that hold something else. */
export async function workbookPart(pack: Package, limits: SheetLimits): Promise<string> {
  const relations = await readRelations(pack, '', limits)
  const part = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (part.startsWith('word/')) throw sheetProblems.notSpreadsheet({ what: ' Word 文档' })
  if (part.startsWith('ppt/')) throw sheetProblems.notSpreadsheet({ what: ' PowerPoint 演示文稿' })
  if (part.endsWith('.bin') || pack.has('xl/workbook.bin')) throw sheetProblems.otherFormat({ what: ' .xlsb 工作簿' })
  if (pack.has('content.xml')) throw sheetProblems.otherFormat({ what: ' OpenDocument 文件' })
  if (!pack.has(part)) throw sheetProblems.archive({ what: '压缩包' })
  return part
}

/** The parts that a part refers to, by the id it uses; '' is the package itself. */
export async function readRelations(pack: Package, part: string, limits: SheetLimits): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  const list = part.replace(/[^/]*$/, '_rels/$&.rels')
  if (pack.has(list)) await pack.parse(list, collect('Relationship', limits, addRelation))
  return found

  function addRelation(tag: string): void {
    const target = attribute(tag, 'Target')
    if (target === undefined || attribute(tag, 'TargetMode') === 'External') return
    const type = attribute(tag, 'Type')?.split('/').pop() ?? ''
    found.set(attribute(tag, 'Id') ?? '', { type, target: resolveTarget(part, target) })
  }
}

/** ('xl/workbook.xml', 'worksheets/sheet1.xml') → 'xl/worksheets/sheet1.xml'. */
function resolveTarget(part: string, target: string): string {
  return new URL(target, `file:///${part}`).pathname.slice(1).replace(/%20/g, ' ')
}

export async function readSheetList(pack: Package, part: string, limits: SheetLimits) {
  let date1904 = false
  const listed: ListedSheet[] = []
  const sheets = collect('sheet', limits, (tag) => {
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    listed.push({ relation: attribute(tag, 'id') ?? '', name: attribute(tag, 'name') ?? '', hidden })
  })
  await pack.parse(part, {
    ...sheets,
    open(name, tag) {
      if (name === 'workbookPr') date1904 = isTrue(attribute(tag, 'date1904'))
      sheets.open(name, tag)
    },
  })
  return { date1904, listed }
}

/** The number format of each cell style, in the order by which cells refer to them. */
export async function readFormats(
  pack: Package,
  part: string | undefined,
  limits: SheetLimits,
): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellStyles = false
  const style = (tag: string) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    formats.push(numberFormat(id, codes.get(id)))
  }
  const handler: XmlHandler = {
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) style(tag)
      if (Math.max(codes.size, formats.length) > limits.listed) throw sheetProblems.tooComplex()
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
    text() {},
  }
  if (part && pack.has(part)) await pack.parse(part, handler)
  return formats
}

/** The table of shared strings; how to read a name aloud (rPh) is no part of it. */
export async function readStrings(pack: Package, part: string | undefined, limits: SheetLimits): Promise<string[]> {
  const strings = new StringTable(limits)
  if (part && pack.has(part)) await pack.parse(part, strings)
  return strings.strings
}

/** What V8 needs for a string beside its characters, and for its place in the array. */
const BYTES_PER_STRING = 32

class StringTable implements XmlHandler {
  readonly strings: string[] = []
  readonly #limits: SheetLimits
  #bytes = 0
  #current = ''
  #inText = false
  #inPhonetic = false

  constructor(limits: SheetLimits) {
    this.#limits = limits
  }

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inPhonetic
    else if (name === 'rPh') this.#inPhonetic = true
    else if (name === 'si') this.#current = ''
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inPhonetic = false
    else if (name === 'si') this.#add(ownCopy(unescapeText(this.#current)))
  }

  text(value: string): void {
    if (!this.#inText) return
    this.#current += value
    if (this.#current.length > this.#limits.tokenChars) throw sheetProblems.tooMuchText()
  }

  #add(text: string): void {
    this.#bytes += text.length * 2 + BYTES_PER_STRING
    if (this.#bytes > this.#limits.sharedStringBytes) throw sheetProblems.tooMuchText()
    this.strings.push(text)
  }
}

/** A handler that hands over the attributes of every tag of one name, up to the limit of a list. */
function collect(wanted: string, limits: SheetLimits, take: (tag: string) => void): XmlHandler {
  let count = 0
  return {
    open(name, tag) {
      if (name !== wanted) return
      count += 1
      if (count > limits.listed) throw sheetProblems.tooComplex()
      take(tag)
    },
    close() {},
    text() {},
  }
}
