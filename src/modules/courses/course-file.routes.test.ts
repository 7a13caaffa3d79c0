import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast, PLACES, teacherId, tokenOf } from '../../../test/cast.ts'
import { insertColleague, publishCourse } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { s2 } = PLACES
let database: Database
let app: App
let author: Asking
let second: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  author = asPerson(app, 'teacher')
  second = asking(app, await insertColleague(database, { n: 2, role: 'teacher', at: s2, teacher: teacherId(s2, 1) }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const words = '对折三次，剪出窗花。\n'
const about = { name: '剪纸', stages: ['小学'], theme: '非遗', audience: '学区', licence: '署名' }
const outline = { summary: '剪窗花', goals: '会剪', outline: '', implementation: '', appraisal: '' }
const begin = async (): Promise<string> => (await author.post('/api/courses', about)).json().id
const keep = async (id: string, name = '步骤.txt', content = words) => {
  const uploadId = await bringFile(app, 'teacher', name, Buffer.from(content))
  return (await author.post(`/api/courses/${id}/files`, { uploadId })).json()
}
const revisionOf = async (id: string, who = author) => (await who.get(`/api/courses/${id}`)).json().revision
const save = async (id: string, fileId: string, who = author) => {
  const material = { id: '', kind: 'file', title: '剪纸步骤', fileId, address: null }
  const lesson = { id: '', title: '认识窗花', minutes: 40, goals: '', steps: '', materials: [material] }
  return who.post(`/api/courses/${id}`, { revision: await revisionOf(id, who), outline, lessons: [lesson] })
}
const publish = (id: string) => publishCourse(app, id)

test('a file of a lesson is seen by those who may see the course, and by nobody before', async () => {
  const id = await begin()
  const file = await keep(id)
  expect(file).toMatchObject({ name: '步骤.txt', kind: '文本', isShown: true, downloads: 0 })
  const url = `/api/courses/${id}/files/${file.id}`
  expect((await save(id, file.id)).statusCode).toBe(200)
  expect((await author.get(`${url}?show=1`)).body).toBe(words)
  for (const who of [second, asPerson(app, 'outsider')]) expect((await who.get(url)).statusCode).toBe(404)
  await publish(id)
  const sent = await second.get(`${url}?show=1`)
  expect(sent.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'content-length': '31' })
  expect(sent.headers['content-disposition']).toMatch(/^inline/)
  expect((await second.get(url)).headers['content-disposition']).toMatch(/^attachment/)
  expect((await asPerson(app, 'outsider').get(url)).statusCode).toBe(404)
  await app.jobs.settled()
  expect((await second.get(`${url}/text`)).json()).toEqual({
    parts: [{ title: '正文', text: words.trim() }],
    failure: null,
  })
  expect((await second.get(`/api/courses/${id}/files`)).json().files).toMatchObject([{ id: file.id, downloads: 3 }])
})

test('what a file says is found by searching', async () => {
  const id = await begin()
  const file = await keep(id, '另一份.txt', '先画一只蝴蝶的翅膀')
  await save(id, file.id)
  await publish(id)
  await app.jobs.settled()
  const found = (await second.get(`/api/units/${PLACES.c1}/courses?q=${encodeURIComponent('蝴蝶')}`)).json()
  expect(JSON.stringify(found)).toContain(id)
})

test('a stretch of a film is sent as a stretch', async () => {
  const id = await begin()
  const { id: fileId } = await keep(id)
  const reply = await app.inject({
    url: `/api/courses/${id}/files/${fileId}`,
    headers: { cookie: `yanzhen=${tokenOf('teacher')}`, range: 'bytes=0-5' },
  })
  expect(reply.statusCode).toBe(206)
  expect(reply.headers['content-range']).toBe('bytes 0-5/31')
  expect(reply.body).toBe('对折')
})

test('a lesson names no file of another course', async () => {
  const [own, other] = [await begin(), await begin()]
  const { id: fileId } = await keep(other)
  expect((await save(own, fileId)).json()).toMatchObject({ code: 'courses.foreignFile' })
})

test('whoever takes a course over has its files, those of later versions, too', async () => {
  const id = await begin()
  const first = await keep(id)
  await save(id, first.id)
  await publish(id)
  const copy = (await second.post(`/api/courses/${id}/adopt`, {})).json().id as string
  expect((await second.get(`/api/courses/${copy}/files/${first.id}`)).statusCode).toBe(200)
  const later = await keep(id, '新步骤.txt', '再剪一刀')
  await save(id, later.id)
  const listed = (await second.get(`/api/courses/${id}/files`)).json().files as { id: string }[]
  expect(listed.map((file) => file.id)).toEqual([first.id])
  await publish(id)
  expect((await second.get(`/api/courses/${copy}/files/${later.id}`)).statusCode).toBe(404)
  const { revision } = (await second.get(`/api/courses/${copy}`)).json()
  const taken = await second.post(`/api/courses/${copy}/origin`, { revision, version: 2, choices: {} })
  expect(taken.statusCode).toBe(200)
  expect((await second.get(`/api/courses/${copy}/files/${later.id}`)).body).toBe('再剪一刀')
})
