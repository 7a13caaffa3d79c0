import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One file of a .zip: its words, or what opens it when its turn comes. */
export interface ZipEntry {
  name: string
  content: string | (() => Promise<Readable>)
}

/**
 * A .zip that is written while it is read: of what is opened, one file at a time is on its way, and none stands in memory
 * whole. Kept files go in as they are, for most are packed already. The same content gives the same bytes.
 */
export function zipStream(entries: readonly ZipEntry[], at: Date): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, content } of entries)
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, { mtime: at })
    else
      zip.addReadStreamLazy(name, { mtime: at, compress: false }, (start) => {
        content().then((stream) => start(null, stream), (error: Error) => start(error, undefined as never)) // prettier-ignore
      })
  zip.end()
  return output
}
