import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId } from '../../../test/cast.ts'
import { insertColleague } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { s2 } = PLACES
let database: Database
let app: App
let author: Asking
let adopter: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  author = asPerson(app, 'teacher')
  adopter = asking(app, await insertColleague(database, { n: 2, role: 'liaison', at: s2, teacher: teacherId(s2, 1) }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const answer = async (reply: ReturnType<Asking['get']>) => {
  const { statusCode: status, ...got } = await reply
  return { status, ...got.json() }
}
const outline = { summary: '做一条船', goals: '会做船', outline: '', implementation: '', appraisal: '' }
const lesson = (title: string) => ({ id: '', title, minutes: 40, goals: '', steps: '', materials: [] })
const read = (id: string, who = author) => answer(who.get(`/api/courses/${id}`))
const save = async (id: string, body: object, who = author) =>
  answer(who.post(`/api/courses/${id}`, { revision: (await read(id, who)).revision, ...body }))
const levels = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }

async function publish(id: string): Promise<void> {
  const { revision } = await read(id)
  await author.post(`/api/courses/${id}/submit`, { revision })
  const review = (who: Asking, body: object) => who.post(`/api/courses/${id}/reviews`, { verdict: '通过', ...body })
  await review(asPerson(app, 'principal'), { step: '学校审核' })
  await review(asPerson(app, 'expert'), { step: '专家评审', levels })
  await review(asPerson(app, 'office'), { step: '学区审定' })
}

async function published(more: object = {}): Promise<string> {
  const about = { name: '船模制作', stages: ['小学'], theme: '科技', audience: '学区', licence: '署名', ...more }
  const { id } = await answer(author.post('/api/courses', about))
  await save(id, { outline, lessons: [lesson('认识船'), lesson('下水')] })
  await publish(id)
  return id
}

const todosOf = async (who: Asking) => JSON.stringify(await answer(who.get('/api/today')))

test('a school takes a course over once, and changes its copy as it likes', async () => {
  const id = await published()
  const { id: copy } = await answer(adopter.post(`/api/courses/${id}/adopt`))
  expect(await answer(adopter.post(`/api/courses/${id}/adopt`))).toMatchObject({ status: 409, code: 'courses.adoptedAlready' }) // prettier-ignore
  expect(await read(copy, adopter)).toMatchObject({
    school: { id: s2 },
    audience: '本校',
    content: { goals: '会做船' },
    origin: { id, school: '春申中学', version: 1, latest: 1, mayChange: true },
  })
  expect((await save(copy, { outline: { ...outline, goals: '本校的目标' } }, adopter)).status).toBe(200)
  expect((await read(id)).content.goals).toBe('会做船')
  expect((await read(id)).adopters).toEqual(['春申小学'])
  expect((await read(copy)).status).toBe(404)
})

test('what the origin changes later is told, laid side by side, and taken in without losing an own edit', async () => {
  const id = await published()
  const { id: copy } = await answer(adopter.post(`/api/courses/${id}/adopt`))
  const { lessons } = (await read(copy, adopter)).content
  await save(copy, { outline: { ...outline, goals: '本校的目标' } }, adopter)
  expect(await todosOf(adopter)).not.toContain('原课程有更新')
  await save(id, {
    outline: { ...outline, goals: '会做会修', summary: '做一条好船' },
    lessons: [...lessons, lesson('比赛')],
  })
  await publish(id)
  expect(await todosOf(adopter)).toContain('引进的课程《船模制作》，原课程有更新，请对照')

  const told = await answer(adopter.get(`/api/courses/${copy}/origin`))
  expect(told).toMatchObject({ from: 1, to: 2 })
  const who = (key: string) => told.differences.find((one: { title: string }) => one.title.includes(key)).who
  expect([who('课程目标'), who('课程简介'), who('比赛')]).toEqual(['both', 'origin', 'origin'])

  const take = (body: object) => answer(adopter.post(`/api/courses/${copy}/origin`, { revision: told.revision, version: 2, ...body })) // prettier-ignore
  expect((await take({ version: 1 })).code).toBe('courses.newerVersion')
  expect((await take({})).status).toBe(200)
  const { content, origin } = await read(copy, adopter)
  expect(content).toMatchObject({ goals: '本校的目标', summary: '做一条好船' })
  expect(content.lessons.map(({ title }: { title: string }) => title)).toEqual(['认识船', '下水', '比赛'])
  expect(origin).toMatchObject({ version: 2, latest: 2 })
  expect((await answer(adopter.post(`/api/courses/${copy}/origin`, { revision: told.revision + 1, version: 2 }))).code).toBe('courses.upToDate') // prettier-ignore
})

test('what may not be adapted is taken over as it is', async () => {
  const id = await published({ licence: '署名-非商业-禁止改编' })
  const { id: copy } = await answer(adopter.post(`/api/courses/${id}/adopt`))
  expect(await save(copy, { outline }, adopter)).toMatchObject({ status: 409, code: 'courses.mayNotChange' })
})

test('its versions stay, and any two can be compared; what is 公开 is read without an account', async () => {
  const id = await published({ audience: '公开' })
  await save(id, { outline: { ...outline, goals: '会做会修' } })
  await publish(id)
  const { versions } = await answer(adopter.get(`/api/courses/${id}/versions`))
  expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1])
  expect(await answer(adopter.get(`/api/courses/${id}/versions/1`))).toMatchObject({ content: { goals: '会做船' } })
  expect((await adopter.get(`/api/courses/${id}/versions/7`)).statusCode).toBe(404)
  const { differences } = await answer(adopter.get(`/api/courses/${id}/compare?from=1&to=2`))
  expect(differences).toMatchObject([{ title: '课程目标', base: '会做船', theirs: '会做会修' }])
  const visitor = asking(app)
  expect(await answer(visitor.get(`/api/open/courses/${id}`))).toMatchObject({
    number: 2,
    content: { goals: '会做会修' },
  })
  expect((await visitor.get(`/api/courses/${id}`)).statusCode).toBe(401)
  expect((await visitor.get(`/api/open/courses/${await published()}`)).statusCode).toBe(404)
})
