import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { differences, followPlans, recountAll } from './counter.actions.ts'
import { recountCredits } from './counter.sql.ts'
import { measures } from './measures.sql.ts'
import { trainingOfTeachers } from './teacher-facts.sql.ts'

const { c1, s1, s2, districtA } = PLACES
let database: Database
let app: App
let now = new Date('2024-03-01T01:00:00Z')
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', (db) =>
    db
      .updateTable('identity.account')
      .set({ teacherDistrictId: districtA, teacherId: teacherId(s1, 1) })
      .where('id', '=', accountId('teacher'))
      .execute(),
  )
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const teacher = () => asPerson(app, 'teacher')
const session = (day: string, hours = 4) => ({ day, from: '13:30', until: '16:30', hours, place: '春申小学礼堂' })
const form = { title: '命题与作业设计', field: '知识技能', capacity: 2, sessions: [session('2024-03-08'), session('2024-03-15')] } // prettier-ignore
const mine = async () => (await teacher().get('/api/training/mine')).json()
const cell = async (tier: string, field: string) =>
  (await mine()).standing.cells.find((one: { tier: string; field: string }) => one.tier === tier && one.field === field)

let at: string
const read = async (who: Parameters<typeof asPerson>[1] = 'office') => (await asPerson(app, who).get(at)).json()
const codeOfMine = async () => (await mine()).credits[0].code as string

test('a cluster opens a course, and a teacher sees that it fills a gap and takes a place', async () => {
  const { id } = (await office().post(`/api/units/${c1}/training`, form)).json()
  at = `/api/training-courses/${id}`
  const found = await mine()
  expect(found.fillers[0]).toMatchObject({ course: { title: form.title, state: '报名中' }, tiers: ['区级'], gap: 6 })
  expect(found.standing).toMatchObject({ total: 0, counted: 0, onTrack: false, plan: { sum: 36, provisional: false } })
  expect((await teacher().post(`${at}/enrolment`)).json()).toEqual({ title: form.title })
  expect((await teacher().post(`${at}/enrolment`)).statusCode).toBe(200)
  expect((await mine()).taking).toMatchObject([{ title: form.title, mine: true, people: 1 }])
  expect(await read('teacher')).toMatchObject({ people: [{ name: teacherName(s1, 1) }], can: ['leave'] })
})

test('the places are given once, whoever gives them', async () => {
  const principal = asPerson(app, 'principal')
  const offered = (await principal.get(`${at}/candidates`)).json().candidates
  expect(offered.map(({ name }: { name: string }) => name)).toEqual([teacherName(s1, 2), teacherName(s1, 3)])
  const put = (...ids: string[]) => principal.post(`${at}/people`, { teacherIds: ids })
  expect((await put(teacherId(s2, 1))).json().code).toBe('training.notOfAudience')
  expect((await put(teacherId(s1, 2), teacherId(s1, 3))).json().code).toBe('training.full')
  expect((await put(teacherId(s1, 2))).json()).toEqual({ added: 1 })
  expect((await read()).course.people).toBe(2)
})

test('who came to enough is declared once it is over, and not before', async () => {
  const { sessions } = await read()
  expect((await office().post(`${at}/finish`)).json().code).toBe('training.notYet')
  now = new Date('2024-03-16T01:00:00Z')
  expect((await teacher().del(`${at}/enrolment`)).json().code).toBe('training.begun')
  expect((await office().post(`${at}/finish`)).json().code).toBe('training.nobodyEarned')
  const mark = (n: number, ...teacherIds: string[]) =>
    office().post(`${at}/sessions/${sessions[n].id}/attendance`, { teacherIds })
  await mark(0, teacherId(s1, 1), teacherId(s1, 2))
  expect((await mark(1, teacherId(s1, 1))).json()).toEqual({ present: 1 })
  expect((await mark(1, teacherId(s1, 1))).json()).toEqual({ present: 1 })
  expect((await read()).people).toMatchObject([
    { hours: 8, credits: 0.8 },
    { hours: 4, credits: 0 },
  ])
  expect((await office().post(`${at}/finish`)).json()).toEqual({ declared: true, people: 1 })
  expect((await office().patch(at, form)).json().code).toBe('training.closedCourse')
})

