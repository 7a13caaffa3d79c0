import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Problem } from '#shared/problem.ts'
import type { SheetLimits } from './limits.ts'
import { sheetProblems } from './problems.ts'
import { XmlReader, type XmlHandler } from './xml.ts'

const RATIO_COUNTS_ABOVE = 16 * 1024 * 1024

/** The parts of an .xlsx package. Names are compared without regard to case, as spreadsheets do. */
export class Package {
  readonly #path: string
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #limits: SheetLimits

  constructor(path: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: SheetLimits) {
    this.#path = path
    this.#zip = zip
    this.#entries = entries
    this.#limits = limits
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase())
  }

  hasFolder(folder: string): boolean {
    return [...this.#entries.keys()].some((name) => name.startsWith(folder))
  }

  /** Every part, as it is written in the package. */
  names(): string[] {
    return [...this.#entries.values()].map(({ fileName }) => fileName).filter((name) => !name.endsWith('/'))
  }

  /** Unpacked size in bytes. */
  size(part: string): number {
    return this.#entries.get(part.toLowerCase())?.uncompressedSize ?? 0
  }

  /** Streams a part's text; breaks off with a Problem when it is damaged or larger than it claims to be. */
  async *text(part: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
    let decoder: StringDecoder | undefined
    for await (const chunk of this.bytes(part)) {
      onBytes?.(chunk.length)
      if (decoder) yield decoder.write(chunk)
      else yield withoutMark((decoder = decoderFor(chunk)).write(chunk))
    }
  }

  /** Streams a part as it is; breaks off like `text`. */
  async *bytes(part: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(part.replace(/^\//, '').toLowerCase())
    if (!entry) throw sheetProblems.damaged()
    let left = entry.uncompressedSize
    for await (const chunk of await this.#open(entry)) {
      left -= chunk.length
      if (left < 0) throw sheetProblems.expandsTooFar()
      yield chunk
    }
    if (left > 0) throw sheetProblems.damaged()
  }

  /** Reads one part to its end, or until the handler says it has seen enough. */
  async parse(part: string, handler: XmlHandler & { readonly done?: boolean }): Promise<void> {
    const reader = new XmlReader(handler, this.#limits)
    for await (const text of this.text(part)) {
      reader.write(text)
      if (handler.done) return
    }
    reader.end()
  }

  close(): void {
    this.#zip.close()
  }

  async #open(entry: Entry): Promise<AsyncIterable<Buffer>> {
    const raw = await this.#packed(entry)
    return orDamaged(
      entry.compressionMethod === 0 ? raw : pipeline(raw, createInflateRaw({ chunkSize: 65_536 }), ignore),
    )
  }

  /** A stream with a file descriptor of its own: yauzl's throw past everybody when a reader leaves before the end. */
  async #packed(entry: Entry): Promise<Readable> {
    const { fileDataStart: start } = await this.#zip
      .readLocalFileHeaderPromise(entry, { minimal: true })
      .catch(asDamaged)
    if (entry.compressedSize === 0) return Readable.from([])
    return createReadStream(this.#path, { start, end: start + entry.compressedSize - 1 })
  }
}

/** Opens the zip and holds its directory against the limits before anything is unpacked. */
export async function openPackage(path: string, limits: SheetLimits): Promise<Package> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(asDamaged)
  try {
    return new Package(path, zip, await listEntries(zip, limits), limits)
  } catch (error) {
    zip.close()
    throw error instanceof Problem ? error : sheetProblems.damaged()
  }
}

async function listEntries(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const sum = { count: 0, packed: 0, unpacked: 0 }
  for await (const entry of zip.eachEntry()) {
    sum.count += 1
    sum.packed += entry.compressedSize
    sum.unpacked += entry.uncompressedSize
    if (entry.isEncrypted()) throw sheetProblems.passwordProtected()
    if (sum.count > limits.entries) throw sheetProblems.tooComplex()
    if (expandsTooFar(entry, limits) || sum.unpacked > limits.totalBytes) throw sheetProblems.expandsTooFar()
    // Entries that share their bytes make a bomb that no single ratio gives away.
    if (sum.packed > zip.fileSize) throw sheetProblems.expandsTooFar()
    entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
  }
  return entries
}

function expandsTooFar(entry: Entry, limits: SheetLimits): boolean {
  const { compressedSize, uncompressedSize } = entry
  if (uncompressedSize > limits.partBytes) return true
  return uncompressedSize > RATIO_COUNTS_ABOVE && uncompressedSize > compressedSize * limits.ratio
}

const decoderFor = (start: Buffer) => new StringDecoder(start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8')

const withoutMark = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text)

async function* orDamaged(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    asDamaged(error)
  }
}

function asDamaged(error: unknown): never {
  throw error instanceof Problem ? error : sheetProblems.damaged()
}

/** pipeline() destroys both streams on an error; the reader of the last one sees it. */
function ignore(): void {}
