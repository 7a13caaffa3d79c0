import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { shelve } from '../../../test/course-shelf.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'

const { c1, s1, districtA } = PLACES
const id = (n: number) => `00000000-0000-7000-9470-00000000000${n}`
const words = '对折三次，剪出窗花。'
let database: Database
let app: App
/** The first is named by the version, the second by nothing. */
const files: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  for (const content of [words, '还没有写好']) {
    const begun = { name: '剪纸', stages: ['小学'], theme: '非遗', audience: '本校', licence: '署名' }
    const course = (await asPerson(app, 'teacher').post('/api/courses', begun)).json().id as string
    const uploadId = await bringFile(app, 'teacher', '步骤.txt', Buffer.from(content))
    files.push((await asPerson(app, 'teacher').post(`/api/courses/${course}/files`, { uploadId })).json().id)
  }
  const material = { id: 'm', kind: 'file' as const, title: '步骤', fileId: files[0]!, address: null }
  const lesson = { id: 'l', title: '认识窗花', minutes: 40, goals: '', steps: '', materials: [material] }
  const of1 = { districtId: districtA, clusterId: c1, schoolId: s1 }
  const system = systemOf({ database, config: readConfig({}), policies: readPolicies(projectRoot()) })
  await system.inContext(async (ctx) => {
    await shelve(ctx, { ...of1, id: id(1), name: '窗花', audience: '公开', byline: '某人（春申中学）', content: { summary: '剪窗花', lessons: [lesson] } }) // prettier-ignore
    await shelve(ctx, { ...of1, id: id(2), name: '校内剪纸', audience: '学区' })
    for (const fileId of files)
      await ctx.db
        .insertInto('courses.entryFile')
        .values({ districtId: districtA, entryId: id(1), fileId, fileDistrictId: districtA })
        .execute()
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('what is 公开 is listed and found by everybody, and nothing else, whoever asks', async () => {
  for (const who of [asking(app), asPerson(app, 'teacher')]) {
    const { courses, next } = (await who.get('/api/open/courses')).json()
    expect(courses.map((course: { id: string }) => course.id)).toEqual([id(1)])
    expect(next).toBeNull()
  }
  const find = async (q: string) =>
    (await asking(app).get(`/api/open/courses?q=${encodeURIComponent(q)}`)).json().courses
  expect(await find('窗花')).toHaveLength(1)
  expect(await find('校内')).toEqual([])
})

test('it is read and its files are taken along, those alone that the version names', async () => {
  const visitor = asking(app)
  const told = (await visitor.get(`/api/open/courses/${id(1)}`)).json()
  expect(told).toMatchObject({
    name: '窗花',
    byline: '某人（春申中学）',
    number: 1,
    files: [{ id: files[0], kind: '文本' }],
  })
  expect(told.files).toHaveLength(1)
  expect((await visitor.get(`/api/open/courses/${id(1)}/files/${files[0]}`)).body).toBe(words)
  expect((await visitor.get(`/api/open/courses/${id(1)}/files/${files[1]}`)).statusCode).toBe(404)
  expect((await visitor.get(`/api/open/courses/${id(2)}`)).statusCode).toBe(404)
  await asPerson(app, 'office').post(`/api/courses/${id(1)}/withdraw`)
  expect((await visitor.get(`/api/open/courses/${id(1)}/files/${files[0]}`)).statusCode).toBe(404)
  expect((await visitor.get('/api/open/courses')).json().courses).toEqual([])
})
