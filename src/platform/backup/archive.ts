import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl, { type Entry } from 'yauzl'
import { ZipFile } from 'yazl'

/** What was written of one entry: its length in bytes before packing, and the SHA-256 of that. */
export interface Written {
  bytes: number
  sha256: string
}

/** A .zip that is written entry by entry, none of which stands in memory whole. Only its owner may read the file. */
export class ArchiveWriter {
  readonly #zip = new ZipFile()
  readonly #saved: Promise<void>

  constructor(path: string) {
    this.#saved = pipeline(this.#zip.outputStream, createWriteStream(path, { mode: 0o600 }))
    this.#saved.catch(() => {})
  }

  /** Writes one entry to its end. Rejects when the source fails or the disk is full. */
  async add(name: string, source: AsyncIterable<Buffer>): Promise<Written> {
    const written = new Promise<Written>((resolve, reject) => {
      const stream = Readable.from(measured(source, resolve))
      stream.on('error', reject)
      this.#zip.addReadStreamLazy(name, (start) => start(null, stream))
    })
    return Promise.race([written, this.#saved.then(() => written)])
  }

  async finish(): Promise<void> {
    this.#zip.end()
    await this.#saved
  }

  /** Gives up: the file is left as it is. */
  abandon(): void {
    ;(this.#zip.outputStream as Readable).destroy()
  }
}

async function* measured(source: AsyncIterable<Buffer>, done: (written: Written) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    hash.update(chunk)
    bytes += chunk.length
    yield chunk
  }
  done({ bytes, sha256: hash.digest('hex') })
}

/** Reads the entries of a .zip by name. */
export class ArchiveReader {
  readonly #zip: yauzl.ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  static async open(path: string): Promise<ArchiveReader> {
    const zip = await yauzl.openPromise(path, { autoClose: false })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    return new ArchiveReader(zip, entries)
  }

  /** The entry's bytes. Rejects if there is none of that name. */
  async read(name: string): Promise<Readable> {
    const entry = this.#entries.get(name)
    if (!entry) throw new Error(`${name} is not in the archive`)
    return this.#zip.openReadStreamPromise(entry)
  }

  close(): void {
    this.#zip.close()
  }
}

/** The lines of a stream of UTF-8; U+2028 and its like do not end one. */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const chunk of source) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString()
      rest = []
      from = end + 1
    }
    rest.push(chunk.subarray(from))
  }
}
