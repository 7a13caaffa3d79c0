import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { insertColleague } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s5 } = PLACES
let database: Database
let app: App
let author: Asking
let second: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  author = asPerson(app, 'teacher')
  second = asking(app, await insertColleague(database, { n: 2, role: 'teacher', at: s2, teacher: teacherId(s2, 1) }))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const as = (person: 'office' | 'principal' | 'expert' | 'liaison' | 'outsider') => asPerson(app, person)
const answer = async (reply: ReturnType<Asking['get']>) => {
  const { statusCode: status, ...got } = await reply
  return { status, ...got.json() }
}
const about = { name: '船模制作', stages: ['小学', '初中'], theme: '科技', audience: '学区', licence: '署名' }
const create = async (fields: object = {}, who = author) => (await answer(who.post('/api/courses', { ...about, ...fields }))).id as string // prettier-ignore
const read = (id: string, who = author) => answer(who.get(`/api/courses/${id}`))
const save = async (id: string, body: object, who = author) => {
  const { revision } = await read(id, who)
  return answer(who.post(`/api/courses/${id}`, { revision, ...body }))
}
const outline = { summary: '做一条船', goals: '会做船', outline: '', implementation: '', appraisal: '' }
const lesson = (title: string, more: object = {}) => ({ id: '', title, minutes: 40, goals: '', steps: '', materials: [], ...more }) // prettier-ignore
const write = (id: string, who = author) => save(id, { outline, lessons: [lesson('认识船')] }, who)
const submit = async (id: string, body: object = {}, who = author) => {
  const { revision } = await read(id, who)
  return answer(who.post(`/api/courses/${id}/submit`, { revision, ...body }))
}
const review = (id: string, who: Asking, body: object) => answer(who.post(`/api/courses/${id}/reviews`, { verdict: '通过', ...body })) // prettier-ignore
const best = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }
const passBoth = async (id: string, levels: object = best) => {
  await review(id, as('principal'), { step: '学校审核' })
  return review(id, as('expert'), { step: '专家评审', levels, words: '很好' })
}

describe('writing a course', () => {
  test('asks nothing that the account says; who wrote it stays among its own', async () => {
    const places = await answer(author.get('/api/courses/places'))
    expect(places.schools).toEqual([{ id: s1, name: '春申中学', clusters: [{ id: c1, name: '春申学区' }] }])
    const id = await create()
    expect(await read(id)).toMatchObject({
      name: '船模制作',
      school: { id: s1 },
      state: '编写中',
      can: ['write', 'submit'],
    })
    expect((await read(id, second)).status).toBe(404)
    expect((await read(id, as('outsider'))).status).toBe(404)
    expect((await read(id, as('office'))).status).toBe(200)
  })

  test('needs a subject or a theme, and a school of one’s own', async () => {
    const { theme: _, ...without } = about
    expect((await answer(author.post('/api/courses', without))).facts.issues).toEqual([{ path: 'theme', message: '学科和主题至少填一项' }]) // prettier-ignore
    expect(await answer(author.post('/api/courses', { ...about, schoolId: s2 }))).toMatchObject({ code: 'courses.whichSchool' }) // prettier-ignore
    expect((await as('office').post('/api/courses', about)).statusCode).toBe(403)
  })

  test('is by one hand at a time, and what does not open is not taken', async () => {
    const id = await create()
    const { revision } = await read(id)
    await write(id)
    const late = await answer(author.post(`/api/courses/${id}`, { revision, outline }))
    expect(late).toMatchObject({ status: 409, code: 'courses.changedMeanwhile' })
    const link = { id: '', kind: 'link', title: '视频', fileId: null, address: 'www.example' }
    const bad = await save(id, { lessons: [lesson('一', { materials: [link] })] })
    expect(bad.title).toContain('材料“视频”的网址不对')
    const [kept] = (await read(id)).content.lessons
    await save(id, { lessons: [{ ...kept, title: '认识船模' }, lesson('动手')] })
    const { lessons } = (await read(id)).content
    expect([lessons[0].id, lessons.length, lessons[1].id === '']).toEqual([kept.id, 2, false])
  })

  test('names its authors, found by their full names; the byline says them with their schools', async () => {
    const id = await create()
    await save(id, { about: { ...about, partnerSchoolIds: [s2] } })
    const add = (name: string) => answer(author.post(`/api/courses/${id}/authors`, { name }))
    expect((await add(teacherName(s1, 2))).choices).toEqual([])
    expect((await add(teacherName(s2, 1))).choices).toEqual([])
    expect(await add(teacherName(s1, 2))).toMatchObject({ status: 409, code: 'courses.isAuthor' })
    expect(await add('欧阳无名')).toMatchObject({ status: 404, code: 'courses.noSuchTeacher' })
    const { byline, authors } = await read(id)
    expect(byline).toBe('赵**（春申中学）；钱**（春申小学）')
    expect(authors.map(({ name }: { name: string }) => name)).toEqual(['赵**', '钱**'])
    expect(await read(id, second)).toMatchObject({ byline: `赵**（春申中学）；${teacherName(s2, 1)}（春申小学）` })
    expect((await read(id, second)).can).toContain('write')
    await author.post(`/api/courses/${id}/authors/${teacherId(s2, 1)}/drop`)
    expect((await read(id, as('principal'))).byline).toBe(`${teacherName(s1, 2)}（春申中学）`)
    expect(await save(id, { about: { ...about, partnerSchoolIds: [s5] } })).toMatchObject({ code: 'courses.foreignPartner' }) // prettier-ignore
  })
})

