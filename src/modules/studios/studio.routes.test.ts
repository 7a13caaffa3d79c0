import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { measures as ledgerMeasures } from '#modules/teaching-research/measures.sql.ts'
import { bringFile } from '../../../test/bring.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { cast, PLACES, teacherId, teacherName, YEAR } from '../../../test/cast.ts'
import { handAccount, handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { settleStudio } from './counted.actions.ts'
import { measures } from './measures.sql.ts'
import { studios } from './module.ts'
import { studiosOfTeachers } from './studio-facts.sql.ts'

const { c1, c3, s1, s2, s3, districtA, districtB } = PLACES
let now = new Date('2024-03-10T09:00:00+08:00')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await database.transact('owner', (db) =>
    db
      .insertInto('identity.grant')
      .values({
        id: '00000000-0000-7000-b200-000000000001',
        accountId: handAccount('near'),
        role: 'expert',
        unitId: c1,
        fromDay: '2020-09-01',
      }) // prettier-ignore
      .execute(),
  )
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
const counted = (name: string, schoolYears: number[] = [YEAR]) => {
  const scope = { districtIds: [districtA], schoolIds: [s1, s2, s3], schoolYears }
  return database.transact('owner', (db) => verdicts(db, measureNamed([...ledgerMeasures, ...measures], name), scope))
}
const ledger = (row: { id: string; name: string; kind: '学区工作室' | '区名师工作室' }) =>
  database.transact('owner', (db) =>
    db
      .insertInto('teachingResearch.studio')
      .values({ ...row, districtId: districtA, clusterId: c1, schoolYear: YEAR, schoolId: s1 })
      .execute(),
  )

const list = `/api/units/${c1}/studios`
const call = { line: '名师工作室', title: '2023学年名师工作室遴选', places: 1, from: '2024-03-01', until: '2024-03-31' }
const plan = '每学年带教六位青年教师，面向学区上两节示范课。'
const own = () => ({ name: '示例语文名师工作室', field: '语文', host: teacherName(s1, 1), schoolId: s1, plan })
let callUrl = ''
let studio = ''

test('the office calls, schools are told, and nobody else calls', async () => {
  expect((await json(asPerson(app, 'principal').post(`/api/units/${c1}/studio-calls`, call))).status).toBe(403)
  expect(await json(office().post(`/api/units/${c1}/studio-calls`, { ...call, until: '2024-02-01' }))).toMatchObject({ status: 400 }) // prettier-ignore
  const { id } = await json(office().post(`/api/units/${c1}/studio-calls`, call))
  callUrl = `/api/studio-calls/${id as string}`
  expect(JSON.stringify(await json(asPerson(app, 'liaison').get('/api/notices')))).toContain('2023学年名师工作室遴选')
})

test('a school applies for its teacher, a teacher for themselves, within the time', async () => {
  const apply = (who: Asking, fields: object) => json(who.post(`${callUrl}/applications`, { ...own(), ...fields }))
  expect(await apply(hand('own'), {})).toMatchObject({ status: 422, code: 'studios.notYourSchool' })
  expect(await apply(asPerson(app, 'principal'), { schoolId: s2 })).toMatchObject({ code: 'studios.notYourSchool' })
  expect(await apply(hand('absent'), {})).toMatchObject({ status: 200 })
  expect(await apply(asPerson(app, 'liaison'), {})).toMatchObject({ status: 409, code: 'studios.appliedAlready' })
  expect(await apply(hand('free'), { host: teacherName(s2, 3), schoolId: s2, name: '另一个工作室' })).toMatchObject({ status: 200 }) // prettier-ignore
  now = new Date('2024-04-01T09:00:00+08:00')
  expect(await apply(hand('own'), { host: teacherName(s1, 2) })).toMatchObject({ code: 'studios.notOpen' })
})

test('who applied is read by the office, the host and the heads of the school alone', async () => {
  const names = async (who: Asking) => {
    const { applications } = await json(who.get(callUrl))
    return (applications as { name: string }[]).map(({ name }) => name)
  }
  expect(await names(office())).toEqual([own().name, '另一个工作室'])
  for (const who of [asPerson(app, 'principal'), hand('absent')]) expect(await names(who)).toEqual([own().name])
  for (const who of [asPerson(app, 'teacher'), asPerson(app, 'expert'), hand('own'), asPerson(app, 'district')])
    expect(await names(who)).toEqual([])
  expect(JSON.stringify(await json(office().get('/api/today')))).toContain('评选工作室申报')
})

test('a chosen one becomes a studio, no more than there are places, and counts in its year', async () => {
  await ledger({ id: '00000000-0000-7000-9a00-000000000001', name: '示例 语文名师工作室', kind: '区名师工作室' })
  const { applications } = await json(office().get(callUrl))
  const [first, second] = (applications as { id: string }[]).map(({ id }) => `/api/studio-applications/${id}`)
  const chosen = { result: '入选', why: '带教成效好', from: '2024-04-01', until: '2026-08-31' }
  expect((await json(asPerson(app, 'principal').post(`${first}/decision`, chosen))).status).toBe(403)
  const { studioId } = await json(office().post(`${first}/decision`, chosen))
  studio = `/api/studios/${studioId as string}`
  expect(await json(office().post(`${second}/decision`, chosen))).toMatchObject({ code: 'studios.placesGone' })
  expect(await json(hand('free').post(`${second}/withdrawal`))).toMatchObject({ status: 200 })
  expect(await json(hand('absent').post(`${first}/withdrawal`))).toMatchObject({ code: 'studios.decidedAlready' })
  expect(JSON.stringify(await json(hand('absent').get('/api/notices')))).toContain('入选了')
  const lines = await counted('teaching-research.studios')
  expect(lines).toContain('示例语文名师工作室 学区工作室')
  expect(lines).toContain('示例 语文名师工作室: 平台上已登记这个工作室')
})

test('members come of several schools, and stay on file when they leave', async () => {
  const members = (body: object, who = hand('absent')) => json(who.post(`${studio}/members`, body))
  const from = '2024-04-01'
  expect((await members({ teachers: teacherName(s2, 1), from }, hand('own'))).status).toBe(403)
  expect(await members({ teachers: teacherName(s1, 1), from })).toMatchObject({ code: 'studios.isHost' })
  expect(await members({ teachers: teacherName(s2, 3), from: '2023-01-01' })).toMatchObject({ status: 400 })
  expect(await members({ teachers: `${teacherName(s2, 3)}、${teacherName(s3, 1)}`, from })).toMatchObject({ added: 2 })
  expect(await members({ teachers: teacherName(s2, 3), from })).toMatchObject({ code: 'studios.memberAlready' })
  now = new Date('2024-05-06T09:00:00+08:00')
  const { people } = (await json(hand('absent').get(`${studio}?year=${YEAR}`))) as unknown as { people: { id: string; name: string; masked: boolean }[] } // prettier-ignore
  expect(people).toMatchObject([{ name: teacherName(s2, 3), masked: false }, { name: teacherName(s3, 1) }])
  const gone = people[1]!
  expect((await json(hand('absent').post(`${studio}/members/${gone.id}/end`, { on: '2024-05-01' }))).status).toBe(200)
  expect((await json(hand('absent').post(`${studio}/members/${gone.id}/end`, { on: '2024-05-01' }))).status).toBe(404)
  expect(await json(office().get(`${studio}?year=${YEAR}`))).toMatchObject({ members: 1, people: [{ until: null }, { until: '2024-04-30' }] }) // prettier-ignore
  expect(await json(asPerson(app, 'teacher').get(`${studio}?year=${YEAR}`))).toMatchObject({ people: [{ masked: true }, { masked: true }], appraisals: null }) // prettier-ignore
})

test('a task is shown done by what is on the platform, by an address, words or a file', async () => {
  const host = hand('absent')
  for (const what of ['上一节示范课', '写一份研修简报', '开放一次活动'])
    expect((await json(host.post(`${studio}/tasks`, { year: YEAR, what, dueOn: '2024-05-20' }))).status).toBe(200)
  expect(JSON.stringify(await json(host.get('/api/today')))).toContain('完成工作室任务：上一节示范课')
  const tasks = async () => (await json(host.get(`${studio}?year=${YEAR}`))).plan as { id: string }[]
  const [one, two, three] = (await tasks()).map(({ id }) => `${studio}/tasks/${id}`)
  const on = '2024-05-05'
  expect(await json(host.post(`${one}/done`, { on }))).toMatchObject({ code: 'studios.noProof' })
  const nowhere = 'https://yz.example.cn/research-activities/00000000-0000-7000-8000-00000000dead'
  expect(await json(host.post(`${one}/done`, { on, address: nowhere }))).toMatchObject({ code: 'studios.noSuchPage' })
  expect((await json(host.post(`${one}/done`, { on, words: '四月二十日在本校上课' }))).status).toBe(200)
  expect(await json(host.post(`${one}/done`, { on, words: '再记一次' }))).toMatchObject({ code: 'studios.taskDone' })
  const uploadId = await bringFile(app, 'office', '简报.txt', Buffer.from('研修简报'))
  expect((await json(office().post(`${two}/done`, { on, uploadId }))).status).toBe(200)
  expect((await asPerson(app, 'teacher').get(`${two}/file?show=1`)).body).toBe('研修简报')
  expect((await asPerson(app, 'outsider').get(`${two}/file`)).statusCode).toBe(404)
  expect((await json(host.post(`${three}/drop`))).status).toBe(200)
  expect(await json(host.get(`${studio}?year=${YEAR}`))).toMatchObject({ tasks: 2, done: 2, late: 0, plan: [{ proof: { kind: '说明' } }, { proof: { kind: '文件', title: '简报.txt' } }] }) // prettier-ignore
})

test('whoever is free appraises a year once; the host, members and their school are kept out', async () => {
  const levels = { plan: '优', members: '优', radiation: '良', results: '中' }
  const said = { year: YEAR, levels, words: '任务都按时完成，成果可再丰富。' }
  const ask = (who: Asking, body: object = said) => json(who.post(`${studio}/appraisals`, body))
  expect((await ask(asPerson(app, 'principal'))).status).toBe(403)
  expect(await ask(asPerson(app, 'expert'), { ...said, levels: {} })).toMatchObject({ code: 'studios.levelMissing' })
  expect(await ask(asPerson(app, 'expert'), { ...said, year: 2022 })).toMatchObject({ code: 'studios.notInYear' })
  expect(await ask(asPerson(app, 'expert'))).toMatchObject({ grade: '优秀' })
  expect(await ask(asPerson(app, 'expert'))).toMatchObject({ code: 'studios.appraisedAlready' })
  await database.transact('owner', (db) =>
    db.updateTable('studios.studio').set({ schoolId: s2, schoolDistrictId: districtA }).execute(),
  )
  expect(await ask(hand('near'))).toMatchObject({ status: 409, code: 'studios.ownSchool' })
  await database.transact('owner', (db) => db.updateTable('studios.studio').set({ schoolId: s1 }).execute())
  const told = { appraisals: [{ grade: '优秀', score: 88, by: null }] }
  for (const who of [hand('absent'), hand('free'), asPerson(app, 'principal'), asPerson(app, 'expert')])
    expect(await json(who.get(`${studio}?year=${YEAR}`))).toMatchObject(told)
  expect(await json(office().get(`${studio}?year=${YEAR}`))).toMatchObject({ appraisals: [{ by: '陈专家' }] })
  for (const who of [hand('own'), asPerson(app, 'district')])
    expect(await json(who.get(`${studio}?year=${YEAR}`))).toMatchObject({ appraisals: null })
})

test('the next school year counts it by itself, its end takes it out, and a retired host needs no register', async () => {
  now = new Date('2024-09-02T09:00:00+08:00')
  expect(await counted('teaching-research.studios', [2024])).toEqual([])
  await systemOf(app.parts).inContext((ctx) => studios.hourly!(ctx))
  expect(await counted('teaching-research.studios', [2024])).toEqual(['示例语文名师工作室 学区工作室'])
  expect((await json(office().post(`${studio}/end`, { on: '2024-08-31', why: '主持人调离' }))).status).toBe(200)
  expect(await counted('teaching-research.studios', [2024])).toEqual([])
  expect(await counted('teaching-research.studios')).toContain('示例语文名师工作室 学区工作室')
  const silver = { line: '银龄名师工作室', kind: '学区工作室', name: '银龄数学工作室', field: '数学', host: '退休老师', schoolId: s2, from: '2023-09-01', until: '2026-08-31' } // prettier-ignore
  expect(await json(office().post(list, { ...silver, line: '名师工作室' }))).toMatchObject({ code: 'teaching-research.noSuchTeacher' }) // prettier-ignore
  const { id } = await json(office().post(list, silver))
  expect(await json(office().post(list, silver))).toMatchObject({ code: 'studios.nameTaken' })
  expect(await counted('studios.silver')).toEqual(['银龄数学工作室'])
  const renamed = { ...silver, name: '银龄数学名师工作室' }
  expect((await json(office().post(`/api/studios/${id as string}`, renamed))).status).toBe(200)
  expect(await counted('studios.silver', [YEAR, 2024])).toEqual(['银龄数学名师工作室', '银龄数学名师工作室'])
  expect(await json(asPerson(app, 'liaison').get(`${list}?year=${YEAR}`))).toMatchObject({ studios: [{ name: '示例语文名师工作室' }, { name: '银龄数学名师工作室', host: { masked: true } }] }) // prettier-ignore
})

test('a studio of another district’s cluster counts where its school is, from the next school year on too', async () => {
  const key = { districtId: districtB, id: '00000000-0000-7000-b200-000000000009' }
  await database.transact('owner', (db) =>
    db
      .insertInto('studios.studio')
      .values({
        ...{ ...key, clusterId: c3, name: '银龄物理工作室' },
        line: '银龄名师工作室',
        kind: '学区工作室',
        ...{ pinyin: 'yin ling wu li', field: '物理', hostName: '退休老师', schoolDistrictId: districtA, schoolId: s3 },
        ...{ fromDay: '2023-09-01', untilDay: '2026-08-31', changedAt: now, changedBy: '某人' },
      })
      .execute(),
  )
  await systemOf(app.parts).inContext((ctx) => settleStudio(ctx, key))
  expect(await counted('studios.silver', [YEAR, 2024])).toEqual(expect.arrayContaining(['银龄物理工作室', '银龄物理工作室'])) // prettier-ignore
  const before = now
  now = new Date('2025-09-02T09:00:00+08:00')
  expect(await counted('studios.silver', [2025])).toEqual([])
  await systemOf(app.parts).inContext((ctx) => studios.hourly!(ctx))
  expect(await counted('studios.silver', [2025])).toContain('银龄物理工作室')
  now = before
})

test('the file of a teacher tells it, and it follows when two entries are one person', async () => {
  const words = async (n: number) => JSON.stringify(await json(office().get(`/api/teachers/${teacherId(s1, n)}`)))
  const [from, to] = [1, 2].map((n) => ({ districtId: districtA, teacherId: teacherId(s1, n) })) as [TeacherKey, TeacherKey] // prettier-ignore
  expect(await words(1)).toContain('主持示例语文名师工作室')
  const moved = await database.transact('owner', (db) => studiosOfTeachers.move(db, from, to))
  expect([await words(1), await words(2)].map((text) => text.includes('主持示例'))).toEqual([false, true])
  const ids = moved.map(({ id }) => id)
  await database.transact('owner', (db) => studiosOfTeachers.moveBack(db, ids, to, from))
  expect([await words(1), await words(2)].map((text) => text.includes('主持示例'))).toEqual([true, false])
})
