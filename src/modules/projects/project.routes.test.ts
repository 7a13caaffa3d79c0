import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { bringFile } from '../../../test/bring.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { projectsOfTeachers } from './project-facts.sql.ts'

const { c1, s1, s2, s3, districtA } = PLACES
let now = new Date('2023-09-10T09:00:00+08:00')
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

interface Step {
  id: string
  title: string
  isLate: boolean
}
const list = `/api/units/${c1}/projects`
const [head, second, near] = [teacherName(s1, 1), teacherName(s1, 2), teacherName(s2, 1)]
const fields = { title: '作业设计研究', level: '区级', number: 'MH-1', head, from: '2023-09-01', until: '2024-08-31' }
let project = ''
const read = (who: Asking) => json(who.get(project))
const stepOf = async (title: string) => {
  const { milestones } = (await read(office())) as unknown as { milestones: Step[] }
  return `${project}/milestones/${milestones.find((step) => step.title === title)!.id}`
}

test('a teacher registers the own project with members of other schools; nobody that of somebody else’s school', async () => {
  const other = { ...fields, head: near }
  expect(await json(hand('absent').post(list, other))).toMatchObject({ status: 422, code: 'projects.notYours' })
  expect(await json(liaison().post(list, other))).toMatchObject({ code: 'projects.notYours' })
  expect(await json(office().post(list, { ...fields, members: head }))).toMatchObject({ code: 'projects.isHead' })
  expect(await json(office().post(list, { ...fields, until: '2023-08-31' }))).toMatchObject({ status: 400 })
  // Who registers nothing does not learn who works here.
  expect(await json(asPerson(app, 'expert').post(list, { ...fields, head: '没有这个人' }))).toMatchObject({ code: 'projects.notYours' }) // prettier-ignore
  const { id } = await json(hand('absent').post(list, { ...fields, members: `${second}、${near}` }))
  project = `/api/projects/${id as string}`
  expect(await read(hand('absent'))).toMatchObject({
    status: 200,
    head: { name: head, masked: false },
    state: '在研',
    next: { title: '开题', dueOn: '2023-10-31', isLate: false },
    people: [{ name: second, from: '2023-09-01', until: null }, { name: near }],
    milestones: [{ title: '开题' }, { title: '中期检查', dueOn: '2024-03-01' }, { title: '结题', dueOn: '2024-08-31' }],
    can: ['lead'],
  })
  expect(await json(hand('near').get(list))).toMatchObject({ may: true, self: near, projects: [{ title: '作业设计研究' }] }) // prettier-ignore
  expect(await json(hand('absent').get(list))).toMatchObject({ projects: [{ head: { name: head, masked: false } }] })
  expect(await json(asPerson(app, 'expert').get(list))).toMatchObject({ may: false, projects: [{ head: { masked: true } }] }) // prettier-ignore
})

test('who works on it sees who else does; a member leads nothing', async () => {
  expect(await read(hand('near'))).toMatchObject({ head: { name: head, masked: false }, can: [] })
  expect(JSON.stringify(await read(hand('free')))).not.toContain(head)
  expect((await json(hand('near').post(`${project}/milestones`, { title: '阶段汇报', dueOn: '2024-01-10' }))).status).toBe(403) // prettier-ignore
  expect((await json(asPerson(app, 'district').post(project, fields))).status).toBe(403)
})

test('a step is reached with something that shows it, which those alone read who have to do with it', async () => {
  const opening = await stepOf('开题')
  const today = JSON.stringify(await json(hand('absent').get('/api/today')))
  expect(today).not.toContain('完成课题节点')
  now = new Date('2023-11-01T09:00:00+08:00')
  expect(JSON.stringify(await json(hand('absent').get('/api/today')))).toContain('完成课题节点：开题')
  expect(JSON.stringify(await json(hand('near').get('/api/today')))).not.toContain('完成课题节点')
  expect(await read(office())).toMatchObject({ state: '有逾期', next: { title: '开题', isLate: true } })
  expect(await json(liaison().post(`${opening}/done`, { on: '2023-10-20' }))).toMatchObject({ code: 'projects.noProof' }) // prettier-ignore
  expect(await json(liaison().post(`${opening}/done`, { on: '2023-11-02', words: '论证' }))).toMatchObject({ status: 400 }) // prettier-ignore
  const uploadId = await bringFile(app, 'liaison', '开题报告.txt', Buffer.from('开题报告'))
  expect((await json(liaison().post(`${opening}/done`, { on: '2023-10-20', uploadId }))).status).toBe(200)
  expect(await json(liaison().post(`${opening}/done`, { on: '2023-10-20', words: '再来' }))).toMatchObject({ code: 'projects.reached' }) // prettier-ignore
  expect(await json(liaison().post(`${opening}/drop`))).toMatchObject({ code: 'projects.reached' })
  expect(await read(hand('near'))).toMatchObject({ state: '在研', milestones: [{ doneOn: '2023-10-20', proof: { file: { name: '开题报告.txt' } } }, {}, {}] }) // prettier-ignore
  expect(await read(hand('free'))).toMatchObject({ milestones: [{ doneOn: '2023-10-20', proof: null }, {}, {}] })
  expect((await hand('near').get(`${opening}/file`)).body).toBe('开题报告')
  expect((await hand('free').get(`${opening}/file`)).statusCode).toBe(403)
})

