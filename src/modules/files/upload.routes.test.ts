import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import { beginUpload, bringFile, sendPiece, tinyPdf, tusHeaders } from '../../../test/bring.ts'
import { accountId, cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { clearOldUploads } from './files.jobs.ts'
import { keepFile, releaseFile, type KeptFile } from './index.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const folder = (name: string) => join(app.parts.config.dataDir, name)
const list = (name: string): string[] =>
  existsSync(folder(name))
    ? readdirSync(folder(name), { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 8)
    : []
const inDistrict = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  systemOf(app.parts).inContext((ctx) => work({ ...ctx, actor: { ...ctx.actor, id: accountId('teacher') } }))
const keep = (uploadId: string): Promise<KeptFile> => inDistrict((ctx) => keepFile(ctx, PLACES.districtA, uploadId))
const begin = async (name: string, bytes: number): Promise<string> =>
  (await beginUpload(app, 'teacher', name, bytes)).headers.location as string
const look = (url: string, person: 'teacher' | 'principal' = 'teacher') =>
  app.inject({ method: 'HEAD', url, headers: tusHeaders(person) })

test('what is no file of ours is refused before it is sent, with what would be right', async () => {
  const said = async (name: string, bytes: number) => (await beginUpload(app, 'teacher', name, bytes)).json()
  expect(await said('小游戏.exe', 10)).toMatchObject({
    code: 'files.kindNotTaken',
    title: expect.stringContaining('PDF'),
  })
  expect(await said('网页.html', 10)).toMatchObject({ code: 'files.kindNotTaken' })
  expect(await said('教案.pdf', 0)).toMatchObject({ code: 'files.emptyFile' })
  expect(await said('录像.mp4', 9 * 1024 ** 3)).toMatchObject({ code: 'files.tooLarge' })
  const other = await app.inject({ method: 'POST', url: '/api/uploads', headers: { 'sec-fetch-site': 'same-origin' } })
  expect(other.statusCode).toBe(401)
  expect(await asPerson(app, 'teacher').post('/api/uploads')).toMatchObject({ statusCode: 412 })
})

test('a file comes in pieces, each where the last one ended', async () => {
  const content = tinyPdf('分两次传')
  const url = await begin('教案.pdf', content.length)
  expect((await sendPiece(app, 'teacher', url, 0, content.subarray(0, 9))).headers['upload-offset']).toBe('9')
  expect((await look(url)).headers).toMatchObject({ 'upload-offset': '9', 'upload-length': `${content.length}` })
  expect((await sendPiece(app, 'teacher', url, 0, content)).json()).toMatchObject({ code: 'files.otherOffset' })
  expect(
    await inDistrict(async (ctx) => keepFile(ctx, PLACES.districtA, url.split('/').at(-1)!).catch((e: unknown) => e)),
  ).toMatchObject({ code: 'files.notWhole' })
  expect((await sendPiece(app, 'teacher', url, 9, content.subarray(9))).statusCode).toBe(204)
  expect((await look(url)).headers['upload-offset']).toBe(`${content.length}`)
  const file = await keep(url.split('/').at(-1)!)
  expect(file).toMatchObject({ name: '教案.pdf', bytes: content.length, type: 'application/pdf', kind: '文档' })
  expect(readFileSync(join(folder('files'), file.sha256.slice(0, 2), file.sha256)).equals(content)).toBe(true)
})

test('nobody else finds or touches it', async () => {
  const url = await begin('教案.pdf', 100)
  expect((await look(url, 'principal')).statusCode).toBe(404)
  expect((await sendPiece(app, 'principal', url, 0, Buffer.alloc(10))).statusCode).toBe(404)
})

test('more than was said is not taken, and what is not what it says goes again', async () => {
  const url = await begin('教案.pdf', 20)
  expect((await sendPiece(app, 'teacher', url, 0, Buffer.alloc(30))).json()).toMatchObject({
    code: 'files.moreThanSaid',
  })
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
  const disguised = await begin('教案.pdf', program.length)
  expect((await sendPiece(app, 'teacher', disguised, 0, program)).json()).toMatchObject({ code: 'files.notWhatItSays' })
  expect((await look(disguised)).statusCode).toBe(404)
})

test('the same content is kept once, and goes with the last who kept it', async () => {
  const content = tinyPdf('两个人都传了')
  const before = list('files').length
  const first = await keep(await bringFile(app, 'teacher', '一.pdf', content))
  const second = await keep(await bringFile(app, 'teacher', '二.pdf', content))
  expect(list('files').length).toBe(before + 1)
  const release = (file: KeptFile) => inDistrict((ctx) => releaseFile(ctx, file.districtId, file.id))
  const aWeekOn = () =>
    systemOf(app.parts).inContext((ctx) =>
      clearOldUploads({ ...ctx, now: new Date(ctx.now.getTime() + 8 * 86_400_000) }),
    )
  await release(first)
  await app.jobs.settled()
  await aWeekOn()
  expect(list('files').length).toBe(before + 1)
  await release(second)
  await app.jobs.settled()
  expect(list('files').length).toBe(before)
  expect(list('arriving')).toEqual([])
})

test('where the line breaks, what had come stays, and the rest follows', async () => {
  const content = Buffer.concat([tinyPdf('断线'), Buffer.alloc(3_000_000, 7)])
  const url = await begin('长录像讲义.pdf', content.length)
  const { port } = app.server.address() as AddressInfo
  const headers = tusHeaders('teacher', {
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
    'content-length': String(content.length),
  })
  const line = request({ host: '127.0.0.1', port, path: url, method: 'PATCH', headers }).on('error', () => undefined)
  line.write(content.subarray(0, 2_000_000))
  let come = 0
  for (let n = 0; n < 100 && come < 1_000_000; n++) {
    await wait(20)
    come = Number((await look(url)).headers['upload-offset'])
  }
  line.destroy()
  await wait(50)
  come = Number((await look(url)).headers['upload-offset'])
  expect(come).toBeGreaterThanOrEqual(1_000_000)
  expect(come).toBeLessThan(content.length)
  expect((await sendPiece(app, 'teacher', url, come, content.subarray(come))).statusCode).toBe(204)
  const file = await keep(url.split('/').at(-1)!)
  expect(readFileSync(join(folder('files'), file.sha256.slice(0, 2), file.sha256)).equals(content)).toBe(true)
})
