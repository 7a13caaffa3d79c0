import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, PLACES } from '../../test/cast.ts'
import { testDatabase } from '../../test/database.ts'
import { asPerson, testApp } from '../../test/http.ts'
import type { App } from '../main/app.ts'
import type { Database } from './database/database.ts'
import { UPLOAD_LIMIT_MB } from './upload.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const url = `/api/units/${PLACES.c1}/imports`
const left = () => {
  const folder = join(app.parts.config.dataDir, 'uploads')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('a file arrives under its own name, in Chinese, with its size and hash', async () => {
  const content = Buffer.from('学校,教师\n')
  const reply = await asPerson(app, 'office').upload(url, { name: '春申学区台账.csv', content })
  expect(reply.json()).toMatchObject({ fileName: '春申学区台账.csv', bytes: content.length })
  const { rows } = await database.transact('owner', (db) =>
    sql`select sha256 from transfer.import where file_name = '春申学区台账.csv'`.execute(db),
  )
  expect(rows).toEqual([{ sha256: '64da3412491b73487ce988af75dfd4efafa851923bbef4627aff435d4f5524b9' }])
})

test('who may not upload is refused before the file is taken', async () => {
  const reply = await asPerson(app, 'principal').upload(url, { name: 'a.csv', content: Buffer.from('x') })
  expect(reply.statusCode).toBe(403)
  expect(left()).toEqual([])
})

test('a request without a file is told so', async () => {
  const reply = await asPerson(app, 'office').post(url, { file: 'a.csv' })
  expect(reply.json()).toMatchObject({
    code: 'platform.badInput',
    facts: { issues: [{ path: 'file', message: '请选择要上传的文件。' }] },
  })
})

test('a file that is too large is refused, and nothing of it stays', async () => {
  const content = Buffer.alloc((UPLOAD_LIMIT_MB + 1) * 1024 * 1024)
  const reply = await asPerson(app, 'office').upload(url, { name: 'huge.xlsx', content })
  expect(reply.json()).toMatchObject({ status: 413, code: 'platform.fileTooLarge', facts: { limitMb: 100 } })
  await expect.poll(left).toEqual([])
})
