import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { handCookie, HANDS, insertCoverWorld, MONDAY, MORNING, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { settleAll } from './given.actions.ts'

const { c1, s1, s2, s3 } = PLACES
let now = MORNING
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
beforeEach(() => void (now = MORNING))

const hand = (who: Hand) => asking(app, handCookie(who))
const liaison = () => asPerson(app, 'liaison')
const away = { teacherId: HANDS.absent, fromDay: MONDAY, untilDay: MONDAY, reason: '病假' }
const weeksOn = (weeks: number) => new Date(MORNING.getTime() + weeks * 7 * 86_400_000)
const dayOn = (weeks: number) => weeksOn(weeks).toISOString().slice(0, 10)

/** Each test has a Monday of its own. */
async function report(weeks: number, lessons: number[] = [3]) {
  now = weeksOn(weeks)
  const day = dayOn(weeks)
  const keys = lessons.map((period) => `${day}|${period}|${s1}`)
  const body = { ...away, fromDay: day, untilDay: day, lessons: keys }
  const reply = await hand('absent').post(`/api/schools/${s1}/absences`, body)
  expect(reply.statusCode, reply.body).toBe(200)
  const { gaps } = (await hand('absent').get('/api/cover/mine')).json()
  return { reply: reply.json(), gap: gaps.find((one: { period: number }) => one.period === lessons[0]) }
}
const asksOf = async (who: Hand) => (await hand(who).get('/api/cover/mine')).json().asks
const answer = async (who: Hand, yes: boolean) => {
  const [ask] = await asksOf(who)
  return (await hand(who).post(`/api/asks/${ask.id}/answer`, { yes })).json()
}
const gapOf = async (id: string, person: 'liaison' | 'office' | 'expert' = 'liaison') =>
  (await asPerson(app, person).get(`/api/gaps/${id}`)).json()

test('a teacher sees the lessons at stake, those of the day included that cannot be helped any more', async () => {
  now = new Date(`${MONDAY}T11:00:00+08:00`)
  const query = `teacherId=${HANDS.absent}&fromDay=${MONDAY}&untilDay=${MONDAY}`
  const { lessons } = (await hand('absent').get(`/api/schools/${s1}/absences/lessons?${query}`)).json()
  expect(lessons).toMatchObject([
    { period: 3, className: '七（1）班', blocked: '已经上过' },
    { period: 5, className: '七（2）班', blocked: null },
  ])
  expect((await hand('own').get(`/api/schools/${s1}/absences/lessons?${query}`)).statusCode).toBe(403)
})

test('the list says who can come in which order, and why not the others', async () => {
  const { gap } = await report(1)
  const { ranked, out } = await gapOf(gap.id, 'office')
  expect(ranked.map(({ name }: { name: string }) => name)).toEqual([
    teacherName(s1, 2), teacherName(s2, 1), teacherName(s2, 3),
  ]) // prettier-ignore
  expect(ranked[0].why).toBe('本校，本周 1 节，本学期代课 0 次')
  expect(ranked[1].why).toBe('春申小学，路上约 30 分钟，本周 1 节，本学期代课 0 次')
  const why = (name: string) => out.find((one: { name: string }) => one.name === name)?.why
  expect(why(teacherName(s1, 3))).toBe('这时有课：第3节数学（七（2）班）')
  expect(why(teacherName(s2, 2))).toBe('后面有第4节数学（六（2）班），路上要 30 分钟，只有 10 分钟')
  expect(why(teacherName(s3, 1))).toBe('春申幼儿园还没有课表，不知道是否有空')
})

test('one after the other is asked; a no passes it on at once, silence when the time is over', async () => {
  const { reply, gap } = await report(2, [5])
  expect(reply).toEqual({ lessons: 1, asked: 1, nobody: 0 })
  expect(await asksOf('own')).toMatchObject([
    { schoolName: '春申中学', period: 5, className: '七（2）班', state: 'open' },
  ])
  expect(await asksOf('free')).toEqual([])
  expect(await answer('own', false)).toMatchObject({ state: 'no' })
  expect(await asksOf('near')).toHaveLength(1)
  expect(await asksOf('free')).toEqual([])
  now = new Date(now.getTime() + 16 * 60_000)
  await app.jobs.settled()
  expect((await gapOf(gap.id)).asks.map(({ state }: { state: string }) => state)).toEqual(['no', 'late', 'asked'])
  expect(await answer('near', true)).toEqual({ state: 'yes', words: '说好了，这节课由你代，谢谢。' })
  const taken = await gapOf(gap.id)
  expect(taken).toMatchObject({ state: 'taken', takenName: teacherName(s2, 1), takenSchool: '春申小学' })
  const notices = (await liaison().get('/api/notices')).json().notices
  expect(notices[0]).toMatchObject({ title: expect.stringContaining('有人代课了') })
})

test('whoever says yes second is told plainly', async () => {
  await asPerson(app, 'office').patch(`/api/units/${c1}/cover/rule`, { speedKmh: 15, bufferMinutes: 10, askMode: '同时', askCount: 3, waitMinutes: 15 }) // prettier-ignore
  await report(3)
  const [ask] = await asksOf('free')
  expect(await answer('own', true)).toMatchObject({ state: 'yes' })
  expect(await asksOf('free')).toEqual([])
  const late = await hand('free').post(`/api/asks/${ask.id}/answer`, { yes: true })
  expect(late.json()).toEqual({ state: 'gone', words: '这节课刚刚已由另一位老师接下，不用去了，谢谢。' })
  const told = (await hand('free').get('/api/notices')).json().notices
  expect(told[0]).toMatchObject({ title: expect.stringContaining('不用去代课了') })
  expect((await hand('near').get(`/api/asks/${ask.id}`)).statusCode).toBe(404)
})

test('a teacher who has promised one lesson is not free for another of that time', async () => {
  const { gap } = await report(4)
  await answer('own', true)
  const { out } = await gapOf((await report(4, [5])).gap.id, 'office')
  expect(out.every(({ name }: { name: string }) => name !== teacherName(s1, 2))).toBe(true)
  const refused = await liaison().post(`/api/gaps/${gap.id}/assign`, { teacherId: HANDS.free })
  expect(refused.json()).toMatchObject({ code: 'cover.settled' })
})

test('when all say no the school is told, and names somebody, or sees to it itself', async () => {
  const { gap } = await report(5)
  for (const who of ['own', 'near', 'free'] as const) await answer(who, false)
  const left = await gapOf(gap.id)
  expect(left).toMatchObject({ state: 'nobody', can: ['assign', 'own', 'again', 'withdraw'] }) // prettier-ignore
  const { groups } = (await liaison().get('/api/today')).json()
  expect(JSON.stringify(groups)).toContain('没有人代课，请安排')
  const busy = await liaison().post(`/api/gaps/${gap.id}/assign`, { teacherId: teacherId(s1, 3) })
  expect(busy.json()).toMatchObject({ code: 'cover.notFree', title: expect.stringContaining('这时有课') })
  expect((await liaison().post(`/api/gaps/${gap.id}/own`, { note: '班主任看班' })).statusCode).toBe(200)
  expect(await gapOf(gap.id)).toMatchObject({ state: 'own', note: '班主任看班' })
  expect((await liaison().post(`/api/gaps/${gap.id}/assign`, { teacherId: HANDS.free })).json().name).toMatch(/^钱/)
  expect((await hand('free').get('/api/cover/mine')).json().taken).toMatchObject([{ period: 3, state: 'yes' }])
})

test('why somebody is away is known to the school and to themself, to nobody else', async () => {
  const { gap } = await report(6)
  expect((await gapOf(gap.id)).reason).toBe('病假')
  for (const person of ['office', 'expert'] as const) expect((await gapOf(gap.id, person)).reason).toBe('缺课')
  expect((await asPerson(app, 'principal').get(`/api/gaps/${gap.id}`)).json().reason).toBe('病假')
  expect((await hand('absent').get(`/api/gaps/${gap.id}`)).json().reason).toBe('病假')
  expect((await hand('free').get(`/api/gaps/${gap.id}`)).json()).toMatchObject({ reason: '缺课', absentName: '赵**', ranked: [] }) // prettier-ignore
  const [ask] = await asksOf('free')
  expect(JSON.stringify(ask)).not.toMatch(/病|赵/)
})

test('an absence called off frees whoever was asked or had promised, and tells them', async () => {
  const { gap } = await report(7)
  await answer('free', true)
  const reply = await hand('absent').post(`/api/absences/${gap.absenceId}/withdraw`)
  expect(reply.json()).toEqual({ lessons: 1 })
  expect((await hand('free').get('/api/cover/mine')).json().taken).toEqual([])
  expect((await hand('free').get('/api/notices')).json().notices[0].text).toContain('原来的老师自己上')
  expect((await liaison().post(`/api/absences/${gap.absenceId}/withdraw`)).json()).toMatchObject({ code: 'cover.nothingToWithdraw' }) // prettier-ignore
})

test('what was given is confirmed with one press, or by itself the day after; it counts for both schools', async () => {
  const { gap } = await report(0)
  await answer('near', true)
  const counted = async () => (await asPerson(app, 'office').get(`/api/units/${c1}/cover/given?year=2023`)).json()
  const before = await counted()
  expect((await liaison().post(`/api/gaps/${gap.id}/confirm`)).statusCode).toBe(200)
  const after = await counted()
  expect(after.total).toBe(before.total + 1)
  const of = (list: { schools: { schoolId: number }[] }, id: number) => list.schools.find((one) => one.schoolId === id)
  expect(of(after, s2)).toMatchObject({ given: 1, taken: 0 })
  expect(of(after, s1)).toMatchObject({ given: 0, taken: 1 })
  await liaison().post(`/api/gaps/${gap.id}/contest`, { why: '教师没有到校' })
  expect(await counted()).toMatchObject({ contested: 1, schools: [] })
  await liaison().post(`/api/given/${after.lines[0].id}/confirm`)
  const figure = await asPerson(app, 'office').get(`/api/units/${c1}/figures/shared_lessons/rows?year=2023`)
  expect(figure.json().rows).toMatchObject([{ subject: teacherName(s2, 1), counted: true }])
  const { flows } = (await asPerson(app, 'office').get(`/api/units/${c1}/formation?year=2023`)).json()
  expect(flows.find(({ name }: { name: string }) => name === 'cover.lessons').links).toEqual([{ from: s2, to: s1, weight: 1 }]) // prettier-ignore

  now = weeksOn(4)
  await systemOf(app.parts).inContext(settleAll)
  const settled = await counted()
  expect(settled.lines.filter(({ kind }: { kind: string }) => kind === '代课').length).toBeGreaterThan(after.total)
})