test('the district reads both clauses, gives back, then decides the level; the teacher has the credit once', async () => {
  const district = asPerson(app, 'district')
  const waiting = async () =>
    (await district.get(`/api/units/${districtA}/training-declarations`)).json().declarations.find((one: { can: string[] }) => one.can.length > 0) // prettier-ignore
  expect(JSON.stringify((await district.get('/api/today')).json())).toContain('认定 1 门学区集团研修课程的学分')
  const first = await waiting()
  expect(first).toMatchObject({ title: form.title, hours: 8, credits: 0.8, people: 1 })
  expect(first.clauses[0].words).toContain('可按照高于校本培训的原则核定学分')
  const post = (id: string, what: string, body: object) =>
    district.post(`/api/training-declarations/${id}/${what}`, body)
  expect((await post(first.id, 'return', { reason: '请补签到表' })).statusCode).toBe(200)
  expect(JSON.stringify((await office().get('/api/today')).json())).toContain('请补签到表')
  await office().post(`${at}/finish`)
  const { id } = await waiting()
  const said = { countsAs: '市级', reason: '内容高于校本', number: '闵教〔2024〕5号' }
  expect((await post(id, 'recognition', said)).json().code).toBe('training.wrongTier')
  expect((await post(id, 'recognition', { ...said, countsAs: '区级' })).json()).toEqual({ people: 1 })
  expect((await post(id, 'recognition', { ...said, countsAs: '区级' })).json().code).toBe('training.notWaiting')
  expect(await cell('区级', '知识技能')).toMatchObject({ have: 0.8, need: 6, missing: 5.2 })
  expect(JSON.stringify((await office().get('/api/notices')).json())).toContain('已认定为区级学分')
  expect(JSON.stringify((await teacher().get('/api/notices')).json())).toContain('《命题与作业设计》的学分已经记入')
})

test('the certificate is checked by its code, without an account', async () => {
  const code = await codeOfMine()
  const { certificate } = (await asking(app).get(`/api/open/training-credits/${code}`)).json()
  expect(certificate).toMatchObject({ name: teacherName(s1, 1), title: form.title, tier: '区级', credits: 0.8 })
  expect((await asking(app).get('/api/open/training-credits/ABCD')).json()).toEqual({ certificate: null })
})

test('a school gives the credits of its own courses itself, and enters those of elsewhere', async () => {
  const principal = asPerson(app, 'principal')
  const own = { ...form, title: '师德专题', field: '师德素养', sessions: [session('2024-03-10', 10)] }
  const { id } = (await principal.post(`/api/units/${s1}/training`, own)).json()
  const course = `/api/training-courses/${id}`
  await principal.post(`${course}/people`, { teacherIds: [teacherId(s1, 1)] })
  const { sessions } = (await principal.get(course)).json()
  await principal.post(`${course}/sessions/${sessions[0].id}/attendance`, { teacherIds: [teacherId(s1, 1)] })
  expect((await principal.post(`${course}/finish`)).json()).toEqual({ declared: false, people: 1 })
  expect(await cell('校本', '师德素养')).toMatchObject({ have: 1, missing: 3 })

  const url = `/api/schools/${s1}/training-credits`
  const { staff } = (await principal.get(url)).json()
  const staffNo = staff.find((one: { teacherId: string }) => one.teacherId === teacherId(s1, 1)).staffNo
  const line = { staffNo, tier: '市级', field: '知识技能', credits: 5, earnedOn: '2024-01-10', title: '市级课程', evidence: '证书 7 号' } // prettier-ignore
  const wrong = await principal.post(url, { lines: [line, { ...line, tier: '县级' }] })
  expect(wrong.json().detail ?? wrong.body).toContain('第 2 行：没有级别“县级”')
  expect((await principal.post(url, { lines: [line] })).json()).toEqual({ entered: 1 })
  const after = (await principal.get(url)).json()
  const own1 = after.staff.find((one: { staffNo: string }) => one.staffNo === staffNo)
  expect(own1).toMatchObject({ total: 6.8, counted: 5.8 })
  expect((await principal.del(`/api/training-credits/${after.entries[0].id}`)).statusCode).toBe(200)
  expect(await cell('市级', '知识技能')).toMatchObject({ have: 0, missing: 4 })
})

