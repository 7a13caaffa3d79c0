import { afterAll, beforeAll, expect, test } from 'vitest'
import { momentOf } from '#shared/day.ts'
import type { Database } from '#platform/database/database.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { bringFile } from '../../../test/bring.ts'
import { asPerson, asking, testApp } from '../../../test/http.ts'
import { cast, PLACES, teacherName, YEAR } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import type { App } from '../../main/app.ts'
import { measures } from './measures.sql.ts'

const { c1, c3, s1, s2, s3, districtA } = PLACES
const at = (time: string, day = '2023-10-18') => momentOf(day, time)

let database: Database
let app: App
let now = at('08:00')
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  app = await testApp(database, { now: () => now })
  now = at('08:00', '2023-09-20')
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const hand = (who: Hand) => asking(app, handCookie(who))
type Told = Record<string, unknown> & { status: number }
const json = async (reply: Promise<{ statusCode: number; body: string }>): Promise<Told> => {
  const { statusCode, body } = await reply
  return { ...(JSON.parse(body) as Record<string, unknown>), status: statusCode }
}
const union = { name: '小学语文联合体', stages: ['小学'], field: '语文', schoolIds: [s1, s2], since: '2023-09-01' }
const event = { form: '合作教研', theme: '识字教学研讨', day: '2023-10-18', from: '14:00', until: '16:00', hostId: s1, place: '三楼会议室' } // prettier-ignore

let unionId = ''
let eventId = ''
const read = () => json(office().get(`/api/research-activities/${eventId}`))
const counted = () =>
  database.transact('owner', (db) =>
    verdicts(db, measureNamed(measures, 'teaching-research.joint-research'), {
      districtIds: [districtA],
      schoolIds: [s1, s2, s3],
      schoolYears: [YEAR],
    }),
  )

test('the office sets up a union; its convenor is found by name among the teachers of its schools', async () => {
  const unions = `/api/units/${c1}/unions`
  const wrong = await json(office().post(unions, { ...union, convenor: '没有这个人' }))
  expect(wrong).toMatchObject({ status: 422, code: 'teaching-research.noSuchTeacher' })
  const outside = await json(office().post(unions, { ...union, schoolIds: [s1, PLACES.s5] }))
  expect(outside).toMatchObject({ code: 'teaching-research.notMember' })
  const added = await json(office().post(unions, { ...union, convenor: teacherName(s1, 1) }))
  expect(added.status).toBe(200)
  unionId = added['id'] as string
  expect(await json(office().post(unions, union))).toMatchObject({ status: 409, code: 'teaching-research.nameTaken' })
  const list = await json(office().get(`${unions}?year=${YEAR}`))
  expect(list).toMatchObject({
    unions: [{ name: '小学语文联合体', convenor: { name: teacherName(s1, 1), masked: false }, planned: 0, held: 0 }],
    can: ['keep'],
  })
  expect(await json(asPerson(app, 'teacher').get(`${unions}?year=${YEAR}`))).toMatchObject({ unions: [{ convenor: { masked: true } }], can: [] }) // prettier-ignore
})

test('the convenor plans, the office confirms, and a line becomes an activity once', async () => {
  const line = { year: YEAR, month: 10, form: '合作教研', theme: '识字教学研讨', hostId: s1 }
  const lines = `/api/unions/${unionId}/plan-lines`
  expect((await json(hand('near').post(lines, line))).status).toBe(403)
  expect(await json(hand('absent').post(lines, { ...line, hostId: s3 }))).toMatchObject({ code: 'teaching-research.notInUnion' }) // prettier-ignore
  const { id: lineId } = await json(hand('absent').post(lines, line))
  const spare = await json(hand('absent').post(lines, { ...line, month: 9 }))
  expect((await json(hand('absent').post(`/api/plan-lines/${spare['id'] as string}/drop`))).status).toBe(200)

  const arrange = () => json(hand('absent').post(`/api/unions/${unionId}/activities`, { ...event, lineId }))
  expect(await arrange()).toMatchObject({ status: 409, code: 'teaching-research.lineNotConfirmed' })
  expect(JSON.stringify(await json(office().get('/api/today')))).toContain('确认小学语文联合体2023学年的计划（1 项）')
  const confirm = () => json(office().post(`/api/unions/${unionId}/plan-confirmation`, { year: YEAR }))
  expect(await confirm()).toMatchObject({ status: 200, confirmed: 1 })
  expect(await confirm()).toMatchObject({ code: 'teaching-research.nothingToConfirm' })
  const made = await arrange()
  expect(made.status, JSON.stringify(made)).toBe(200)
  eventId = made['id'] as string
  expect(await arrange()).toMatchObject({ status: 409, code: 'teaching-research.lineArranged' })
  const page = await json(hand('absent').get(`/api/unions/${unionId}?year=${YEAR}`))
  expect(page).toMatchObject({ plan: [{ state: '已安排', eventId, can: [] }], can: ['lead'] })
  expect(await read()).toMatchObject({
    status: 200,
    invited: [{ id: s2 }],
    host: expect.any(String) as string,
    signs: 0,
  })
})

