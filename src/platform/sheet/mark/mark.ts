import { Readable } from 'node:stream'
import { text as wholeText } from 'node:stream/consumers'
import yazl from 'yazl'
import { defaultLimits } from '../limits.ts'
import { sheetProblems } from '../problems.ts'
import { xmlText } from '../export-text.ts'
import { readRelations, readSheetList, workbookPart, type Relation } from '../xlsx-parts.ts'
import { openPackage, type Package } from '../zip.ts'
import { LIST_NAME, listSheet, type ListedFault } from './list.ts'
import { markedSheet, type SheetMarks } from './sheet.ts'
import { withMarkStyle } from './styles.ts'

/** What is to be marked in a workbook: by sheet, and the whole list. */
export interface WorkbookMarks {
  /** By the name of the sheet in the file. */
  sheets: ReadonlyMap<string, Omit<SheetMarks, 'style'>>
  faults: readonly ListedFault[]
}

const LIST_PART = 'xl/worksheets/yanzhen-faults.xml'
const LIST_ID = 'rIdYanzhenFaults'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/**
 * The user's own .xlsx with its faults marked, as a stream: only the parts that carry marks are rewritten, every other
 * one (charts, pictures, stamps, comments, what other programs keep there) is taken over byte for byte.
 */
export async function markWorkbook(path: string, marks: WorkbookMarks): Promise<Readable> {
  const pack = await openPackage(path, defaultLimits)
  try {
    const patches = await patchesOf(pack, marks)
    return zipped(pack, patches, marks.faults)
  } catch (error) {
    pack.close()
    throw error
  }
}

/** New content of parts, by name in lower case. */
type Patches = ReadonlyMap<string, () => Readable>

async function patchesOf(pack: Package, marks: WorkbookMarks): Promise<Patches> {
  const book = await workbookPart(pack, defaultLimits)
  const relations = await readRelations(pack, book, defaultLimits)
  const { listed } = await readSheetList(pack, book, defaultLimits)
  const styles = await stylesOf(pack, relations)
  const patches = new Map<string, () => Readable>()
  if (styles) patches.set(styles.part.toLowerCase(), ofText(styles.xml))
  for (const { name, relation } of listed) {
    const of = marks.sheets.get(name)
    const part = relations.get(relation)?.target
    if (!of || !part) continue
    const style = styles?.style ?? 0
    patches.set(part.toLowerCase(), () => Readable.from(markedSheet(pack.text(part), { ...of, style })))
  }
  await listTheFaults(pack, book, patches)
  return patches
}

async function stylesOf(pack: Package, relations: ReadonlyMap<string, Relation>) {
  const part = [...relations.values()].find(({ type }) => type === 'styles')?.target
  if (!part || !pack.has(part)) return undefined
  return { part, ...withMarkStyle(await wholeText(pack.text(part))) }
}

/** A further sheet at the end; where the file already has ours, it takes its place. */
async function listTheFaults(pack: Package, book: string, patches: Map<string, () => Readable>): Promise<void> {
  if (pack.has(LIST_PART)) return
  const list = book.replace(/[^/]*$/, '_rels/$&.rels')
  const workbook = await wholeText(pack.text(book))
  patches.set(book.toLowerCase(), ofText(withSheet(workbook)))
  const relation = (p: string) =>
    `<${p}Relationship Id="${LIST_ID}" Type="${RELATION}/worksheet" Target="/${LIST_PART}"/>`
  patches.set(list.toLowerCase(), ofText(atEndOf(await wholeText(pack.text(list)), 'Relationships', relation)))
  const override = (p: string) => `<${p}Override PartName="/${LIST_PART}" ContentType="${SHEET_TYPE}"/>`
  const types = await wholeText(pack.text('[Content_Types].xml'))
  patches.set('[content_types].xml', ofText(atEndOf(types, 'Types', override)))
}

function withSheet(workbook: string): string {
  const names = new Set([...workbook.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => name))
  let name = LIST_NAME
  for (let count = 2; names.has(name); count++) name = `${LIST_NAME}${count}`
  const number = Math.max(0, ...[...workbook.matchAll(/\ssheetId="(\d+)"/g)].map(([, id]) => Number(id))) + 1
  return atEndOf(
    workbook,
    'sheets',
    (p) => `<${p}sheet xmlns:r="${RELATION}" name="${xmlText(name)}" sheetId="${number}" r:id="${LIST_ID}"/>`,
  )
}

/** Puts an element in at the end of another, with the prefix that the file's writer gave its names. */
function atEndOf(xml: string, tag: string, element: (prefix: string) => string): string {
  const end = new RegExp(`</((?:\\w+:)?)${tag}>`).exec(xml)
  if (!end) throw sheetProblems.damaged()
  return xml.slice(0, end.index) + element(end[1]!) + xml.slice(end.index)
}

const ofText = (xml: string) => () => Readable.from([Buffer.from(xml)])

function zipped(pack: Package, patches: Patches, faults: readonly ListedFault[]): Readable {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  let current: Readable | undefined
  output.once('close', () => {
    current?.destroy()
    pack.close()
  })
  const list = () => Readable.from(listSheet(faults))
  const add = (name: string, open: () => Readable) =>
    zip.addReadStreamLazy(name, { compressionLevel: 3 }, (give) => {
      current = open()
      current.once('error', (error) => output.destroy(error))
      give(null, current)
    })
  for (const name of pack.names())
    if (name.toLowerCase() !== LIST_PART)
      add(name, patches.get(name.toLowerCase()) ?? (() => Readable.from(pack.bytes(name))))
  add(LIST_PART, list)
  zip.end()
  return output
}
