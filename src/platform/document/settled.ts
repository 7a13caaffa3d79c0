import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import yazl from 'yazl'
import { fixedTime } from '../fixed-time.ts'

/**
 * A package as it would be had no clock and no dice been at hand: the moments that its writer put in are the document's
 * day, the names that it drew by lot are counted.
 */
export async function settled(bytes: Buffer, day: string): Promise<Buffer> {
  const names = new Map<string, string>()
  const zip = new yazl.ZipFile()
  for (const { name, content } of await partsOf(bytes)) {
    const isText = /\.(xml|rels)$/.test(name)
    const kept = isText ? Buffer.from(settledXml(content.toString('utf8'), day, names)) : content
    zip.addBuffer(kept, name, { ...fixedTime, compress: !name.endsWith('.png') })
  }
  zip.end()
  return buffer(zip.outputStream)
}

/**
 * What the library has no word for, beside the one it has: punctuation does not hang over the edge, and lines keep their
 * exact step where a larger letter would take two of the grid's.
 */
const NO_WIDOWS = '<w:widowControl w:val="false"/>'
const OFF_GRID = '<w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/>'

function settledXml(xml: string, day: string, names: Map<string, string>): string {
  let drawings = 0
  return xml
    .replaceAll(NO_WIDOWS, NO_WIDOWS + OFF_GRID)
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
    .replace(/\brId[a-z0-9_-]{21}\b/g, (drawn) => nameFor(names, drawn))
    .replace(/(<wp:docPr\b[^>]*? id=")\d+/g, (_, before: string) => `${before}${(drawings += 1)}`)
}

function nameFor(names: Map<string, string>, drawn: string): string {
  const known = names.get(drawn) ?? `rIdDrawn${names.size + 1}`
  names.set(drawn, known)
  return known
}

export async function partsOf(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const parts: { name: string; content: Buffer }[] = []
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return zip.emit('error', error)
      buffer(stream).then(
        (content) => {
          parts.push({ name: entry.fileName, content })
          zip.readEntry()
        },
        (broken: unknown) => zip.emit('error', broken),
      )
    })
  })
  zip.readEntry()
  await once(zip, 'end')
  return parts
}