test('steps are set, moved and taken away while they are open; their days stand in calendars', async () => {
  expect((await json(hand('absent').post(`${project}/milestones`, { title: '阶段汇报', dueOn: '2023-11-15' }))).status).toBe(200) // prettier-ignore
  expect((await json(hand('absent').post(`${project}/milestones`, { title: '太早', dueOn: '2023-08-31' }))).status).toBe(400) // prettier-ignore
  const own = await stepOf('阶段汇报')
  expect((await json(hand('absent').post(own, { title: '阶段汇报', dueOn: '2023-11-20' }))).status).toBe(200)
  const { entries } = (await json(hand('near').get('/api/my/calendar'))) as unknown as { entries: { title: string }[] }
  const titles = entries.map(({ title }) => title).filter((title) => title.startsWith('课题'))
  expect(titles).toContain('课题阶段汇报：作业设计研究')
  expect((await json(hand('absent').post(`${own}/drop`))).status).toBe(200)
  expect((await json(hand('absent').post(`${own}/drop`))).status).toBe(404)
})

test('members come and go by day; who left does not read what is told to those who work on it', async () => {
  const members = `${project}/members`
  expect(await json(office().post(members, { teachers: near, from: '2023-11-01' }))).toMatchObject({ status: 409, code: 'projects.memberAlready' }) // prettier-ignore
  expect(await json(office().post(members, { teachers: head, from: '2023-11-01' }))).toMatchObject({ code: 'projects.isHead' }) // prettier-ignore
  expect(await json(office().post(members, { teachers: teacherName(s3, 1), from: '2022-01-01' }))).toMatchObject({ status: 400 }) // prettier-ignore
  expect(await json(office().post(members, { teachers: teacherName(s3, 1), from: '2023-11-01' }))).toMatchObject({ added: 1 }) // prettier-ignore
  const { people } = (await read(office())) as unknown as { people: { id: string; name: string }[] }
  const [one, unbegun] = [near, teacherName(s3, 1)].map((name) => people.find((person) => person.name === name)!.id)
  expect((await json(office().post(`${members}/${one}/end`, { on: '2023-11-01' }))).status).toBe(200)
  expect((await json(office().post(`${members}/${one}/end`, { on: '2023-11-01' }))).status).toBe(404)
  expect((await json(office().post(`${members}/${unbegun}/end`, { on: '2023-11-01' }))).status).toBe(200)
  const after = (await read(office())) as unknown as { people: { name: string; until: string | null }[] }
  expect(after.people.map(({ name, until }) => [name, until])).toEqual([[second, null], [near, '2023-10-31']]) // prettier-ignore
  expect(await read(hand('near'))).toMatchObject({ milestones: [{ proof: null }, {}, {}] })
})

test('the office hands it to another head; the one before stays head where they are named again', async () => {
  expect((await json(office().post(project, { ...fields, title: '作业设计的研究' }))).status).toBe(200)
  expect(await json(office().post(project, { ...fields, head: second }))).toMatchObject({ code: 'projects.memberAlready' }) // prettier-ignore
  expect(await json(hand('absent').post(project, { ...fields, head: near }))).toMatchObject({ code: 'projects.notYours' }) // prettier-ignore
  expect(await read(office())).toMatchObject({ title: '作业设计的研究', head: { name: head } })
})

test('the file of a teacher shows the project, and it follows when two entries are one person', async () => {
  const words = async (n: number) => JSON.stringify(await json(office().get(`/api/teachers/${teacherId(s1, n)}`)))
  expect(await words(1)).toContain('主持区级课题：作业设计的研究')
  expect(await words(2)).toContain('参加区级课题：作业设计的研究')
  expect(JSON.stringify(await json(hand('absent').get('/api/account/data')))).toContain('作业设计的研究')
  const [from, to] = [1, 3].map((n) => ({ districtId: districtA, teacherId: teacherId(s1, n) })) as [TeacherKey, TeacherKey] // prettier-ignore
  const moved = await database.transact('owner', (db) => projectsOfTeachers.move(db, from, to))
  expect([await words(1), await words(3)].map((text) => text.includes('主持区级课题'))).toEqual([false, true])
  const ids = moved.map(({ id }) => id)
  await database.transact('owner', (db) => projectsOfTeachers.moveBack(db, ids, to, from))
  expect([await words(1), await words(3)].map((text) => text.includes('主持区级课题'))).toEqual([true, false])
})

test('with open steps it is given up, not concluded; ended, nothing changes', async () => {
  const end = (body: object) => json(office().post(`${project}/end`, { on: '2023-11-01', ...body }))
  expect(await end({ as: '结题' })).toMatchObject({ status: 409, code: 'projects.stillOpen', facts: { steps: '中期检查、结题' } }) // prettier-ignore
  expect(await end({ as: '终止', why: '负责人调离', on: '2023-12-01' })).toMatchObject({ status: 400 })
  expect(await end({ as: '终止' })).toMatchObject({ status: 400, facts: { issues: [{ path: 'why' }] } })
  const twice = await Promise.all([end({ as: '终止', why: '负责人调离' }), end({ as: '终止', why: '负责人调离' })])
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await end({ as: '终止', why: '再来' })).toMatchObject({ code: 'projects.ended' })
  expect(await json(office().post(project, fields))).toMatchObject({ code: 'projects.ended' })
  expect(await read(office())).toMatchObject({ state: '已终止', endedOn: '2023-11-01', endedWhy: '负责人调离', next: null, can: [] }) // prettier-ignore
  now = new Date('2024-03-02T09:00:00+08:00')
  const { milestones } = (await read(office())) as unknown as { milestones: Step[] }
  expect(milestones.map(({ isLate }) => isLate)).toEqual([false, false, false])
  expect(JSON.stringify(await json(hand('absent').get('/api/today')))).not.toContain('完成课题节点')
})
