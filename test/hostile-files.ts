import { readFile, writeFile } from 'node:fs/promises'
import { workbookParts, writePackage } from './workbook-files.ts'

/** So many times the same XML, packed as it comes. */
export function* repeated(xml: string, times: number, before: string, after: string): Generator<string> {
  const piece = xml.repeat(1000)
  yield before
  for (let done = 0; done < times; done += 1000) yield piece
  yield after
}

/** XML that differs from piece to piece and so does not pack well. */
export function* counted(
  times: number,
  xml: (index: number) => string,
  before: string,
  after: string,
): Generator<string> {
  yield before
  for (let index = 0; index < times;) {
    let piece = ''
    for (const end = Math.min(times, index + 1000); index < end; index++) piece += xml(index)
    yield piece
  }
  yield after
}

const sheetStart = '<worksheet><sheetData>'
const sheetEnd = '</sheetData></worksheet>'

const scattered = (index: number) => ((index * 2_654_435_761) % 4_294_967_296).toString(36)

type Bomb = (path: string) => Promise<unknown>

/** Where the central directory of a zip without a comment begins, and where it ends. */
function directoryOf(zip: Buffer): { start: number; end: number } {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  return { start: zip.readUInt32LE(end + 16), end }
}

/** The directory's entry for a part. */
function entryOf(zip: Buffer, part: string): number {
  return zip.indexOf(Buffer.from(part), directoryOf(zip).start) - 46
}

async function patched(path: string, patch: (zip: Buffer) => Buffer): Promise<void> {
  await writeFile(path, patch(await readFile(path)))
}

const bigSheet = () => repeated('<row><c><v>1</v></c></row>', 1_500_000, sheetStart, sheetEnd)

/** 39 MB of rows in 60 KB. */
const plainBomb: Bomb = (path) => writePackage(path, workbookParts({ sheet: bigSheet() }), 9)

/** The same, but the directory says that it is small. */
async function lyingBomb(path: string): Promise<void> {
  await plainBomb(path)
  await patched(path, (zip) => {
    zip.writeUInt32LE(50_000, entryOf(zip, 'xl/worksheets/sheet1.xml') + 24)
    return zip
  })
}

async function declared2Gb(path: string): Promise<void> {
  await writePackage(path, workbookParts({ sheet: '<sheetData/>' }))
  await patched(path, (zip) => {
    zip.writeUInt32LE(2_147_483_648, entryOf(zip, 'xl/worksheets/sheet1.xml') + 24)
    return zip
  })
}

/** Five hundred entries that all unpack the same bytes. */
async function overlapping(path: string): Promise<void> {
  const filler = counted(200_000, (index) => `<row><c><v>${scattered(index)}</v></c></row>`, sheetStart, sheetEnd)
  await writePackage(path, workbookParts({ sheet: filler }))
  await patched(path, (zip) => {
    const { start, end } = directoryOf(zip)
    const at = entryOf(zip, 'xl/worksheets/sheet1.xml')
    const entry = zip.subarray(at, at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30))
    const added = Array.from({ length: 500 }, () => entry)
    const tail = Buffer.from(zip.subarray(end))
    const count = zip.readUInt16LE(end + 10) + added.length
    tail.writeUInt16LE(count, 8)
    tail.writeUInt16LE(count, 10)
    tail.writeUInt32LE(end - start + added.length * entry.length, 12)
    return Buffer.concat([zip.subarray(0, end), ...added, tail])
  })
}

const manyEntries: Bomb = (path) =>
  writePackage(path, Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}.xml`, '<a/>'])))

/** 2.2 million different strings. */
const sharedStrings: Bomb = (path) => {
  const text = (index: number) => `<si><t>${scattered(index)}${scattered(index + 7)}甲乙丙丁</t></si>`
  const strings = counted(2_200_000, text, '<sst>', '</sst>')
  return writePackage(
    path,
    workbookParts({ sheet: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', strings }),
  )
}

/** One text of 4 MB that does not pack well, where a string is expected. */
const longText: Bomb = (path) => {
  const strings = counted(700_000, scattered, '<sst><si><t>', '</t></si></sst>')
  return writePackage(
    path,
    workbookParts({ sheet: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', strings }),
  )
}

const emptyRows: Bomb = (path) =>
  writePackage(
    path,
    workbookParts({ sheet: counted(1_100_000, (index) => `<row s="${scattered(index)}"/>`, sheetStart, sheetEnd) }),
  )

const wideRow: Bomb = (path) =>
  writePackage(
    path,
    workbookParts({
      sheet: counted(1_000_000, (index) => `<c s="${scattered(index)}"/>`, `${sheetStart}<row>`, `</row>${sheetEnd}`),
    }),
  )

const nested: Bomb = (path) =>
  writePackage(path, workbookParts({ sheet: counted(500_000, (index) => `<a${scattered(index)}>`, sheetStart, '') }))

const endlessTag: Bomb = (path) =>
  writePackage(path, workbookParts({ sheet: counted(300_000, scattered, '<worksheet a="', '"/>') }))

const laughs =
  '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈">' +
  Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${'&a;'.repeat(10)}">`).join('') +
  ']><worksheet><sheetData><row><c t="str"><v>&a19;</v></c></row></sheetData></worksheet>'

const billionLaughs: Bomb = (path) => writePackage(path, workbookParts({ sheet: laughs }))

/** The smallest cells as a web page, 250 bytes a row: what the library makes of them is far larger. */
export const page = (rows: number): string =>
  `<html><table>${`<tr>${'<td>1'.repeat(50)}</tr>`.repeat(rows)}</table></html>`

const hugePage: Bomb = (path) => writeFile(path, page(95_000))

const openQuote: Bomb = (path) => writeFile(path, `工号,姓名\n"${'001,张三\n'.repeat(1_500_000)}`)

const wideLine: Bomb = (path) => writeFile(path, `工号,姓名\n${','.repeat(20_000_000)}`)

/** Files made to cost more than they look, with the code of the problem that each must meet. */
export const bombs: Record<string, readonly [name: string, code: string, make: Bomb]> = {
  'a zip bomb': ['bomb.xlsx', 'sheet.expandsTooFar', plainBomb],
  'a zip bomb that denies it': ['lie.xlsx', 'sheet.expandsTooFar', lyingBomb],
  'a sheet of 2 GB': ['2gb.xlsx', 'sheet.expandsTooFar', declared2Gb],
  'entries that share their bytes': ['overlap.xlsx', 'sheet.expandsTooFar', overlapping],
  'thousands of entries': ['entries.xlsx', 'sheet.tooComplex', manyEntries],
  'a flood of shared strings': ['strings.xlsx', 'sheet.tooMuchText', sharedStrings],
  'a text of 4 MB': ['text.xlsx', 'sheet.tooComplex', longText],
  'more empty rows than a sheet can have': ['rows.xlsx', 'sheet.tooManyRows', emptyRows],
  'a row of a million cells': ['cells.xlsx', 'sheet.tooManyColumns', wideRow],
  'tags within tags without end': ['nested.xlsx', 'sheet.tooComplex', nested],
  'a tag that never ends': ['tag.xlsx', 'sheet.tooComplex', endlessTag],
  'a billion laughs': ['laughs.xlsx', 'sheet.unsafeDeclaration', billionLaughs],
  'a web page of five million cells': ['page.xls', 'sheet.oldFormatTooLarge', hugePage],
  'a quote that is never closed': ['quote.csv', 'sheet.brokenLine', openQuote],
  'a line of twenty million commas': ['commas.csv', 'sheet.brokenLine', wideLine],
}
