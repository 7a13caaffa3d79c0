import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { insertColleague } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { s2, districtA } = PLACES
let database: Database
let app: App
let second: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  second = asking(app, await insertColleague(database, { n: 1, role: 'teacher', at: s2, teacher: null }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const author = () => asPerson(app, 'teacher')
const office = () => asPerson(app, 'office')
const answer = async (reply: ReturnType<Asking['get']>) => {
  const { statusCode: status, ...got } = await reply
  return { status, ...got.json() }
}
const about = { name: '剪纸', stages: ['小学'], theme: '非遗', audience: '学区', licence: '署名' }
const outline = { summary: '剪窗花', goals: '会剪', outline: '', implementation: '', appraisal: '' }
const lesson = { id: '', title: '认识窗花', minutes: 40, goals: '', steps: '', materials: [] }
const best = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }
const read = (id: string, who = author()) => answer(who.get(`/api/courses/${id}`))
const save = async (id: string, body: object) =>
  answer(author().post(`/api/courses/${id}`, { revision: (await read(id)).revision, ...body }))
const say = (id: string, who: Asking, body: object) => answer(who.post(`/api/courses/${id}/reviews`, { verdict: '通过', ...body })) // prettier-ignore

/** Sent on as far as the experts. */
async function toExperts(id: string): Promise<void> {
  await author().post(`/api/courses/${id}/submit`, { revision: (await read(id)).revision })
  await say(id, asPerson(app, 'principal'), { step: '学校审核' })
}
async function publish(id: string): Promise<void> {
  await toExperts(id)
  await say(id, asPerson(app, 'expert'), { step: '专家评审', levels: best })
  expect((await say(id, office(), { step: '学区审定' })).status).toBe(200)
}
async function written(more: object = {}): Promise<string> {
  const { id } = await answer(author().post('/api/courses', { ...about, ...more }))
  await save(id, { outline, lessons: [lesson] })
  return id
}

test('what a published course says of itself changes with its next version, and every version keeps it', async () => {
  const id = await written()
  await publish(id)
  const wanted = { ...about, stages: ['小学', '初中'], licence: '署名-非商业' }
  await save(id, { about: wanted })
  expect(await read(id)).toMatchObject({
    licence: '署名',
    aboutSought: { licence: '署名-非商业', stages: ['小学', '初中'] },
  })
  expect(await read(id, second)).toMatchObject({ licence: '署名', aboutSought: null })
  await save(id, { about })
  expect((await read(id)).aboutSought).toBeNull()
  await save(id, { about: wanted })
  await publish(id)
  expect(await read(id, second)).toMatchObject({ licence: '署名-非商业', stages: ['小学', '初中'] })
  const { differences } = await answer(second.get(`/api/courses/${id}/compare?from=1&to=2`))
  expect(differences.map(({ title }: { title: string }) => title)).toEqual(['适合学段', '使用许可'])
})

test('what may not be adapted takes a newer version in whole, whatever is chosen', async () => {
  const id = await written({ licence: '署名-非商业-禁止改编' })
  await publish(id)
  const { id: copy } = await answer(second.post(`/api/courses/${id}/adopt`))
  await save(id, { outline: { ...outline, goals: '会剪会贴' } })
  await publish(id)
  const { revision, differences } = await answer(second.get(`/api/courses/${copy}/origin`))
  const choices = Object.fromEntries(differences.map(({ key }: { key: string }) => [key, 'mine']))
  expect((await answer(second.post(`/api/courses/${copy}/origin`, { revision, version: 2, choices }))).status).toBe(200)
  expect((await read(copy, second)).content.goals).toBe('会剪会贴')
})

test('an expert of the district judges for every cluster of it', async () => {
  const far = asking(app, await insertColleague(database, { n: 2, role: 'expert', at: districtA, teacher: null }))
  const id = await written()
  await toExperts(id)
  expect(JSON.stringify(await answer(far.get('/api/today')))).toContain('课程《剪纸》等专家评审')
  expect((await say(id, far, { step: '专家评审', levels: best })).status).toBe(200)
  expect((await read(id)).state).toBe('学区审定')
})

test('where nobody can judge, the office says why it decides without, and nothing is 精品 then', async () => {
  await database.transact('owner', (db) =>
    db.updateTable('identity.grant').set({ untilDay: '2021-01-01' }).where('role', '=', 'expert').execute(),
  )
  const id = await written()
  await toExperts(id)
  expect(JSON.stringify(await answer(office().get('/api/today')))).toContain('课程《剪纸》等专家评审，学区没有专家')
  expect(await read(id, office())).toMatchObject({ isExpertless: true, can: expect.arrayContaining(['review']) })
  expect((await say(id, office(), { step: '专家评审' })).code).toBe('courses.reasonMissing')
  expect((await say(id, office(), { step: '专家评审', words: '区里还没有这门学科的专家' })).status).toBe(200)
  const granting = { step: '学区审定', kinds: ['精品'] }
  expect((await say(id, office(), granting)).code).toBe('courses.belowPremium')
  expect((await say(id, office(), { step: '学区审定' })).status).toBe(200)
  expect((await read(id)).reviews).toContainEqual(expect.objectContaining({ step: '专家评审', words: '区里还没有这门学科的专家', score: null })) // prettier-ignore
})
