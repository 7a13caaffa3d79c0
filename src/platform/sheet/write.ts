import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { fixedTime } from '../fixed-time.ts'
import { sheetNameFor } from './export-text.ts'
import type { WrittenSheet } from './table.ts'
import { headRowsOf, worksheetXml } from './write-sheet.ts'
import { contentTypes, packageRelations, stylesXml, workbookRelations, workbookXml } from './write-parts.ts'

/** Streams an .xlsx in constant memory, the same bytes for the same rows, however many rows there are; breaks off with the error that `rows` throws. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Readable {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  const names = distinctNames(sheets)
  zip.on('error', (error: Error) => output.destroy(error))
  for (const [part, xml] of Object.entries({
    '[Content_Types].xml': contentTypes(names.length),
    '_rels/.rels': packageRelations,
    'xl/workbook.xml': workbookXml(names, sheets.map(headRowsOf)),
    'xl/_rels/workbook.xml.rels': workbookRelations(names.length),
    'xl/styles.xml': stylesXml,
  })) {
    zip.addBuffer(Buffer.from(xml), part, fixedTime)
  }
  let reading: Readable | undefined
  output.once('close', () => reading?.destroy())
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { ...fixedTime, compressionLevel: 3 }, (give) => {
      const source = Readable.from(worksheetXml(sheet), { highWaterMark: 2 })
      source.once('error', (error) => output.destroy(error))
      reading = source
      give(null, source)
    })
  })
  zip.end()
  return output
}

/** The same in one piece, for small workbooks. */
export function workbookBuffer(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  return buffer(writeWorkbook(sheets))
}

/** Names as Excel allows them, each once: 教师, 教师 2. */
function distinctNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const wanted = sheetNameFor(name)
    let free = wanted
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${wanted.slice(0, 28)} ${count}`
    taken.add(free.toLowerCase())
    return free
  })
}
