import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { System } from '#platform/cli.ts'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { shelve, type ShelvedCourse } from '../../../test/course-shelf.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import type { CourseFilter, CourseLine } from './find.contract.ts'
import { findHits, isEverywhere } from './find.sql.ts'
import { indexEntry } from './passage.actions.ts'
import { wordsOf } from './passage.rules.ts'

const { c1, c2, c3, districtA, districtB, s1, s2, s4, s5 } = PLACES
const NOW = new Date('2025-10-15T09:00:00Z')
const id = (n: number) => `00000000-0000-7000-9600-${String(n).padStart(12, '0')}`

let database: Database
let app: App
let system: System
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => NOW })
  system = systemOf({ database, config: readConfig({}), policies: readPolicies(projectRoot()), now: () => NOW })
  for (const [n, course] of shelf.entries()) await put(n, course)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const lesson = (title: string, steps = '') => ({ id: title, title, minutes: 40, goals: '', steps, materials: [] })
const file = { id: 'm', kind: 'link' as const, title: '观鸟记录表', fileId: null, address: 'https://a.cn' }
const of1 = { districtId: districtA, clusterId: c1, schoolId: s1 }
const shelf: Omit<ShelvedCourse, 'id'>[] = [
  { ...of1, name: '校园里的鸟', subject: '科学', kinds: ['特色'], content: { summary: '认识校园里常见的鸟，学写观察记录。', lessons: [{ ...lesson('第一课 听鸟鸣', '带上望远镜。'), materials: [file] }] } }, // prettier-ignore
  { ...of1, name: '颛桥剪纸', theme: '非遗传承', kinds: ['精品', '共建'], partnerSchoolIds: [s2], stages: ['小学', '初中'], content: { summary: '剪一只小鸟。' } }, // prettier-ignore
  { ...of1, schoolId: s2, name: 'Python 入门', subject: '信息科技', audience: '公开', content: { goals: 'STEM课程，用Ｐｙｔｈｏｎ画图。' }, byline: '钱乙二（春申小学）' }, // prettier-ignore
  { ...of1, clusterId: c2, schoolId: s4, name: '横沔的鸟', subject: '科学', audience: '全区', stages: ['初中'] },
  { ...of1, clusterId: c2, schoolId: s4, name: '横沔校本课', audience: '学区' },
  { districtId: districtB, clusterId: c3, schoolId: s5, name: '龙华的鸟', audience: '公开', theme: '生态文明', stages: ['初中'] }, // prettier-ignore
  { ...of1, schoolId: s2, name: '本校的鸟', audience: '本校' },
  {
    ...of1,
    schoolId: s2,
    name: '校园里的鸟（小学版）',
    audience: '本校',
    origin: { districtId: districtA, id: id(0) },
  },
]
const put = (n: number, course: Omit<ShelvedCourse, 'id'>) =>
  system.inContext((ctx) => shelve(ctx, { publishedAt: new Date(NOW.getTime() - n * 60_000), ...course, id: id(n) }))

type Asked = CourseFilter & { after?: string; limit?: number }
const ask = (query: Asked = {}, person: Person = 'teacher', unit: number = c1) =>
  asPerson(app, person).get(`/api/units/${unit}/courses?${new URLSearchParams(query as Record<string, string>)}`)
const read = async (query?: Asked, person?: Person, unit?: number) => (await ask(query, person, unit)).json()
const nameOf = ({ name }: CourseLine) => name.map(({ text }) => text).join('')
const names = async (query?: Asked, person?: Person, unit?: number) =>
  ((await read(query, person, unit)).courses as CourseLine[]).map(nameOf)
const counted = async (query: Asked, facet: string) =>
  Object.fromEntries((await read(query)).counts.facets[facet].map((one: { name: string; n: number }) => [one.name, one.n])) // prettier-ignore

describe('the courses of a repository', () => {
  test('are those that the reader finds, 精品 first, then the newest', async () => {
    expect(await names()).toEqual(['颛桥剪纸', '校园里的鸟', 'Python 入门', '横沔的鸟', '龙华的鸟'])
    expect(await names({}, 'outsider', c3)).toEqual(['Python 入门', '龙华的鸟'])
    expect(await names({}, 'district')).toHaveLength(8)
  })

  test('are closed to those who have nothing to do with the cluster', async () => {
    expect((await ask({}, 'outsider', c1)).statusCode).toBe(403)
    expect((await ask({}, 'teacher', s1)).statusCode).toBe(404)
  })

  test('come page by page, each once, and are counted with the first', async () => {
    const first = await read({ limit: 2 })
    const second = await read({ limit: 2, after: first.next })
    const third = await read({ limit: 2, after: second.next })
    const all = [first, second, third].flatMap(({ courses }) => courses.map(nameOf))
    expect(all).toEqual(await names())
    expect([first.counts.total, second.counts, third.next]).toEqual([5, null, null])
    expect((await ask({ after: '1.1.x' })).statusCode).toBe(400)
  })

  test('tell who has it, with whom, and how many have taken it over', async () => {
    const { courses, can } = await read()
    expect(courses[0]).toMatchObject({ school: { id: s1, name: '春申中学' }, partners: ['春申小学'], adopted: 0, kinds: ['精品', '共建'] }) // prettier-ignore
    expect(courses[1]).toMatchObject({ adopted: 1, origin: null, publishedOn: '2025-10-15' })
    expect(can).toEqual(['add'])
    expect((await read({}, 'office')).can).toEqual([])
    const copies = (await read({ q: '小学版' }, 'office')).courses
    expect(copies[0]).toMatchObject({ origin: '春申中学' })
  })
})

