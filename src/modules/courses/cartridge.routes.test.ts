import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp, type Asking } from '../../../test/http.ts'
import { publishCourse } from '../../../test/course-world.ts'
import { zipFiles } from '../../../test/zip-files.ts'
import type { App } from '../../main/app.ts'

let database: Database
let app: App
let author: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  author = asPerson(app, 'teacher')
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const about = { name: '剪纸', stages: ['小学'], theme: '非遗', audience: '学区', licence: '署名' }
const outline = { summary: '剪窗花', goals: '会剪', outline: '', implementation: '', appraisal: '' }

async function write(words: string): Promise<{ id: string; fileId: string }> {
  const { id } = (await author.post('/api/courses', about)).json()
  const uploadId = await bringFile(app, 'teacher', '步骤.TXT', Buffer.from(words))
  const { id: fileId } = (await author.post(`/api/courses/${id}/files`, { uploadId })).json()
  const material = { id: '', kind: 'file', title: '剪纸步骤', fileId, address: null }
  await save(id, [{ id: '', title: '认识窗花', minutes: 40, goals: '', steps: '', materials: [material] }], '陈某（春申中学）') // prettier-ignore
  return { id, fileId }
}

async function save(id: string, lessons: object[], byline?: string): Promise<void> {
  const { revision } = (await author.get(`/api/courses/${id}`)).json()
  expect(
    (
      await author.post(`/api/courses/${id}`, {
        revision,
        outline,
        lessons,
        ...(byline && { about: { ...about, byline } }),
      })
    ).statusCode,
  ).toBe(200)
}

const cartridge = (id: string) => `/api/courses/${id}/cartridge`

test('what was published goes out with its files, and what is being written does not', async () => {
  const { id } = await write('对折三次，剪出窗花。\n')
  await publishCourse(app, id)
  await save(id, [{ id: '', title: '还没写好', minutes: null, goals: '', steps: '', materials: [] }])
  const reply = await asPerson(app, 'expert').get(cartridge(id))
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-disposition']).toContain(encodeURIComponent('剪纸.imscc'))
  const files = await zipFiles(reply.rawPayload)
  expect(files.get('web_resources/01-01.txt')!.toString()).toBe('对折三次，剪出窗花。\n')
  const manifest = files.get('imsmanifest.xml')!.toString()
  expect(manifest).toContain('<title>第 1 课时 认识窗花</title>')
  expect(manifest).toContain('署名：陈某（春申中学）。使用许可：署名。')
  expect(manifest).not.toContain('还没写好')
  expect((await author.get(`${cartridge(id)}?format=1.1`)).rawPayload).not.toEqual(reply.rawPayload)
  expect((await author.get(cartridge(id))).rawPayload).toEqual(reply.rawPayload)
})

test('before it is published those who write it may have it, and nobody else', async () => {
  const { id } = await write('只是草稿')
  expect((await author.get(cartridge(id))).statusCode).toBe(200)
  for (const who of ['expert', 'outsider'] as const)
    expect((await asPerson(app, who).get(cartridge(id))).statusCode).toBe(404)
})

test('a file that the store has lost is said before anything is sent', async () => {
  const { id } = await write('会丢的一份')
  await rm(join(app.parts.config.dataDir, 'files'), { recursive: true })
  expect((await author.get(cartridge(id))).json()).toMatchObject({ code: 'files.gone' })
})

test('that it went out is on record', async () => {
  const { id } = await write('留痕的一份')
  await author.get(cartridge(id))
  const rows = await database.transact('owner', (db) =>
    db
      .selectFrom('platform.audit')
      .select('title')
      .where('subjectId', '=', id)
      .where('title', '=', '导出课程包')
      .execute(),
  )
  expect(rows).toHaveLength(1)
})
