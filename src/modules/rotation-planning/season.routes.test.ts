import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { insertListed } from '../../../test/walls/season.ts'
import type { App } from '../../main/app.ts'

const { districtA, c1, s1, s2 } = PLACES
const YEAR = 2023
const url = `/api/units/${c1}/rotation-season`
let now = new Date('2024-05-01T02:00:00Z')
let database: Database
let app: App
let seasonId: string
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', async (db) => {
    await insertListed(db, districtA, s1, YEAR)
    await insertListed(db, districtA, s2, YEAR)
    const own = { teacherDistrictId: districtA, teacherId: teacherId(s1, 1) }
    await db.updateTable('identity.account').set(own).where('id', '=', accountId('teacher')).execute()
  })
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const days = { wishesDue: '2024-05-20', needsDue: '2024-05-31' }
beforeEach(async () => {
  now = new Date('2024-05-01T02:00:00Z')
  const opened = await asPerson(app, 'office').post(url, { ...days, schoolYear: YEAR })
  expect(opened.json()).toMatchObject({ toldTeachers: 1, toldSchools: 1 })
  seasonId = opened.json().id
})
afterEach(() =>
  database.transact('owner', async (db) => {
    await db.deleteFrom('rotationPlanning.request').execute()
    await db.deleteFrom('rotationPlanning.schoolAnswer').execute()
    await db.deleteFrom('rotationPlanning.wish').execute()
    await db.deleteFrom('rotationPlanning.season').execute()
    await db.deleteFrom('people.exemption').execute()
    await db.deleteFrom('workbench.notice').execute()
  }),
)

const teacher = () => asPerson(app, 'teacher')
const office = () => asPerson(app, 'office')
const principal = () => asPerson(app, 'principal')
const ownPage = async () => (await teacher().get('/api/rotation-wishes')).json().pages[0]
const state = (body: object) => teacher().post(`/api/rotation-wishes/${seasonId}`, body)

test('there is one season a year, and none without a frozen list', async () => {
  expect((await office().post(url, { ...days, schoolYear: YEAR })).json().code).toBe('rotationPlanning.seasonOpened')
  expect((await office().post(url, { ...days, schoolYear: 2019 })).json().code).toBe('rotationPlanning.nobodyEligible')
  const { season, progress } = (await office().get(url)).json()
  expect(season).toMatchObject({ schoolYear: YEAR, state: 'collecting', clusterName: '春申学区' })
  expect(progress).toMatchObject({ eligible: 4, answered: 0, reachable: 1, unfrozen: expect.any(Array) })
})

test('a teacher states wishes and changes them until the day; then they stand, and the office may still put one down', async () => {
  const waits = async () => (await teacher().get('/api/today')).json().groups.length
  expect(await waits()).toBe(1)
  expect(await ownPage()).toMatchObject({ wish: null, fixed: null, teacher: { name: teacherName(s1, 1) } })
  await state({ attitude: 'willing', ranked: [s2] })
  await state({ attitude: 'neutral', ranked: [s2], note: '离家近' })
  expect((await ownPage()).wish).toMatchObject({ attitude: 'neutral', note: '离家近', onBehalf: false })
  expect(await waits()).toBe(0)
  now = new Date('2024-05-21T02:00:00Z')
  expect((await ownPage()).fixed).toContain('2024年5月20日截止')
  expect((await state({ attitude: 'refuses', why: '家事', ranked: [] })).json().code).toBe(
    'rotationPlanning.wishesOver',
  )
  const forTeacher = `/api/rotation-seasons/${seasonId}/teachers/${teacherId(s1, 2)}/wish`
  expect((await principal().post(forTeacher, { attitude: 'willing', ranked: [] })).statusCode).toBe(409)
  expect((await office().post(forTeacher, { attitude: 'willing', ranked: [] })).statusCode).toBe(200)
  const own = `/api/rotation-seasons/${seasonId}/teachers/${teacherId(s1, 1)}/wish`
  expect((await office().post(own, { attitude: 'willing', ranked: [] })).json().code).toBe(
    'rotationPlanning.statedByTeacher',
  )
  const { teachers } = (await office().get(`/api/rotation-seasons/${seasonId}/teachers`)).json()
  expect(teachers[1]).toMatchObject({ name: teacherName(s1, 2), attitude: 'willing', onBehalfBy: '陈办一' })
})

test('wishes that cannot stand are refused under their field', async () => {
  expect((await state({ attitude: 'refuses' })).json().facts.issues).toMatchObject([{ path: 'why' }])
  expect((await state({ attitude: 'willing', ranked: [s1] })).json().facts.issues).toMatchObject([{ path: 'ranked' }])
})