test('who came counts once for each course, and once as a person; who did not come does not', async () => {
  const scope = { districtIds: [districtA], schoolIds: [s1], schoolYears: [2023] }
  const told = (name: string) => database.transact('owner', (db) => verdicts(db, measureNamed(measures, name), scope))
  const [first, second] = [teacherName(s1, 1), teacherName(s1, 2)]
  expect(await told('training.attended')).toEqual([`${first} 学区集团`, `${first} 校本`, `${second} 学区集团`].sort())
  expect((await told('training.people')).filter((line) => line.startsWith(first))).toHaveLength(2)
  expect(await told('training.people')).toContainEqual(`${first}: 同一教师的另一门课程`)
  const own = (
    await asPerson(app, 'principal').post(`/api/units/${s1}/training`, { ...form, title: '没人来的课' })
  ).json()
  await asPerson(app, 'principal').post(`/api/training-courses/${own.id}/people`, { teacherIds: [teacherId(s1, 3)] })
  expect(await told('training.attended')).toContain(`${teacherName(s1, 3)}: 没有到过场`)
  const stale = await database.transact('owner', (db) => db.selectFrom('platform.stale').selectAll().where('source', '=', 'training.attendance').execute()) // prettier-ignore
  expect(stale).toEqual(expect.arrayContaining([expect.objectContaining({ schoolId: s1, schoolYear: 2023 })]))
})

test('a plan that asks something else is followed within the hour', async () => {
  const system = systemOf(app.parts)
  const wrong = () => system.inContext((ctx) => differences(ctx, [districtA]))
  await database.transact('owner', async (db) => {
    await db.updateTable('training.planCell').set({ hundredths: 10 }).where('field', '=', '知识技能').execute()
    await recountCredits(db, { districtIds: [districtA] })
  })
  const counted = () =>
    database.transact('owner', (db) => db.selectFrom('training.teacherCredit').select('counted').where('teacherId', '=', teacherId(s1, 1)).executeTakeFirstOrThrow()) // prettier-ignore
  const before = await counted()
  await system.inContext(followPlans)
  expect((await counted()).counted).toBeGreaterThan(before.counted)
  expect(await wrong()).toBe(0)
})

test('two entries that are one person have each course once, the sum is counted anew and can be taken back', async () => {
  const [from, to] = [2, 1].map((n) => ({ districtId: districtA, teacherId: teacherId(s1, n) })) as [never, never]
  const system = systemOf(app.parts)
  const wrong = () => system.inContext((ctx) => differences(ctx, [districtA]))
  const total = async () => (await mine()).standing.total
  await database.transact('owner', async (db) => {
    const moved = await trainingOfTeachers.move(db, from, to)
    expect(moved).toHaveLength(1)
    await trainingOfTeachers.moveBack(db, moved.map(({ id }) => id), to, from) // prettier-ignore
  })
  expect((await read()).people).toHaveLength(2)
  await database.transact('owner', (db) => trainingOfTeachers.move(db, to, from))
  expect(await total()).toBe(0)
  await database.transact('owner', (db) => trainingOfTeachers.move(db, from, to))
  expect(await total()).toBe(1.8)
  expect(await wrong()).toBe(0)
  await database.transact('owner', (db) => db.updateTable('training.teacherCredit').set({ total: 1 }).execute())
  expect(await wrong()).toBeGreaterThan(0)
  await system.inContext((ctx) => recountAll(ctx, [districtA]))
  expect(await wrong()).toBe(0)
})
