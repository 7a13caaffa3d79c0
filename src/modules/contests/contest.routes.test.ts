import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { awardsOfTeachers } from './award-facts.sql.ts'

const { c1, s1, s2, s3, districtA } = PLACES
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
const hand = (who: Hand) => asking(app, handCookie(who))

interface Work {
  id: string
  number: number
}
const list = `/api/units/${c1}/contests`
const fields = {
  title: '中青年教师学科教学竞赛',
  rules: '四十五岁以下教师',
  from: '2023-11-01',
  until: '2023-11-30',
  groups: [
    { name: '初中数学', first: 1, second: 1, third: 1 },
    { name: '初中语文', first: 1, second: 0, third: 0 },
  ],
  items: [
    { title: '教学目标', weight: 40 },
    { title: '教学过程', weight: 60 },
  ],
}
const address = 'https://example.cn/lesson'
let contest = ''
const enter = (who: Asking, body: object) => json(who.post(`${contest}/entries`, { group: '初中数学', title: '一次函数', address, ...body })) // prettier-ignore
const name = (body: object) => json(office().post(`${contest}/jurors`, { group: '初中数学', ...body }))
const works = async (who: Asking) => (await json(who.get(contest))).works as (Work & Record<string, unknown>)[]

test('the office calls a contest whose items come to 100', async () => {
  expect((await json(asPerson(app, 'principal').post(list, fields))).status).toBe(403)
  expect(await json(office().post(list, { ...fields, items: fields.items.slice(1) }))).toMatchObject({ code: 'contests.itemSum' }) // prettier-ignore
  const { id } = await json(office().post(list, fields))
  contest = `/api/contests/${id as string}`
  expect(JSON.stringify(await json(asPerson(app, 'liaison').get('/api/notices')))).toContain('中青年教师学科教学竞赛开始报送') // prettier-ignore
})

test('a school enters its teachers, a teacher themselves, with something to show', async () => {
  const [first, second, near] = [teacherName(s1, 1), teacherName(s1, 2), teacherName(s2, 1)]
  expect(await enter(hand('own'), { schoolId: s1, teachers: first })).toMatchObject({ code: 'contests.notYourSchool' })
  expect(await enter(asPerson(app, 'liaison'), { schoolId: s2, teachers: near })).toMatchObject({ code: 'contests.notYourSchool' }) // prettier-ignore
  expect(await enter(hand('absent'), { schoolId: s1, teachers: first, group: '无' })).toMatchObject({ code: 'contests.noGroup' }) // prettier-ignore
  expect(await enter(hand('absent'), { schoolId: s1, teachers: first, address: undefined })).toMatchObject({ code: 'contests.nothingToShow' }) // prettier-ignore
  const uploadId = await bringFile(app, 'liaison', `${first}的教案.txt`, Buffer.from('教案'))
  expect(await enter(asPerson(app, 'liaison'), { schoolId: s1, teachers: `${first}、${second}`, address: undefined, uploadId })).toMatchObject({ number: 1 }) // prettier-ignore
  expect(await enter(hand('near'), { schoolId: s2, teachers: near })).toMatchObject({ number: 2 })
  expect(await works(asPerson(app, 'liaison'))).toMatchObject([{ number: 1, teachers: [{ name: first }, { name: second }] }]) // prettier-ignore
  expect(await works(hand('near'))).toMatchObject([{ number: 2 }])
  expect(await works(office())).toHaveLength(2)
  for (const who of [asPerson(app, 'teacher'), asPerson(app, 'expert'), asPerson(app, 'district')])
    expect(await works(who)).toEqual([])
})

