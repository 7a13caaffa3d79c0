import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStore } from './disk-store.ts'
import { s3Store } from './s3-store.ts'
import type { Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-store-'))
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'yanzhen', configs: [] }],
})
let s3: Store
beforeAll(async () => {
  const { port } = await server.run()
  s3 = s3Store({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'yanzhen',
    region: 'us-east-1',
    prefix: 'files/',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const fileOf = (content: Buffer) => {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const path = join(folder, sha256)
  writeFileSync(path, content)
  return { sha256, path }
}

describe.each([
  ['a folder', () => diskStore(join(folder, 'kept'))],
  ['a bucket', () => s3],
])('%s', (_, storeOf) => {
  test('gives back what it was given, whole or a stretch, and forgets it when asked to', async () => {
    const store = storeOf()
    const content = Buffer.from('颛桥剪纸'.repeat(1000))
    const { sha256, path } = fileOf(content)
    expect(await store.has(sha256)).toBe(false)
    await expect(store.read(sha256)).rejects.toThrow()
    await store.put(sha256, path)
    await store.put(sha256, path)
    expect(await store.has(sha256)).toBe(true)
    expect((await buffer(await store.read(sha256))).equals(content)).toBe(true)
    const middle = await buffer(await store.read(sha256, { from: 12, until: 23 }))
    expect(middle.toString()).toBe('颛桥剪纸')
    await store.remove(sha256)
    await store.remove(sha256)
    expect(await store.has(sha256)).toBe(false)
  })

  test('takes a file that goes in several parts', async () => {
    const content = Buffer.alloc(40 * 1024 ** 2, 'yanzhen-')
    const { sha256, path } = fileOf(content)
    await storeOf().put(sha256, path)
    expect((await buffer(await storeOf().read(sha256))).equals(content)).toBe(true)
  })
})