describe('a search', () => {
  test.each([
    ['鸟', ['校园里的鸟', '横沔的鸟', '龙华的鸟', '颛桥剪纸']],
    ['里的鸟', ['校园里的鸟']],
    ['常见的鸟，学写', ['校园里的鸟']],
    ['常见的鸟,学写', ['校园里的鸟']],
    ['望远镜', ['校园里的鸟']],
    ['观鸟记录表', ['校园里的鸟']],
    ['PYTHON', ['Python 入门']],
    ['ｓｔｅｍ课', ['Python 入门']],
    ['剪纸 小鸟', ['颛桥剪纸']],
    ['非遗', ['颛桥剪纸']],
    ['钱乙二', ['Python 入门']],
    ['鸟鸣望', []],
    ['的鸟里', []],
    ['观察鸟', []],
    ['%', []],
  ])('for %s finds %j', async (q, found) => expect(await names({ q })).toEqual(found))

  test('tells the words that it was for', async () => {
    const [course] = (await read({ q: '观察记录' })).courses
    expect(course.snippet).toEqual([
      { text: '认识校园里常见的鸟，学写', hit: false },
      { text: '观察记录', hit: true },
      { text: '。\n第一课听鸟鸣\n带上望远镜。\n观鸟记录表\n科学', hit: false },
    ])
    const [python] = (await read({ q: 'python' })).courses
    expect(python.name).toEqual([
      { text: 'Python', hit: true },
      { text: ' 入门', hit: false },
    ])
  })

  test('goes on behind those that have the words in their name', async () => {
    const found: string[] = []
    for (let after: string | undefined; ;) {
      const page = await read({ q: '鸟', limit: 1, ...(after && { after }) })
      found.push(...page.courses.map(nameOf))
      if (page.next === null) break
      after = page.next
    }
    expect(found).toEqual(['校园里的鸟', '横沔的鸟', '龙华的鸟', '颛桥剪纸'])
  })
})

test('where the words are everywhere, going down the list finds the same', () =>
  system.inContext(async ({ db }) => {
    const reader = { all: true, districtIds: [], officeIds: [], expertIds: [], schoolIds: [], clusterIds: [], homeDistrictIds: [] } // prettier-ignore
    for (const q of ['鸟', '里的鸟', '的', '鸟 小学', '没有的词']) {
      const search = { reader, districtIds: [districtA, districtB], clusterId: c1, words: wordsOf(q), chosen: {} }
      const page = { after: undefined, most: 50 }
      const { hits } = await findHits(db, search, { ...page, everywhere: false }, undefined)
      expect((await findHits(db, search, { ...page, everywhere: true }, undefined)).hits).toEqual(hits)
    }
    expect(await isEverywhere(db, { reader, districtIds: [districtA], clusterId: c1, words: ['鸟'], chosen: {} })).toBe(false) // prettier-ignore
  }))

describe('a facet', () => {
  test('narrows the list', async () => {
    expect(await names({ stage: '初中' })).toEqual(['颛桥剪纸', '横沔的鸟', '龙华的鸟'])
    expect(await names({ stage: '初中', area: '其他学区' })).toEqual(['横沔的鸟', '龙华的鸟'])
    expect(await names({ subject: 'none', area: '本学区' })).toEqual(['颛桥剪纸'])
    expect(await names({ school: s2 })).toEqual(['Python 入门'])
    expect(await names({ kind: '共建' })).toEqual(['颛桥剪纸'])
    expect(await names({ q: '鸟', theme: '生态文明' })).toEqual(['龙华的鸟'])
  })

  test('is counted under the others that are chosen', async () => {
    expect(await counted({}, 'stage')).toEqual({ 小学: 3, 初中: 3 })
    expect(await counted({ subject: '科学' }, 'stage')).toEqual({ 小学: 1, 初中: 1 })
    expect(await counted({ subject: '科学' }, 'subject')).toEqual({ 科学: 2, 信息科技: 1, none: 2 })
    expect(await counted({ subject: '科学', stage: '初中' }, 'subject')).toEqual({ 科学: 1, none: 2 })
    expect(await counted({ q: '鸟' }, 'school')).toEqual({ 春申中学: 2, 横沔中学: 1, 龙华中学: 1 })
    expect(await counted({ area: '本学区' }, 'area')).toEqual({ 本学区: 3, 其他学区: 2 })
    expect((await read({ subject: '科学', stage: '初中' })).counts).toMatchObject({ total: 1, more: false, rough: false }) // prettier-ignore
  })
})

describe('the list follows the courses', () => {
  const change = (n: number, set: string) =>
    system.inContext(async (ctx) => {
      await sql`update courses.entry set ${sql.raw(set)} where id = ${id(n)}`.execute(ctx.db)
      await indexEntry(ctx, { districtId: districtA, id: id(n) })
    })

  test('one that was taken back is gone, and comes back', async () => {
    await change(0, 'withdrawn_at = now()')
    expect(await names({ q: '望远镜' })).toEqual([])
    await change(0, 'withdrawn_at = null')
    expect(await names({ q: '望远镜' })).toEqual(['校园里的鸟'])
  })

  test('one that was closed without being listed anew is not shown', async () => {
    await system.inContext(({ db }) => sql`update courses.entry set audience = '本校' where id = ${id(3)}`.execute(db))
    expect(await names({ q: '横沔' })).toEqual([])
    await change(3, `audience = '全区'`)
    expect(await names({ q: '横沔' })).toEqual(['横沔的鸟'])
  })
})
