import { defaultLimits, type SheetLimits } from '#platform/sheet/limits.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import { readRelations } from '#platform/sheet/xlsx-parts.ts'
import type { XmlHandler } from '#platform/sheet/xml.ts'
import { openPackage, type Package } from '#platform/sheet/zip.ts'
import { MOST_CHARS, type Part } from './part.ts'

/** Slides carry films: the package may be large, for only its texts are unpacked. */
const limits: SheetLimits = {
  ...defaultLimits,
  entries: 20_000,
  partBytes: 8 * 1024 ** 3,
  totalBytes: 16 * 1024 ** 3,
  depth: 512,
}

/** Collects what stands in text tags; ends of paragraphs and rows end lines, cells are set apart. */
class Texts implements XmlHandler {
  text_ = ''
  #isText = false

  get done(): boolean {
    return this.text_.length > MOST_CHARS
  }

  open(name: string): void {
    this.#isText = name === 't'
    if (name === 'tab') this.text_ += '\t'
    if (name === 'br' || name === 'cr') this.text_ += '\n'
  }

  close(name: string): void {
    this.#isText = false
    if (name === 'p') this.text_ += '\n'
  }

  text(value: string): void {
    if (this.#isText) this.text_ += value
  }
}

async function textOf(pack: Package, part: string): Promise<string> {
  const texts = new Texts()
  if (pack.has(part)) await pack.parse(part, texts)
  return texts.text_
}

async function withPackage<T>(path: string, work: (pack: Package) => Promise<T>): Promise<T> {
  const pack = await openPackage(path, limits)
  try {
    return await work(pack)
  } finally {
    pack.close()
  }
}

export const readDocx = (path: string): Promise<Part[]> =>
  withPackage(path, async (pack) => [{ title: '正文', text: await textOf(pack, 'word/document.xml') }])

export const readPptx = (path: string): Promise<Part[]> =>
  withPackage(path, async (pack) => {
    const slides = await listSlides(pack)
    const parts: Part[] = []
    for (const [index, slide] of slides.entries())
      parts.push({ title: `第${index + 1}张`, text: await textOf(pack, slide) })
    return parts
  })

/** The slides as they are shown, which is not the order of their numbers. */
async function listSlides(pack: Package): Promise<string[]> {
  const shown: string[] = []
  const collect: XmlHandler = {
    open: (name, tag) => void (name === 'sldId' && shown.push(/\w+:id="([^"]+)"/.exec(tag)?.[1] ?? '')),
    close: () => {},
    text: () => {},
  }
  const relations = await readRelations(pack, 'ppt/presentation.xml', limits)
  await pack.parse('ppt/presentation.xml', collect)
  return shown.flatMap((id) => relations.get(id)?.target ?? [])
}

/** A spreadsheet of any kind: what its cells show, row by row. */
export async function readSheets(path: string, name: string): Promise<Part[]> {
  const book = await openWorkbook(path, { name })
  try {
    const parts: Part[] = []
    for (const sheet of book.sheets.filter(({ hidden }) => !hidden))
      parts.push({ title: sheet.name, text: await rowsOf(book.batches(sheet.name)) })
    return parts
  } finally {
    await book.close()
  }
}

async function rowsOf(batches: AsyncIterable<{ cells: { text: string }[] }[]>): Promise<string> {
  let text = ''
  for await (const rows of batches) {
    text += rows.map(({ cells }) => cells.map((cell) => cell.text).join('\t')).join('\n') + '\n'
    if (text.length > MOST_CHARS) break
  }
  return text
}
