import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { PLACES, teacherName } from '../../../test/cast.ts'
import { handCookie, HANDS, MONDAY, MORNING } from '../../../test/cover-world.ts'
import { cookieOf } from '../../../test/delivery-people.ts'
import { deliveryDatabase, fields, slot } from '../../../test/delivery-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s3 } = PLACES
const WEEK_BEFORE = new Date('2023-10-09T08:00:00+08:00')
let now = WEEK_BEFORE
let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const two = () => asking(app, cookieOf('liaison-two'))
const onMonday = (more: object) => ({
  enrolUntil: '2023-10-13',
  slots: [slot({ fromDay: MONDAY, untilDay: MONDAY, fromTime: '09:50', untilTime: '10:30', ...more })],
})
const publish = async (who: ReturnType<typeof two>, body: object) => {
  const { id } = (await who.post(`/api/units/${c1}/offerings`, fields(body))).json()
  const reply = await who.post(`/api/offerings/${id}/publish`)
  return { status: reply.statusCode, ...reply.json() }
}

test('who teaches a shared course is not asked to cover then, nor where the way is too long', async () => {
  const own = { teacherIds: [HANDS.own], ...onMonday({}) }
  expect(await publish(asPerson(app, 'liaison'), own)).toMatchObject({ status: 200 })
  const next = onMonday({ fromTime: '10:40', untilTime: '11:20', schoolId: s3 })
  const near = { course: '书法', schoolId: s2, teacherIds: [HANDS.near], ...next }
  expect(await publish(two(), near)).toMatchObject({ status: 200 })

  now = MORNING
  const away = { teacherId: HANDS.absent, fromDay: MONDAY, untilDay: MONDAY, reason: '病假' }
  const absent = asking(app, handCookie('absent'))
  await absent.post(`/api/schools/${s1}/absences`, { ...away, lessons: [`${MONDAY}|3|${s1}`] })
  const [gap] = (await absent.get('/api/cover/mine')).json().gaps
  const { ranked, out } = (await asPerson(app, 'office').get(`/api/gaps/${gap.id}`)).json()
  const why = (name: string) => out.find((line: { name: string }) => line.name === name)?.why
  expect(why(teacherName(s1, 2))).toBe('这时有课：春申小学《剪纸》')
  expect(why(teacherName(s2, 1))).toBe('后面有春申幼儿园《书法》，路上要 30 分钟，只有 10 分钟')
  expect(ranked.map(({ name }: { name: string }) => name)).toEqual([teacherName(s2, 3)])

  const assign = (teacherId: string) => asPerson(app, 'liaison').post(`/api/gaps/${gap.id}/assign`, { teacherId })
  expect((await assign(HANDS.own)).json()).toMatchObject({ code: 'cover.notFree' })
  expect((await assign(HANDS.free)).statusCode).toBe(200)
})

test('nor is a shared course published at the time of a lesson that its teacher has promised to cover', async () => {
  now = WEEK_BEFORE
  const free = { course: '篆刻', schoolId: s2, teacherIds: [HANDS.free], ...onMonday({ schoolId: s3 }) }
  const refused = await publish(two(), free)
  expect(refused).toMatchObject({ status: 409, code: 'delivery.teacherBusy' })
  expect(refused.title).toContain('春申中学第3节代数学')
})

test('nor may standing lessons elsewhere meet it, but for the weeks in which they are not given', async () => {
  now = WEEK_BEFORE
  const lesson = { weekday: 1, period: 3, className: '六（1）班', subject: '数学' }
  const add = async (weeks: string) => {
    const days = { fromDay: '2023-10-09', untilDay: '2024-01-19' }
    const body = { teacherId: HANDS.own, toSchoolId: s2, form: '走教', ...days, lessons: [{ ...lesson, weeks }] }
    const reply = await asPerson(app, 'office').post(`/api/units/${c1}/cover/posts`, body)
    return { status: reply.statusCode, ...reply.json() }
  }
  const refused = await add('双周')
  expect(refused).toMatchObject({ status: 409, code: 'cover.clashes' })
  expect(refused.title).toContain('10月16日春申小学《剪纸》（09:50–10:30）是同一时间')
  expect(await add('单周')).toMatchObject({ status: 200 })
})
