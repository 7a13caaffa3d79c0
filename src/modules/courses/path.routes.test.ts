import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { cast, PLACES, teacherId, type Person } from '../../../test/cast.ts'
import { shelve } from '../../../test/course-shelf.ts'
import { insertColleague } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'

const { c1, s1, s2, districtA } = PLACES
let database: Database
let app: App
let second: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  second = asking(app, await insertColleague(database, { n: 4, role: 'teacher', at: s2, teacher: teacherId(s2, 1) }))
  const system = systemOf({ database, config: readConfig({}), policies: readPolicies(projectRoot()) })
  const put = (n: number, more: object) =>
    system.inContext((ctx) => shelve(ctx, { ...{ districtId: districtA, clusterId: c1, schoolId: s1, id: id(n), name: `剪纸${n}` }, ...more })) // prettier-ignore
  await put(1, { stages: ['小学'] })
  await put(2, { stages: ['初中'], schoolId: s2 })
  await put(3, { stages: ['高中'], audience: '本校' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const id = (n: number) => `00000000-0000-7000-9460-00000000000${n}`
const as = (person: Person) => asPerson(app, person)
const author = () => as('teacher')
const answer = async (reply: ReturnType<Asking['get']>) => {
  const { statusCode: status, ...got } = await reply
  return { status, ...got.json() }
}
const step = (name: string, n: number, gives = '会剪直线') => ({ step: name, courseId: id(n), gives })
const both = [step('初中', 2, ''), step('小学', 1)]
const begin = (body: object, who = author()) => answer(who.post(`/api/units/${c1}/course-paths`, body))
const read = (path: string, who = author()) => answer(who.get(`/api/course-paths/${path}`))
const say = (path: string, who: Asking, body: object) => answer(who.post(`/api/course-paths/${path}/reviews`, { verdict: '通过', ...body })) // prettier-ignore
const submit = async (path: string) =>
  answer(author().post(`/api/course-paths/${path}/submit`, { revision: (await read(path)).revision }))
const best = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }
const kindsOf = async (n: number) => (await answer(second.get(`/api/courses/${id(n)}`))).kinds

async function pass(path: string): Promise<void> {
  await say(path, as('principal'), { step: '学校审核' })
  await say(path, as('expert'), { step: '专家评审', levels: best })
  expect((await say(path, as('office'), { step: '学区审定' })).status).toBe(200)
}

describe('a path being written', () => {
  test('has the five steps, gaps among them, and its author’s name', async () => {
    const { id: path } = await begin({ name: '剪纸', theme: '非遗', steps: both })
    const told = await read(path)
    expect(told.steps.map(({ course }: { course: { name: string } | null }) => course?.name ?? null)).toEqual([
      null, '剪纸1', '剪纸2', null, null,
    ]) // prettier-ignore
    expect(told).toMatchObject({ byline: '陈老师（春申中学）', state: '编写中', can: ['write', 'submit', 'drop'] })
    expect((await begin({ name: '剪纸', steps: [] })).code).toBe('courses.pathNameTaken')
    expect((await as('office').post(`/api/units/${c1}/course-paths`, { name: '船模', steps: [] })).statusCode).toBe(403)
  })

  test('takes a course of the stage that the whole cluster may see', async () => {
    const { courses } = await answer(author().get(`/api/units/${c1}/course-paths/choices`))
    expect(courses.map(({ name }: { name: string }) => name)).toEqual(['剪纸1', '剪纸2'])
    expect((await begin({ name: '甲线', steps: [step('高中', 3)] })).code).toBe('courses.pathCourseGone')
    expect((await begin({ name: '甲线', steps: [step('高中', 1)] })).code).toBe('courses.pathOtherStage')
  })

  test('is by one hand at a time, is asked for with two steps, and goes if it was never admitted', async () => {
    const { id: path } = await begin({ name: '一段', steps: [step('小学', 1)] })
    expect((await submit(path)).code).toBe('courses.pathTooShort')
    const save = (revision: number, more: object = {}) => answer(author().post(`/api/course-paths/${path}`, { name: '一段', steps: both, revision, ...more })) // prettier-ignore
    expect((await save(1)).revision).toBe(2)
    expect((await save(1)).code).toBe('courses.changedMeanwhile')
    expect((await save(2, { name: '剪纸' })).code).toBe('courses.pathNameTaken')
    expect((await submit(path)).status).toBe(200)
    expect((await answer(author().post(`/api/course-paths/${path}/drop`))).code).toBe('courses.pathStays')
    expect((await answer(author().post(`/api/course-paths/${path}/recall`))).status).toBe(200)
    expect((await answer(author().post(`/api/course-paths/${path}/drop`))).status).toBe(200)
    expect((await read(path)).status).toBe(404)
  })
})

describe('a path is admitted', () => {
  const todos = async (who: Asking) => JSON.stringify(await answer(who.get('/api/today')))

  test('by the school, the experts and the office; its courses are 长程 then, and until it is taken back', async () => {
    const { id: path } = await begin({ name: '船模', steps: both })
    await submit(path)
    expect(await todos(as('principal'))).toContain('长程课程《船模》等学校审核')
    expect((await read(path)).code).toBeUndefined()
    await say(path, as('principal'), { step: '学校审核' })
    expect(await todos(as('expert'))).toContain('长程课程《船模》等专家评审')
    expect((await say(path, as('expert'), { step: '专家评审' })).code).toBe('courses.levelMissing')
    await say(path, as('expert'), { step: '专家评审', levels: best })
    expect(await read(path, as('office'))).toMatchObject({ score: 100, state: '学区审定', can: ['review'] })
    await say(path, as('office'), { step: '学区审定' })

    expect(await read(path, second)).toMatchObject({ state: '已入库', reviews: [], can: [] })
    expect(await kindsOf(1)).toEqual(['长程'])
    const { courses } = await answer(second.get(`/api/units/${c1}/courses?kind=${encodeURIComponent('长程')}`))
    expect(courses).toHaveLength(2)
    expect(await todos(author())).toContain('学区办通过了长程课程《船模》')

    expect((await answer(as('office').post(`/api/course-paths/${path}/withdraw`))).status).toBe(200)
    expect(await kindsOf(1)).toEqual([])
    await as('office').post(`/api/course-paths/${path}/restore`)
    expect(await kindsOf(2)).toEqual(['长程'])
    await as('office').post(`/api/course-paths/${path}/withdraw`)
  })

  test('what is changed later is seen by others once it was reviewed again', async () => {
    const { id: path } = await begin({ name: '陶艺', aims: '会做', steps: both })
    await submit(path)
    await pass(path)
    const stranger = asking(app, await insertColleague(database, { n: 5, role: 'teacher', at: PLACES.s3, teacher: null })) // prettier-ignore
    expect((await submit(path)).code).toBe('courses.pathNothingNew')
    const { revision } = await read(path)
    await author().post(`/api/course-paths/${path}`, { name: '陶艺', aims: '会做会烧', steps: both, revision })
    expect((await read(path)).aims).toBe('会做会烧')
    expect(await read(path, stranger)).toMatchObject({ aims: '会做', state: '已入库' })
    await submit(path)
    await pass(path)
    expect((await read(path, stranger)).aims).toBe('会做会烧')
    const { paths } = await answer(stranger.get(`/api/units/${c1}/course-paths`))
    expect(paths.map(({ name }: { name: string }) => name)).toEqual(['陶艺'])
  })

  test('an expert of a school whose course stands on it does not judge it', async () => {
    const bound = asking(app, await insertColleague(database, { n: 6, role: 'expert', at: c1, teacher: teacherId(s2, 2) })) // prettier-ignore
    const { id: path } = await begin({ name: '合唱', steps: both })
    await submit(path)
    await say(path, as('principal'), { step: '学校审核' })
    expect((await say(path, bound, { step: '专家评审', levels: best })).code).toBe('courses.ownSchool')
  })
})