describe('the way into the repository', () => {
  test('school, expert, office; what is published is for its audience, word for word', async () => {
    const id = await create()
    expect(await submit(id)).toMatchObject({ status: 409, code: 'courses.notReady' })
    await write(id)
    await author.post(`/api/courses/${id}/authors`, { name: teacherName(s1, 2) })
    await submit(id, { kindsSought: ['精品'], note: '第一版' })
    expect(await save(id, { outline })).toMatchObject({ status: 409, code: 'courses.inReview' })
    expect((await review(id, as('office'), { step: '学校审核' })).status).toBe(403)
    expect((await passBoth(id)).status).toBe(200)
    expect(await read(id, as('office'))).toMatchObject({ state: '学区审定', score: 100, kindsSought: ['精品'] })
    await review(id, as('office'), { step: '学区审定', kinds: ['精品'] })
    const seen = await read(id, second)
    expect(seen).toMatchObject({
      status: 200,
      shows: 1,
      kinds: ['精品'],
      reviews: [],
      adoptInto: [{ id: s2 }],
      byline: `${teacherName(s1, 2)}（春申中学）`,
    })
    expect(seen.versions).toMatchObject([{ number: 1, note: '第一版', kinds: ['精品'] }])
    expect((await read(id, as('outsider'))).status).toBe(404)

    await save(id, { outline: { ...outline, goals: '会做会修' } })
    expect((await read(id)).content.goals).toBe('会做会修')
    expect(await read(id, second)).toMatchObject({ content: { goals: '会做船' }, state: '已入库' })
  })

  test('each kind asks for something; a refusal says what', async () => {
    const id = await create()
    await write(id)
    await submit(id)
    await passBoth(id, { ...best, content: '待改进', goals: '待改进' })
    const grant = async (kind: string) => (await review(id, as('office'), { step: '学区审定', kinds: [kind] })).code
    expect([await grant('精品'), await grant('共建'), await grant('长程')]).toEqual(['courses.belowPremium', 'courses.noPartner', 'courses.notOnPath']) // prettier-ignore
    expect(await grant('特色')).toBeUndefined()
  })

  test('what is returned says what to change, and all that was said stays to be read', async () => {
    const id = await create()
    await write(id)
    await submit(id)
    expect(await review(id, as('principal'), { step: '学校审核', verdict: '退回' })).toMatchObject({ code: 'courses.wordsMissing' }) // prettier-ignore
    await review(id, as('principal'), { step: '学校审核', verdict: '退回', words: '补安全要求' })
    await submit(id)
    await passBoth(id)
    const { reviews } = await read(id)
    expect(reviews.map(({ words, reviewer }: { words: string; reviewer: string }) => [words, reviewer])).toEqual([
      ['很好', null],
      ['', '陈校长'],
      ['补安全要求', '陈校长'],
    ])
    expect((await read(id, as('office'))).reviews[0].reviewer).toBe('陈专家')
    const notices = await answer(author.get('/api/notices'))
    expect(JSON.stringify(notices)).toContain('学校退回了课程《船模制作》')
  })

  test('an expert of one of its schools does not judge it, nor an author', async () => {
    const bound = asking(
      app,
      await insertColleague(database, { n: 3, role: 'expert', at: c1, teacher: teacherId(s1, 3) }),
    )
    const id = await create()
    await write(id)
    await submit(id)
    await review(id, as('principal'), { step: '学校审核' })
    const levels = { step: '专家评审', levels: best }
    expect((await review(id, bound, levels)).title).toContain('您是春申中学的人')
    expect((await review(id, as('expert'), { step: '专家评审', levels: {} })).code).toBe('courses.levelMissing')
    expect((await review(id, as('expert'), levels)).status).toBe(200)
    expect((await review(id, as('office'), { step: '专家评审' })).code).toBe('courses.otherStep')
  })

  test('one for the own school needs the school alone; to show it to more is asked for again', async () => {
    const id = await create({ audience: '本校' })
    await write(id)
    await submit(id)
    await review(id, as('liaison'), { step: '学校审核' })
    expect(await read(id)).toMatchObject({ state: '已入库', published: 1 })
    await save(id, { about: { ...about, audience: '公开' } })
    expect(await read(id)).toMatchObject({ audience: '本校', audienceSought: '公开' })
    expect((await read(id, second)).status).toBe(404)
    await submit(id)
    await passBoth(id)
    await review(id, as('office'), { step: '学区审定' })
    expect(await read(id, as('outsider'))).toMatchObject({ status: 200, audience: '公开', shows: 2 })
    await as('office').post(`/api/courses/${id}/withdraw`)
    expect((await read(id, as('outsider'))).status).toBe(404)
    await as('office').post(`/api/courses/${id}/restore`)
    expect((await read(id, as('outsider'))).status).toBe(200)
  })
})