test('whoever has to do with a work is not named for its group', async () => {
  expect(await name({ call: '没有的人' })).toMatchObject({ status: 422, code: 'contests.noSuchJuror' })
  expect(await name({ call: teacherName(s3, 1) })).toMatchObject({ code: 'contests.noSuchJuror' })
  expect(await name({ call: teacherName(s1, 1) })).toMatchObject({ status: 409, code: 'contests.conflict', title: expect.stringContaining('是作品的教师') as string }) // prettier-ignore
  expect(await name({ call: teacherName(s2, 3) })).toMatchObject({ code: 'contests.conflict', title: expect.stringContaining('同属') as string }) // prettier-ignore
  expect((await name({ call: '陈专家' })).status).toBe(200)
  expect(await name({ call: '陈专家' })).toMatchObject({ code: 'contests.jurorAlready' })
  expect((await name({ call: teacherName(s2, 3), group: '初中语文' })).status).toBe(200)
  expect((await json(asPerson(app, 'teacher').post(`${contest}/jurors`, { group: '初中数学', call: '陈专家' }))).status).toBe(403) // prettier-ignore
})

test('a mentor is kept out of the work of the one they mentor, too when it comes later', async () => {
  await database.transact('owner', (db) =>
    db
      .insertInto('teachingResearch.mentoring')
      .values({
        ...{ districtId: districtA, id: '00000000-0000-7000-9b00-000000000001', schoolYear: 2023, clusterId: c1 },
        ...{ mentorId: teacherId(s2, 3), mentorSchoolId: s2, menteeId: teacherId(s1, 2), schoolId: s1 },
      })
      .execute(),
  )
  expect(await enter(asPerson(app, 'liaison'), { schoolId: s1, teachers: teacherName(s1, 2), group: '初中语文', title: '背影' })).toMatchObject({ number: 3 }) // prettier-ignore
  expect(await enter(office(), { schoolId: s3, teachers: teacherName(s3, 1), group: '初中语文', title: '春天' })).toMatchObject({ number: 4 }) // prettier-ignore
  now = new Date('2023-12-01T09:00:00+08:00')
  const { toScore } = (await json(hand('free').get(contest))) as unknown as { toScore: { number: number; recused: string | null }[] } // prettier-ignore
  expect(toScore.map(({ number, recused }) => [number, recused !== null])).toEqual([[3, true], [4, false]]) // prettier-ignore
  const [, , kept, free] = (await works(office())) as unknown as [Work, Work, Work, Work]
  expect((await json(hand('free').post(`${contest}/entries/${kept.id}/scores`, { marks: [30, 50] }))).status).toBe(403)
  expect(await json(hand('free').post(`${contest}/entries/${free.id}/scores`, { marks: [30, 50] }))).toMatchObject({ total: 80 }) // prettier-ignore
})

test('the jury sees numbers and no names, and scores after the last day within what items weigh', async () => {
  expect(await enter(hand('absent'), { schoolId: s1, teachers: teacherName(s1, 1) })).toMatchObject({ code: 'contests.notOpen' }) // prettier-ignore
  const expert = asPerson(app, 'expert')
  const page = await json(expert.get(contest))
  const { toScore } = page as unknown as { toScore: Work[] }
  expect(toScore).toMatchObject([
    { number: 1, hasFile: true, own: null },
    { number: 2, address },
  ])
  const text = JSON.stringify(page)
  for (const told of [teacherName(s1, 1), teacherName(s2, 1), '教案.txt']) expect(text).not.toContain(told)
  const [first, second] = toScore.map(({ id }) => `${contest}/entries/${id}`)
  const sent = await expert.get(`${first}/file`)
  expect(decodeURIComponent(String(sent.headers['content-disposition']))).toContain('1号作品.txt')
  expect(JSON.stringify(await json(expert.get('/api/today')))).toContain('给中青年教师学科教学竞赛的 2 件作品打分')
  expect((await json(asPerson(app, 'principal').post(`${first}/scores`, { marks: [40, 60] }))).status).toBe(403)
  expect(await json(expert.post(`${first}/scores`, { marks: [41, 60] }))).toMatchObject({ code: 'contests.markOutOf' })
  expect(await json(expert.post(`${first}/scores`, { marks: [35, 50] }))).toMatchObject({ total: 85 })
  expect(await json(office().post(`${contest}/results`))).toMatchObject({ code: 'contests.notScored', facts: { numbers: '2 号、3 号' } }) // prettier-ignore
  expect(await json(expert.post(`${second}/scores`, { marks: [38, 55] }))).toMatchObject({ total: 93 })
  expect(await works(office())).toMatchObject([{ score: 85, prize: '二等奖', scored: 1, due: 1 }, { score: 93, prize: '一等奖' }, { scored: 0, due: 0 }, { score: 80 }]) // prettier-ignore
  expect(await works(asPerson(app, 'liaison'))).toMatchObject([{ score: null, prize: null }, { score: null }])
})

