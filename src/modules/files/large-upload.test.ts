import { mkdtempSync, openSync, closeSync, ftruncateSync, writeSync, createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { tusHeaders } from '../../../test/bring.ts'
import { accountId, cast, PLACES } from '../../../test/cast.ts'
import { testDatabaseInMemory } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { checksumOf } from './arriving.ts'
import { keepFile } from './index.ts'

const GB = 1024 ** 3
const MB = 1024 ** 2
/** After how much each line breaks that is still to come; the line after the last one holds. */
const breaks = [300 * MB, 1, 700 * MB, 40 * MB]

let database: Database
let app: App
let line: Server
const folder = mkdtempSync(join(tmpdir(), 'yanzhen-large-'))
beforeAll(async () => {
  database = await testDatabaseInMemory()
  await cast(database)
  app = await testApp(database)
  await app.listen({ port: 0, host: '127.0.0.1' })
  line = badLine((app.server.address() as AddressInfo).port)
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  line.close()
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
  await rm(app.parts.config.dataDir, { recursive: true })
})

/** A line to the server that breaks, again and again, in the middle of what goes over it. */
function badLine(port: number): Server {
  return createServer((from) => {
    const to = connect(port, '127.0.0.1')
    const ends = [from, to]
    const cut = () => ends.forEach((end) => end.destroy())
    for (const end of ends) end.on('error', cut).on('close', cut)
    let gone = 0
    from.on('data', (chunk) => {
      gone += chunk.length
      if (gone > 64 * 1024 && breaks.length > 0 && gone >= breaks[0]!) {
        breaks.shift()
        cut()
      } else if (!to.write(chunk)) {
        from.pause()
        to.once('drain', () => from.resume())
      }
    })
    to.pipe(from)
  })
}

/** A film of 2 GB: what it begins with tells what it is, the rest takes no room on the disk. */
function film(): string {
  const path = join(folder, '整节课.mp4')
  const file = openSync(path, 'w')
  writeSync(file, Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'))
  ftruncateSync(file, 2 * GB)
  closeSync(file)
  return path
}

const send = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path), {
      endpoint: `http://127.0.0.1:${(line.address() as AddressInfo).port}/api/uploads`,
      headers: tusHeaders('teacher'),
      metadata: { filename: '整节课.mp4' },
      retryDelays: [0, 50, 100, 200, 400],
      onError: reject,
      onSuccess: () => resolve(upload.url!.split('/').at(-1)!),
    })
    upload.start()
  })

test('2 GB come over a line that breaks four times, and the server holds next to nothing of them', async () => {
  const before = process.memoryUsage.rss()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 100)
  const path = film()
  const uploadId = await send(path).finally(() => clearInterval(watch))
  const file = await systemOf(app.parts).inContext((ctx) =>
    keepFile({ ...ctx, actor: { ...ctx.actor, id: accountId('teacher') } }, PLACES.districtA, uploadId),
  )
  expect(file).toMatchObject({ bytes: 2 * GB, type: 'video/mp4', kind: '视频' })
  const kept = join(app.parts.config.dataDir, 'files', file.sha256.slice(0, 2), file.sha256)
  expect((await stat(kept)).size).toBe(2 * GB)
  expect(file.sha256).toBe(await checksumOf(path))
  expect(breaks).toEqual([])
  // Sender, line and server are this one process, and still it grows by a tenth of the film at the most.
  expect((most - before) / MB).toBeLessThan(200)
}, 240_000)
