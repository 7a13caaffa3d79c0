import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { partsOf } from '#platform/document/settled.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast, PLACES, teacherId, teacherName, type Person } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { papersOfTeachers } from './paper-facts.sql.ts'

const { c1, s1, s2, districtA } = PLACES
let now = new Date('2023-11-10T09:00:00+08:00')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

type Told = Record<string, unknown> & { status: number }
const json = async (reply: Promise<{ statusCode: number; body: string }>): Promise<Told> => {
  const { statusCode, body } = await reply
  return { ...(JSON.parse(body) as Record<string, unknown>), status: statusCode }
}
const office = () => asPerson(app, 'office')
const liaison = () => asPerson(app, 'liaison')
const hand = (who: Hand) => asking(app, handCookie(who))

interface Work {
  id: string
  title: string
  place: number | null
}
const list = `/api/units/${c1}/collections`
const fields = { kind: '论文集', title: '教学论文集', from: '2023-11-01', until: '2023-11-30' }
const [author, second, near] = [teacherName(s1, 1), teacherName(s1, 2), teacherName(s2, 1)]
let collection = ''
const works = async (who: Asking) => (await json(who.get(collection))).works as Work[]
const enter = async (who: Person, body: object) =>
  json(asPerson(app, who).post(`${collection}/entries`, { uploadId: await bringFile(app, who, `${author}的论文.txt`, Buffer.from('论文')), ...body })) // prettier-ignore
const idOf = async (title: string) => (await works(office())).find((work) => work.title === title)!.id
const place = async (title: string, at: number | null) => json(office().post(`${collection}/entries/${await idOf(title)}/place`, { place: at })) // prettier-ignore

test('the office calls for papers, and schools hear of it', async () => {
  expect((await json(liaison().post(list, fields))).status).toBe(403)
  const { id } = await json(office().post(list, fields))
  collection = `/api/collections/${id as string}`
  expect(JSON.stringify(await json(liaison().get('/api/notices')))).toContain('教学论文集开始征稿')
})

test('a school hands in for its teachers, a teacher for themselves, each with a file', async () => {
  const other = { schoolId: s2, title: '别校的论文', teachers: near }
  expect(await enter('liaison', other)).toMatchObject({ status: 422, code: 'collections.notYourSchool' })
  expect(await json(hand('absent').post(`${collection}/entries`, { schoolId: s1, title: '空白', teachers: author }))).toMatchObject({ code: 'collections.noFile' }) // prettier-ignore
  expect(await json(hand('own').post(`${collection}/entries`, { schoolId: s1, title: '代人投稿', teachers: author }))).toMatchObject({ code: 'collections.notYourSchool' }) // prettier-ignore
  expect((await enter('liaison', { schoolId: s1, title: '作业设计/研究', teachers: `${author}、${second}` })).status).toBe(200) // prettier-ignore
  expect((await enter('office', { schoolId: s2, title: '识字教学', teachers: near })).status).toBe(200)
  expect((await enter('office', { schoolId: s1, title: '口算练习', teachers: author })).status).toBe(200)
  expect(await works(hand('own'))).toMatchObject([{ title: '作业设计/研究', place: null }])
  expect(await works(hand('near'))).toMatchObject([{ title: '识字教学' }])
  expect(await works(asPerson(app, 'expert'))).toEqual([])
  expect(await works(office())).toHaveLength(3)
})

