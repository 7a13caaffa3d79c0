import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { VENUES } from '../../../test/booking-world.ts'
import { PLACES } from '../../../test/cast.ts'
import { deliveryDesk, emptyDelivery, five } from '../../../test/delivery-desk.ts'
import { BEFORE, deliveryDatabase, fields, LECTURERS, slot } from '../../../test/delivery-world.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { deliveryCalendar } from './delivery.calendar.ts'
import { listCalendarTimes } from './delivery-calendar.sql.ts'

const { c1, districtA, s1, s2, s3, s4 } = PLACES
let now = BEFORE
let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  app = await testApp(database, { now: () => now })
})
beforeEach(async () => {
  now = BEFORE
  await emptyDelivery(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const { giver, office, two, three, write, at, publish, published, read, enrol } = deliveryDesk(() => app)

test('a school writes a course for others, changes it, and publishes it with its times', async () => {
  const { id } = await write()
  expect((await two().get(at(id))).statusCode).toBe(403)
  expect((await giver().patch(at(id), fields({ course: '剪窗花', slots: [slot({ skip: ['2026-09-23'] })] }))).statusCode).toBe(200) // prettier-ignore
  // The first of October is a holiday, and so is the seventh.
  expect(await publish(id)).toMatchObject({ status: 200, sessions: 3, waiting: 0 })
  const seen = await read(id, two())
  expect(seen).toMatchObject({
    course: '剪窗花',
    state: '已发布',
    when: '每周三 15:30–16:10，共 3 次',
    mine: null,
    can: ['enrol'],
  })
  expect(seen.sessions.map(({ day }: { day: string }) => day)).toEqual(['2026-09-16', '2026-09-30', '2026-10-14'])
  expect(seen.lecturers[0].name).toMatch(/\*$/)
  expect((await giver().patch(at(id), fields())).json()).toMatchObject({ code: 'delivery.notDraft' })
  const { notices } = (await two().get('/api/notices')).json()
  expect(notices[0].title).toContain('《剪窗花》开放报名')
})

test('what is written wrong is said, and nothing is kept', async () => {
  expect(await write({ slots: [slot({ untilTime: '15:00' })] })).toMatchObject({ status: 400 })
  expect(await write({ slots: [slot({ schoolId: s1 })] })).toMatchObject({ code: 'delivery.ownSchool' })
  expect(await write({ slots: [slot({ schoolId: s4 })] })).toMatchObject({ code: 'delivery.notMember' })
  expect(await write({ schoolId: s2 })).toMatchObject({ status: 422 })
  expect(await write({ teacherIds: ['00000000-0000-7000-8000-00000000dead'] })).toMatchObject({ code: 'delivery.noTeacher' }) // prettier-ignore
  expect(await write({ slots: [slot({ venueId: VENUES.gym })] })).toMatchObject({ code: 'delivery.noVenue' })
  expect(await write({ entryId: '00000000-0000-7000-8000-00000000dead' })).toMatchObject({ code: 'delivery.noEntry' })
  expect((await giver().get(`/api/units/${c1}/offerings?year=2026`)).json().offerings).toEqual([])
})

test('a draft is dropped; what is published is not', async () => {
  const { id } = await write()
  expect((await two().del(at(id))).statusCode).toBe(403)
  expect((await giver().del(at(id))).statusCode).toBe(200)
  expect((await giver().get(at(id))).statusCode).toBe(404)
  expect((await giver().del(at(await published()))).statusCode).toBe(409)
})

test('a teacher is in one place at a time, and the way to the next counts', async () => {
  await published()
  const same = await write({ course: '书法', slots: [slot({ schoolId: s3, fromTime: '16:00', untilTime: '16:40' })] })
  const refused = await publish(same.id)
  expect(refused).toMatchObject({ status: 409, code: 'delivery.teacherBusy' })
  expect(refused.title).toContain('是同一时间，一位教师不能在两处上课')
  const next = slot({ schoolId: s3, fromTime: '16:20', untilTime: '17:00' })
  const after = await write({ course: '书法', slots: [next] })
  const far = await publish(after.id)
  expect(far.title).toContain('在春申小学《剪纸》')
  expect(far.title).toContain('路上要 30 分钟，中间只有 10 分钟，少 20 分钟。')
  expect((await read(after.id)).state).toBe('草稿')

  // The office knows the way: it is short.
  expect((await giver().post(`/api/units/${c1}/travel`, { schoolId: s2, toSchoolId: s3, minutes: 5 })).statusCode).toBe(403) // prettier-ignore
  expect((await office().post(`/api/units/${c1}/travel`, { schoolId: s3, toSchoolId: s2, minutes: 5 })).statusCode).toBe(200) // prettier-ignore
  expect((await giver().get(`/api/units/${c1}/travel`)).json()).toMatchObject({ lines: [{ minutes: 5 }], can: [] })
  expect(await publish(after.id)).toMatchObject({ status: 200 })
  await office().post(`/api/units/${c1}/travel`, { schoolId: s2, toSchoolId: s3, minutes: null })
  expect((await office().get(`/api/units/${c1}/travel`)).json().lines).toEqual([])

  // Another teacher has the time.
  const other = await write({ course: '书法二', slots: [next], teacherIds: [LECTURERS.second] })
  expect(await publish(other.id)).toMatchObject({ status: 200 })
})

test('a lesson of the teacher’s own timetable is in the way too', async () => {
  await database.transact('owner', (db) =>
    sql`update cover.timetable set from_day = '2026-09-01', until_day = '2027-01-20'`.execute(db),
  )
  const monday = { fromDay: '2026-09-14', untilDay: '2026-09-14', fromTime: '09:55', untilTime: '10:30' }
  const refused = await publish((await write({ slots: [slot(monday)], enrolUntil: '2026-09-10' })).id)
  expect(refused).toMatchObject({ code: 'delivery.teacherBusy' })
  expect(refused.title).toContain('第3节数学')
  await database.transact('owner', (db) => sql`update cover.timetable set until_day = '2026-09-02'`.execute(db))
})

test('a room of the register is booked with the course, refused like any other, and given up with it', async () => {
  const gym = { schoolId: s1, venueId: VENUES.gym, room: '', fromTime: '14:00', untilTime: '15:00' }
  const away = { mode: '学生走校', slots: [slot(gym)] }
  const id = await published(away)
  const { sessions } = await read(id)
  expect(sessions[0]).toMatchObject({ room: '体育馆', booking: '已定' })
  const second = await write({ ...away, course: '篮球', teacherIds: [LECTURERS.second] })
  const taken = await publish(second.id)
  expect(taken).toMatchObject({ status: 409, code: 'bookings.taken' })
  expect(taken.title).toContain('体育馆')
  expect((await read(second.id)).sessions).toEqual([])

  expect((await giver().post(at(id, '/withdraw'), { why: '教师生病' })).statusCode).toBe(200)
  expect((await read(id)).sessions.map(({ booking }: { booking: string }) => booking)).toContain('已取消')
  expect(await publish(second.id)).toMatchObject({ status: 200 })
  expect(await publish((await write()).id)).toMatchObject({ status: 200 })
})

test('where another school’s room wants to be asked, it is asked', async () => {
  await database.transact('owner', (db) =>
    sql`update venues.venue set needs_approval = true where id = ${VENUES.gym}`.execute(db),
  )
  const there = slot({ schoolId: s1, venueId: VENUES.gym, fromTime: '14:00', untilTime: '15:00' })
  const teacher = await three().get(`/api/units/${c1}/offering-choices`)
  const { teachers } = teacher.json()
  const { id } = await write({ schoolId: s3, teacherIds: [teachers[0].teacherId], slots: [there] }, three())
  expect(await publish(id, three())).toMatchObject({ status: 200, waiting: 4 })
  expect((await read(id, three())).sessions[0].booking).toBe('待审')
  await database.transact('owner', (db) =>
    sql`update venues.venue set needs_approval = false where id = ${VENUES.gym}`.execute(db),
  )
})

test('classes are enrolled up to the places, for one’s own school, until the last day', async () => {
  const id = await published({ mode: '信息化同步教学', slots: [slot({ schoolId: s1 })], places: 60 })
  expect(await enrol(id, [five(40)], two(), { room: '录播教室' })).toMatchObject({ status: 200, people: 40 })
  expect(await enrol(id, [five(21)], three())).toMatchObject({ status: 409, title: expect.stringContaining('还可以报 20 人，填了 21 人') }) // prettier-ignore
  expect(await enrol(id, [five(20)], three())).toMatchObject({ status: 200 })
  expect(await enrol(id, [five(20)], three(), { schoolId: s2 })).toMatchObject({ code: 'delivery.notYourSchool' })
  expect((await giver().post(at(id, '/classes'), { classes: [five(1)] })).json()).toMatchObject({ code: 'delivery.givesIt' }) // prettier-ignore
  expect((await asPerson(app, 'teacher').post(at(id, '/classes'), { classes: [] })).statusCode).toBe(403)
  const seen = await read(id)
  expect(seen).toMatchObject({ taken: 60, enrolled: [{ schoolId: s2, room: '录播教室' }, { schoolId: s3 }] })
  now = new Date('2026-09-16T08:00:00+08:00')
  expect(await enrol(id, [five(40), five(1, '（2）班')])).toMatchObject({ code: 'delivery.closed' })
  expect(await enrol(id, [five(38)])).toMatchObject({ status: 200 })
})

test('two schools that want the last places at once do not both have them', async () => {
  const id = await published({ mode: '学生走校', slots: [slot({ schoolId: s1 })], places: 40 })
  const both = await Promise.all([enrol(id, [five(30)]), enrol(id, [five(30)], three())])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await read(id)).taken).toBe(30)
})

test('what was held is said with who was there, what fell out with why', async () => {
  const id = await published()
  await enrol(id, [five(40)])
  const [first, second] = (await read(id)).sessions
  const say = async (session: { id: string }, what: string, body: object = {}) =>
    (await giver().post(at(id, `/sessions/${session.id}/${what}`), body)).json()
  expect(await say(first, 'held')).toMatchObject({ code: 'delivery.notYetBegun' })
  now = new Date('2026-09-16T16:30:00+08:00')
  expect(await say(first, 'held')).toEqual({ people: 40 })
  expect(await say(first, 'held', { present: [{ schoolId: s2, people: 37 }] })).toEqual({ people: 37 })
  expect(await say(first, 'held', { present: [{ schoolId: s3, people: 3 }] })).toMatchObject({ code: 'delivery.notThere' }) // prettier-ignore
  expect(await say(second, 'fell-out', { why: '秋季运动会' })).toEqual({})
  const { sessions } = await read(id)
  expect(sessions[0]).toMatchObject({ state: '已上', present: [{ schoolId: s2, people: 37 }] })
  expect(sessions[1]).toMatchObject({ state: '未上', why: '秋季运动会' })
  // Its teacher is free then.
  const instead = slot({ fromDay: '2026-09-23', untilDay: '2026-09-23', schoolId: s3 })
  expect(await publish((await write({ course: '书法', slots: [instead] })).id)).toMatchObject({ status: 200 })
})

test('the lists, the choices and the day’s page say what there is to do', async () => {
  const id = await published()
  const list = async (who: ReturnType<typeof giver>) => (await who.get(`/api/units/${c1}/offerings?year=2026`)).json()
  expect(await list(giver())).toMatchObject({
    can: ['write'],
    offerings: [{ id, mine: 'gives', taken: 0, places: 80 }],
  })
  expect((await list(asPerson(app, 'teacher'))).can).toEqual([])
  const choices = (await giver().get(`/api/units/${c1}/offering-choices`)).json()
  expect(choices).toMatchObject({ schoolId: s1, schools: [{ id: s1 }] })
  expect(choices.teachers.map(({ teacherId }: { teacherId: string }) => teacherId)).toContain(LECTURERS.first)
  const todos = async (who: ReturnType<typeof giver>): Promise<string[]> => {
    const { groups } = (await who.get('/api/today')).json()
    return groups.flatMap(({ todos }: { todos: { title: string }[] }) => todos.map(({ title }) => title))
  }
  expect(await todos(two())).toContain('《剪纸》可以报名，还有 80 个名额')
  await enrol(id, [five(40)])
  expect(await todos(two())).not.toContain('《剪纸》可以报名，还有 80 个名额')
  expect((await list(two())).offerings[0].mine).toBe('receives')
  now = new Date('2026-09-20T08:00:00+08:00')
  expect(await todos(giver())).toContain('登记《剪纸》已上过的 1 次课')
})

test('a calendar has the times of a teacher, of a school that gives and of one that receives, and of the cluster', async () => {
  await published()
  const since = new Date('2026-09-16T00:00:00+08:00')
  const of = (about: string, subjectId: number) =>
    systemOf(app.parts).inContext((ctx) => deliveryCalendar.list(ctx, { about, subjectId: String(subjectId) }, since))
  const given = await of('school', s2)
  expect(given[0]).toMatchObject({ title: '共享授课：剪纸', place: '春申小学，美术教室' })
  expect(given[0]!.when).toMatchObject({ from: new Date('2026-09-16T15:30:00+08:00') })
  expect(await of('school', s1)).toEqual(given)
  expect(await of('cluster', c1)).toEqual(given)
  expect(await of('school', s3)).toEqual([])
  const taught = (teacherId: string) =>
    database.transact('owner', (db) => listCalendarTimes(db, [districtA], { districtId: districtA, teacherId }, since))
  expect(await taught(LECTURERS.first)).toHaveLength(given.length)
  expect(await taught(LECTURERS.second)).toEqual([])
})