test('groups and items that are in use stay; a juror who has scored stays', async () => {
  expect(await json(office().post(contest, { ...fields, groups: fields.groups.slice(1) }))).toMatchObject({ code: 'contests.groupUsed' }) // prettier-ignore
  expect(await json(office().post(contest, { ...fields, items: [{ title: '目标', weight: 100 }] }))).toMatchObject({ code: 'contests.itemsFixed' }) // prettier-ignore
  expect((await json(office().post(contest, { ...fields, rules: '四十岁以下教师' }))).status).toBe(200)
  const { jurors } = (await json(office().get(contest))) as unknown as { jurors: { id: string; name: string }[] }
  expect(await json(office().post(`${contest}/jurors/${jurors[0]!.id}/drop`))).toMatchObject({ code: 'contests.hasScored' }) // prettier-ignore
})

test('results are out once all are judged; schools learn their own, everybody what won', async () => {
  const third = (await works(office()))[2]!
  expect((await json(hand('near').post(`${contest}/entries/${third.id}/withdrawal`))).status).toBe(403)
  expect((await json(asPerson(app, 'liaison').post(`${contest}/entries/${third.id}/withdrawal`))).status).toBe(200)
  expect(await json(asPerson(app, 'liaison').post(`${contest}/entries/${third.id}/withdrawal`))).toMatchObject({ code: 'contests.withdrawnBefore' }) // prettier-ignore
  expect(await json(office().post(`${contest}/results`))).toMatchObject({ status: 200, prizes: 3 })
  expect(await json(office().post(`${contest}/results`))).toMatchObject({ code: 'contests.announced' })
  expect(await works(asPerson(app, 'teacher'))).toMatchObject([
    { number: 1, prize: '二等奖', score: null, teachers: [{ masked: true }, { masked: true }], address: null },
    { number: 2, prize: '一等奖', score: null },
    { number: 4, prize: '一等奖' },
  ])
  expect(await works(hand('absent'))).toMatchObject([{ score: 85, teachers: [{ masked: false }, {}] }, { score: null }, {}]) // prettier-ignore
  expect(JSON.stringify(await json(asPerson(app, 'liaison').get('/api/notices')))).toContain('公布了结果')
  expect(await json(office().get(contest))).toMatchObject({ entries: 3, schools: 3, prizes: 3 })
})

test('the file of a teacher shows what they won, and it follows when two entries are one person', async () => {
  const words = async (n: number) => JSON.stringify(await json(office().get(`/api/teachers/${teacherId(s1, n)}`)))
  expect(await words(1)).toContain('中青年教师学科教学竞赛（初中数学）二等奖：一次函数')
  const [from, to] = [1, 3].map((n) => ({ districtId: districtA, teacherId: teacherId(s1, n) })) as [TeacherKey, TeacherKey] // prettier-ignore
  const moved = await database.transact('owner', (db) => awardsOfTeachers.move(db, from, to))
  expect([await words(1), await words(3)].map((text) => text.includes('二等奖'))).toEqual([false, true])
  const ids = moved.map(({ id }) => id)
  await database.transact('owner', (db) => awardsOfTeachers.moveBack(db, ids, to, from))
  expect([await words(1), await words(3)].map((text) => text.includes('二等奖'))).toEqual([true, false])
})