test('the office orders what stands in it; what is withdrawn stands nowhere, and the others close up', async () => {
  expect(await json(office().get(`${collection}/contents.docx`))).toMatchObject({ status: 409, code: 'collections.nothingChosen' }) // prettier-ignore
  // As three clicks at once would have it: each takes the next place, none takes another's away.
  for (const { status } of await Promise.all(
    ['识字教学', '口算练习', '作业设计/研究'].map((title) => place(title, 999)),
  ))
    expect(status).toBe(200)
  expect((await works(office())).map((work) => work.place)).toEqual([1, 2, 3])
  for (const [n, title] of ['识字教学', '口算练习', '作业设计/研究'].entries()) await place(title, n + 1)
  const gone = await idOf('口算练习')
  expect((await json(hand('near').post(`${collection}/entries/${gone}/withdrawal`))).status).toBe(403)
  expect((await json(hand('absent').post(`${collection}/entries/${gone}/withdrawal`))).status).toBe(200)
  expect(await json(hand('absent').post(`${collection}/entries/${gone}/withdrawal`))).toMatchObject({ code: 'collections.withdrawnBefore' }) // prettier-ignore
  expect(await place('口算练习', 1)).toMatchObject({ status: 409, code: 'collections.withdrawnBefore' })
  expect(await works(office())).toMatchObject([{ title: '识字教学', place: 1 }, { title: '作业设计/研究', place: 2 }, { place: null }]) // prettier-ignore
  expect((await json(liaison().post(`${collection}/entries/${await idOf('识字教学')}/place`, { place: 2 }))).status).toBe(403) // prettier-ignore
  expect((await place('作业设计/研究', 1)).status).toBe(200)
  expect(await works(office())).toMatchObject([{ title: '作业设计/研究', place: 1 }, { title: '识字教学', place: 2 }, { place: null, withdrawn: true }]) // prettier-ignore
  expect(await works(hand('near'))).toMatchObject([{ place: null }])
  expect((await json(office().post(`${collection}/volume`))).code).toBe('collections.notClosed')
})

test('finished, it is out: a table of contents, all papers in their order, and everybody reads what stands in it', async () => {
  now = new Date('2023-12-05T09:00:00+08:00')
  expect(JSON.stringify(await json(office().get('/api/today')))).toContain('编排教学论文集并成册')
  expect((await json(liaison().post(`${collection}/volume`))).status).toBe(403)
  expect(await json(office().post(`${collection}/volume`))).toMatchObject({ status: 200, chosen: 2 })
  expect(await json(office().post(`${collection}/volume`))).toMatchObject({ code: 'collections.finished' })
  expect((await place('识字教学', null)).code).toBe('collections.finished')
  const seen = await works(asPerson(app, 'teacher'))
  expect(seen).toMatchObject([
    { title: '作业设计/研究', place: 1, teachers: [{ masked: true }, { masked: true }], file: { name: '作业设计研究.txt' } },
    { title: '识字教学', place: 2 },
  ]) // prettier-ignore
  expect(JSON.stringify(seen)).not.toContain(author)
  const sent = await asPerson(app, 'teacher').get(`${collection}/entries/${seen[0]!.id}/file`)
  expect(sent.body).toBe('论文')
  expect(decodeURIComponent(String(sent.headers['content-disposition']))).not.toContain(author)
  expect(JSON.stringify(await json(liaison().get('/api/notices')))).toContain('教学论文集已成册')
  expect((await asPerson(app, 'teacher').get(`${collection}/volume.zip`)).statusCode).toBe(403)
  const parts = await partsOf((await office().get(`${collection}/volume.zip`)).rawPayload)
  expect(parts.map(({ name }) => name)).toEqual(['000-目录.docx', '001-作业设计研究.txt', '002-识字教学.txt'])
  const word = await partsOf((await office().get(`${collection}/contents.docx`)).rawPayload)
  const text = word.find(({ name }) => name === 'word/document.xml')!.content.toString('utf8')
  for (const told of ['作业设计/研究', `${author}、${second}`, near, '共收录 2 篇']) expect(text).toContain(told)
  expect(text).not.toContain('草稿')
})

test('the file of a teacher shows what stands in a volume, and it follows when two entries are one person', async () => {
  const words = async (n: number) => JSON.stringify(await json(office().get(`/api/teachers/${teacherId(s1, n)}`)))
  expect(await words(1)).toContain('收录于教学论文集：作业设计/研究')
  expect(await words(1)).not.toContain('口算练习')
  expect(JSON.stringify(await json(hand('absent').get('/api/account/data')))).toContain('收录，2023年12月5日成册')
  const [from, to] = [1, 3].map((n) => ({ districtId: districtA, teacherId: teacherId(s1, n) })) as [TeacherKey, TeacherKey] // prettier-ignore
  const moved = await database.transact('owner', (db) => papersOfTeachers.move(db, from, to))
  expect([await words(1), await words(3)].map((text) => text.includes('收录于'))).toEqual([false, true])
  const ids = moved.map(({ id }) => id)
  await database.transact('owner', (db) => papersOfTeachers.moveBack(db, ids, to, from))
  expect([await words(1), await words(3)].map((text) => text.includes('收录于'))).toEqual([true, false])
})
