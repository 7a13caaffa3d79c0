import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll } from 'vitest'
import yazl from 'yazl'
import type { SheetRow } from '#platform/sheet/workbook.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** The files inside an .xlsx; a generator is packed as it comes, so that big ones need no memory. */
export type Parts = Record<string, string | Buffer | Iterable<string>>

/** A folder of its own for the tests of one file, gone afterwards. */
export function temporaryFolder(): { path(name: string): string } {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yanzhen-sheet-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return { path: (name) => join(folder, name) }
}

/** Packs parts into a zip file; streamed ones at a level from 1 (fast) to 9 (small). */
export async function writePackage(path: string, parts: Parts, level = 1): Promise<string> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts)) {
    if (typeof content === 'string' || Buffer.isBuffer(content)) zip.addBuffer(Buffer.from(content), name)
    else zip.addReadStream(Readable.from(content, { objectMode: true }), name, { compressionLevel: level })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

interface Workings {
  /** The XML inside <worksheet>, or the whole part when it begins with <?xml or <!. */
  sheet: string | Iterable<string>
  strings?: string | Iterable<string>
  /** The XML inside <styleSheet>. */
  styles?: string
  /** Attributes of <workbookPr>. */
  properties?: string
}

/** The parts of a workbook with one sheet, 表一. */
export function workbookParts({ sheet, strings, styles, properties = '' }: Workings): Parts {
  return {
    '_rels/.rels': `<Relationships ${PACKAGE}><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships ${PACKAGE}><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? wrap('worksheet', sheet) : sheet,
    ...(strings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': typeof strings === 'string' ? wrap('sst', strings) : strings }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': wrap('styleSheet', styles) }),
  }
}

const wrap = (tag: string, xml: string) => (/^<[?!]/.test(xml) ? xml : `<${tag} ${MAIN}>${xml}</${tag}>`)

/** Rows as an object per row, by A1-like column letters, for short expectations: { 2: ['a', 'b'] } is row 2. */
export async function textsByRow(rows: AsyncIterable<SheetRow>): Promise<Record<number, string[]>> {
  const texts: Record<number, string[]> = {}
  for await (const { row, cells } of rows) {
    texts[row] = []
    for (const { column, text } of cells) texts[row][column - 1] = text
    texts[row] = Array.from(texts[row], (text) => text ?? '')
  }
  return texts
}