const code = async () => {
  const { path } = await json(hand('absent').get(`/api/research-activities/${eventId}/code`))
  return { way: '二维码', code: new URL(path as string, 'http://site').searchParams.get('c') }
}
const signs = () => `/api/research-activities/${eventId}/sign-ins`

test('teachers of two schools sign in, each once, at the time', async () => {
  now = at('12:30')
  expect(await json(hand('near').post(signs(), await code()))).toMatchObject({ code: 'teaching-research.signTooEarly' })
  now = at('13:50')
  expect(await json(hand('near').get('/api/research-activities'))).toMatchObject({ events: [{ id: eventId, signedIn: false, can: ['sign'] }] }) // prettier-ignore
  const shown = await code()
  expect(await json(hand('near').post(signs(), { way: '二维码', code: 'abc.00000000000000' }))).toMatchObject({ code: 'teaching-research.badCode' }) // prettier-ignore
  expect(await json(hand('near').post(signs(), shown))).toMatchObject({ status: 200, state: 'now' })
  expect(await json(hand('near').post(signs(), shown))).toMatchObject({ status: 200, state: 'before' })
  const { digits } = await json(hand('absent').get(`/api/research-activities/${eventId}/code`))
  expect(await json(asPerson(app, 'teacher').post(signs(), { way: '备用码', digits }))).toMatchObject({ state: 'now' })
  expect((await json(asPerson(app, 'outsider').post(signs(), shown))).status).toBe(404)
  now = at('15:00')
  expect(await json(hand('own').post(signs(), shown))).toMatchObject({ code: 'teaching-research.badCode' })
  expect(await read()).toMatchObject({ signs: 2, schools: 2, status: 200, leftOut: null })
})

test('a liaison records those of the own school alone; the convenor those of all', async () => {
  const record = (who: ReturnType<typeof asPerson>, schoolId: number, teachers: string) =>
    json(who.post(`/api/research-activities/${eventId}/recorded-sign-ins`, { schoolId, teachers }))
  expect(await record(asPerson(app, 'liaison'), s2, teacherName(s2, 2))).toMatchObject({ code: 'teaching-research.notYourSchool' }) // prettier-ignore
  expect(await record(asPerson(app, 'liaison'), s1, `${teacherName(s1, 2)}、${teacherName(s1, 3)}`)).toMatchObject({ recorded: 2, before: 0 }) // prettier-ignore
  expect(await record(hand('absent'), s2, `0${s2}1\n${teacherName(s2, 2)}`)).toMatchObject({ recorded: 1, before: 1 })
  expect(await read()).toMatchObject({ signs: 5, schools: 2 })
  const seen = await json(hand('near').get(`/api/research-activities/${eventId}`))
  expect(JSON.stringify(seen)).not.toContain(teacherName(s1, 2))
})

test('held, it counts by itself; a row of the ledger that repeats it does not add a second', async () => {
  expect(await counted()).not.toContain('识字教学研讨')
  now = at('16:30')
  const tasks = [{ what: '整理课例', person: teacherName(s2, 2), dueOn: '2023-11-01' }]
  const minutes = { minutes: '讨论了识字教学的三种做法。', decisions: '下次由成员校各出一节课例。', tasks }
  expect((await json(hand('near').post(`/api/research-activities/${eventId}/minutes`, minutes))).status).toBe(403)
  expect((await json(hand('absent').post(`/api/research-activities/${eventId}/minutes`, minutes))).status).toBe(200)
  expect(await counted()).toContain('识字教学研讨')
  const ledger = { districtId: districtA, clusterId: c1, schoolYear: YEAR, heldOn: '2023-10-18', unionName: '小学语文 联合体', theme: '识字教学研讨', form: '合作教研' as const, schoolId: s1 } // prettier-ignore
  await database.transact('owner', (db) =>
    db
      .insertInto('teachingResearch.activity')
      .values({ ...ledger, id: '00000000-0000-7000-9299-000000000001', rowKey: 'again' })
      .execute(),
  )
  expect((await counted()).filter((line) => line.startsWith('识字教学研讨'))).toEqual([
    '识字教学研讨',
    '识字教学研讨: 已由活动记录计入',
  ])
  expect(await read()).toMatchObject({
    status: 200,
    tasks: [{ what: '整理课例', person: { name: teacherName(s2, 2) } }],
  })
})

