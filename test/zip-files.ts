import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'

/** What a .zip holds, by name. */
export async function zipFiles(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes)
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}