test('a principal reads the wishes of the own school alone, and a teacher nobody else’s', async () => {
  const list = `/api/rotation-seasons/${seasonId}/teachers`
  expect((await principal().get(list)).statusCode).toBe(403)
  expect((await principal().get(`${list}?schoolId=${s2}`)).statusCode).toBe(403)
  expect((await principal().get(`${list}?schoolId=${s1}`)).json().teachers).toHaveLength(2)
  expect((await teacher().get(`${list}?schoolId=${s1}`)).statusCode).toBe(403)
})

const ask = async () =>
  (
    await teacher().post(`/api/rotation-wishes/${seasonId}/requests`, {
      kind: '患病',
      fromDay: '2023-06-01',
      untilDay: '2024-05-31',
      note: '住院',
    })
  ).json()

test('a reason that exempts, confirmed by the principal, becomes an exemption with its proof', async () => {
  const { id } = await ask()
  const proof = `/api/rotation-requests/${id}/proof`
  expect((await teacher().upload(proof, { name: '证明.pdf', content: Buffer.from('%PDF-1.7') })).json()).toEqual({
    proofName: '证明.pdf',
  })
  expect((await principal().get('/api/today')).body).toContain('1 份免予交流的申请等待答复')
  for (const person of ['liaison', 'district', 'city', 'expert'] as const)
    expect((await asPerson(app, person).get(proof)).statusCode).toBe(403)
  expect((await principal().get(proof)).body).toBe('%PDF-1.7')
  const answer = `/api/rotation-requests/${id}/answer`
  expect((await principal().post(answer, { confirmed: true })).statusCode).toBe(200)
  expect((await principal().post(answer, { confirmed: true })).json().code).toBe('rotationPlanning.answered')
  const { exemptions } = (await principal().get(`/api/teachers/${teacherId(s1, 1)}/exemptions`)).json()
  expect(exemptions).toMatchObject([{ kind: '患病', proofName: '证明.pdf', years: [YEAR] }])
  expect((await ownPage()).requests).toMatchObject([{ answer: 'confirmed', answeredBy: '陈校长' }])
})

test('declined, the teacher reads why; withdrawn, it asks no more', async () => {
  const { id } = await ask()
  const answer = `/api/rotation-requests/${id}/answer`
  expect((await office().post(answer, { confirmed: false })).statusCode).toBe(400)
  await office().post(answer, { confirmed: false, words: '材料不全' })
  expect((await ownPage()).requests).toMatchObject([{ answer: 'declined', answerWords: '材料不全' }])
  const again = await ask()
  expect((await teacher().del(`/api/rotation-requests/${again.id}`)).statusCode).toBe(200)
  expect((await office().get(`/api/rotation-seasons/${seasonId}/requests`)).json().requests).toHaveLength(1)
})

test('what cannot be an exemption is refused when it is asked for', async () => {
  const asked = { kind: '患病', fromDay: '2023-06-01', untilDay: '2033-05-31' }
  const reply = await teacher().post(`/api/rotation-wishes/${seasonId}/requests`, asked)
  expect(reply.json().facts.issues).toMatchObject([{ path: 'untilDay' }])
})

test('closed, nothing is taken; opened again with a reason, it is told', async () => {
  await office().post(`/api/rotation-seasons/${seasonId}/close`)
  expect((await state({ attitude: 'willing', ranked: [] })).json().code).toBe('rotationPlanning.seasonClosed')
  const reopen = (reason: string) =>
    office().post(`/api/rotation-seasons/${seasonId}/reopen`, { ...days, wishesDue: '2024-05-25', reason })
  expect((await reopen('')).statusCode).toBe(400)
  expect((await reopen('有教师出差没有填')).statusCode).toBe(200)
  expect((await state({ attitude: 'willing', ranked: [] })).statusCode).toBe(200)
  expect((await office().get(url)).json().season).toMatchObject({ reopenReason: '有教师出差没有填' })
})

test('three days before the end, who has not answered is reminded', async () => {
  now = new Date('2024-05-17T01:00:01Z')
  await app.jobs.settled()
  expect((await teacher().get('/api/notices')).body).toContain('即将截止')
  now = new Date('2024-05-28T01:00:01Z')
  await app.jobs.settled()
  expect((await principal().get('/api/notices')).body).toContain('请报送2023学年轮岗需求，2024年5月31日截止')
})