test('without minutes and with one school it does not count, and says why; later it does', async () => {
  const fields = { ...event, theme: '单元整体备课', form: '合作教研', day: '2023-10-17' }
  const made = await json(office().post(`/api/unions/${unionId}/activities`, fields))
  const path = `/api/research-activities/${made['id'] as string}`
  expect((await json(office().post(`${path}/held`))).status).toBe(200)
  expect(await counted()).toContain('单元整体备课: 没有纪要，签到也不足两所学校')
  for (const [schoolId, teachers] of [
    [s1, teacherName(s1, 2)],
    [s2, teacherName(s2, 2)],
  ] as const)
    // prettier-ignore
    expect((await json(office().post(`${path}/recorded-sign-ins`, { schoolId, teachers }))).status).toBe(200)
  expect(await counted()).toContain('单元整体备课')
  expect((await json(office().post(`${path}/cancellation`, { why: '登记错了' }))).status).toBe(200)
  expect((await counted()).filter((line) => line.startsWith('单元整体备课'))).toEqual([])
  expect(await json(office().post(`${path}/held`))).toMatchObject({ code: 'teaching-research.cancelled' })
})

test('a material is an address, words or a file; who reads of the activity reads it, and it goes with the line', async () => {
  const path = `/api/research-activities/${eventId}`
  const add = (body: object) => json(office().post(`${path}/links`, { kind: '材料', ...body }))
  expect(await add({ words: '示例' })).toMatchObject({ status: 400 })
  expect(await add({ title: '教案' })).toMatchObject({ code: 'teaching-research.linkOrWords' })
  const uploadId = await bringFile(app, 'office', '识字教案.txt', Buffer.from('识字教案'))
  expect((await add({ uploadId })).status).toBe(200)
  const { links } = (await read()) as unknown as { links: { id: string; title: string; file: object }[] }
  const link = links.find(({ title }) => title === '识字教案.txt')!
  expect(link.file).toMatchObject({ name: '识字教案.txt' })
  expect((await asPerson(app, 'expert').get(`${path}/links/${link.id}/file`)).body).toBe('识字教案')
  expect((await asPerson(app, 'outsider').get(`${path}/links/${link.id}/file`)).statusCode).toBe(404)
  expect((await json(hand('near').post(`${path}/links/${link.id}/drop`))).status).toBe(403)
  expect((await json(office().post(`${path}/links/${link.id}/drop`))).status).toBe(200)
  expect((await office().get(`${path}/links/${link.id}/file`)).statusCode).toBe(404)
})

test('schools leave and come, and the convenor changes; what was stays on file', async () => {
  const changed = { ...union, schoolIds: [s2, s3], convenor: teacherName(s2, 1) }
  now = at('09:00', '2023-11-06')
  expect((await json(asPerson(app, 'liaison').post(`/api/unions/${unionId}`, changed))).status).toBe(403)
  expect((await json(office().post(`/api/unions/${unionId}`, changed))).status).toBe(200)
  const page = await json(office().get(`/api/unions/${unionId}?year=${YEAR}`))
  expect(page).toMatchObject({
    union: { schools: [{ id: s2 }, { id: s3 }], convenor: { name: teacherName(s2, 1) }, held: 1 },
    left: [{ from: '2023-09-01', until: '2023-11-05' }],
    convenors: [{ until: null }, { name: teacherName(s1, 1), until: '2023-11-05' }],
  })
  expect((await json(hand('absent').post(`/api/unions/${unionId}/plan-lines`, { year: YEAR, month: 3, form: '课题', theme: '课题', hostId: s2 }))).status).toBe(403) // prettier-ignore
  expect((await json(asPerson(app, 'outsider').get(`/api/unions/${unionId}?year=${YEAR}`))).status).toBe(403)
  expect((await json(asPerson(app, 'outsider').get(`/api/units/${c3}/unions?year=${YEAR}`))).status).toBe(200)
})
