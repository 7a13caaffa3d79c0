import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '#shared/endpoint.ts'
import type { Database } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { cast, factId, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import type { concernApi } from './concern.contract.ts'
import type { figureApi } from './figure.contract.ts'
import type { forecastApi } from './forecast.contract.ts'
import type { Goal, goalApi } from './goal.contract.ts'
import type { targetApi } from './target.contract.ts'

const { c1, c2, districtA, group, s1 } = PLACES
const NEXT = YEAR + 1

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => new Date('2023-12-25T04:00:00Z') })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function get<R>(person: Person, url: string): Promise<R> {
  const reply = await asPerson(app, person).get(url)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<R>()
}
const targets = (person: Person, unit: number = c1) =>
  get<Reply<typeof targetApi.read>>(person, `/api/units/${unit}/targets`)
const concerns = async (person: Person = 'office') =>
  (await get<Reply<typeof concernApi.list>>(person, `/api/units/${c1}/concerns`)).concerns
const history = (code: string) => get<Reply<typeof goalApi.history>>('office', `/api/units/${c1}/targets/${code}`)
const entry = (version: number, value: number, more: object = {}) => ({
  version,
  direction: 'at-least',
  baselineYear: YEAR,
  steps: [{ year: NEXT, value }],
  basis: '理事会2023年第2次会议',
  reason: '各校都能派得出人',
  ...more,
})
const set = (code: string, body: object, person: Person = 'office', unit: number = c1) =>
  asPerson(app, person).post(`/api/units/${unit}/targets/${code}`, body)

describe('the targets of a cluster', () => {
  test('stand on one axis of years, rule beside rule, the strictest marked', async () => {
    const { year, years, figures, can } = await targets('principal')
    expect([year, years, can]).toEqual([YEAR, [2021, 2022, 2023, 2024, 2025], []])
    const rate = figures.find(({ code }) => code === 'rotation_rate')!
    expect(rate.values).toEqual([{ year: YEAR, value: 16.67 }])
    expect(rate.rules.map(({ pack, target, from, until }) => [pack, target, from, until])).toEqual([
      ['shanghai-close-knit', '≥ 5', 2019, null],
      ['shanghai-demonstration-2023', '≥ 20', 2023, 2025],
    ])
    const now = rate.years.find((one) => one.year === YEAR)!
    expect(now).toMatchObject({ relation: 'nested', atLeast: 20, value: 16.67 })
    expect(now.rules).toEqual([
      { at: 0, status: 'met', gap: '', strictest: false },
      { at: 1, status: 'missed', gap: '还差 1 人', strictest: true },
    ])
    expect(rate.years.find((one) => one.year === 2022)!.rules).toEqual([
      { at: 0, status: 'no-data', gap: '', strictest: true },
    ])
    expect(rate.years.find((one) => one.year === 2025)!.rules.map(({ status }) => status)).toEqual(['met', 'missed'])
  })

  test('of a district are none', async () => {
    const { figures, goals } = await targets('district', districtA)
    expect(figures.flatMap(({ rules }) => rules)).toEqual([])
    expect(goals).toEqual([])
  })
})

describe('a target of the cluster’s own', () => {
  test('keeps the value it starts from, and is judged wherever the figure is', async () => {
    const reply = await set('rotation_rate', entry(0, 30))
    expect(reply.statusCode, reply.body).toBe(200)
    expect(reply.json<Goal>()).toMatchObject({
      version: 1,
      baseline: { year: YEAR, value: 16.67, numerator: 1, denominator: 6 },
      setBy: '陈办一',
      ended: false,
    })
    expect(reply.json<Goal>().baseline!.rule).toContain('交流轮岗教师人数 ÷')
    const overview = await get<Reply<typeof figureApi.overview>>(
      'teacher',
      `/api/units/${c1}/figures?years=${YEAR},${NEXT}`,
    )
    const rate = overview.figures.find(({ code, year }) => code === 'rotation_rate' && year === NEXT)!
    expect(rate.rules.at(-1)).toMatchObject({ packName: '本学区自定', clause: '理事会2023年第2次会议', target: '≥ 30' })
    const figure = await get<Reply<typeof figureApi.read>>(
      'office',
      `/api/units/${c1}/figures/rotation_rate?year=${YEAR}`,
    )
    expect(figure.figure.ahead.at(-1)).toMatchObject({ pack: 'own', by: NEXT, status: 'missed' })
    expect(figure.can).toContain('setTargets')
    const { goals, figures } = await targets('expert')
    expect(goals).toHaveLength(1)
    expect(figures.find(({ code }) => code === 'rotation_rate')!.rules.map(({ pack }) => pack)).toContain('own')
  })

  test('binds that cluster alone', async () => {
    const { figures } = await targets('district', c2)
    expect(figures.flatMap(({ rules }) => rules).map(({ pack }) => pack)).not.toContain('own')
  })

  test('is changed by a new version, the old one stays readable, and the base stays as it was', async () => {
    expect((await set('rotation_rate', entry(1, 25), 'district')).statusCode).toBe(200)
    const { versions } = await history('rotation_rate')
    expect(versions.map(({ version, setBy, steps }) => [version, setBy, steps[0]!.value])).toEqual([
      [2, '陈区一', 25],
      [1, '陈办一', 30],
    ])
    expect(versions[0]!.baseline).toEqual(versions[1]!.baseline)
  })

  test('is told to the other side: the office hears of its district, the district of the office', async () => {
    const told = async (person: Person) => {
      const reply = await asPerson(app, person).get('/api/notices')
      return reply.json<{ notices: { title: string }[] }>().notices.map(({ title }) => title)
    }
    expect((await told('office')).filter((title) => /自定目标/.test(title))).toEqual([expect.stringMatching(/陈区一改了自定目标$/)]) // prettier-ignore
    expect((await told('district')).filter((title) => /自定目标/.test(title))).toEqual([expect.stringMatching(/陈办一设定了自定目标$/)]) // prettier-ignore
  })

  test('that somebody else has changed meanwhile is not overwritten', async () => {
    const reply = await set('rotation_rate', entry(1, 90))
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([409, 'assessment.goalMoved'])
    const both = await Promise.all([set('backbone', entry(0, 5)), set('backbone', entry(0, 6), 'district')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('can be ended, and set again', async () => {
    const end = await asPerson(app, 'office').post(`/api/units/${c1}/targets/backbone/end`, {
      version: 1,
      reason: '并入新的三年计划',
    })
    expect(end.statusCode, end.body).toBe(200)
    const { goals, figures } = await targets('office')
    expect(goals.map(({ code, ended }) => [code, ended])).toEqual([['backbone', true], ['rotation_rate', false]]) // prettier-ignore
    expect(figures.find(({ code }) => code === 'backbone')!.rules).toEqual([])
    const again = { version: 2, reason: '再来' }
    expect((await asPerson(app, 'office').post(`/api/units/${c1}/targets/backbone/end`, again)).statusCode).toBe(409)
    expect((await set('backbone', entry(2, 7))).statusCode).toBe(200)
    expect((await history('backbone')).versions.map(({ ended }) => ended)).toEqual([false, true, false])
  })

  test.each([
    ['rotation_rate', entry(2, 120), 400],
    ['rotation_rate', entry(2, -1), 400],
    ['rotation_rate', entry(2, 20, { steps: [] }), 400],
    ['rotation_rate', entry(2, 20, { reason: ' ' }), 400],
    ['rotation_rate', entry(2, 20, { baselineYear: 2020 }), 409],
    ['open_lessons', entry(0, 2.5), 400],
    ['nonsense', entry(0, 20), 404],
  ])('of %s refuses %o', async (code, body, status) => expect((await set(code, body)).statusCode).toBe(status))

  test('is set by the office, or by its district for it; by nobody else, and for no school', async () => {
    for (const person of ['city', 'principal', 'liaison', 'teacher', 'expert', 'outsider'] as const)
      expect((await set('studios', entry(0, 5), person)).statusCode, person).toBe(403)
    expect((await set('studios', entry(0, 5), 'district', s1)).statusCode).toBe(403)
    expect((await set('studios', entry(0, 5, { baselineYear: null }), 'district', group)).statusCode).toBe(200)
  })
})

describe('a warning', () => {
  const write = (words: string, person: Person = 'office') =>
    asPerson(app, person).post(`/api/units/${c1}/figures/exported_courses/notes`, { concern: 'below/own', words })
  const about = async () => (await concerns()).filter(({ code }) => code === 'exported_courses')

  test('comes with a target below what is there, and waits for the office', async () => {
    await set('exported_courses', entry(0, 0))
    expect(await about()).toMatchObject([
      {
        key: 'below/own',
        settled: false,
        notes: [],
        words: '本学区自定的目标低于已有的水平：2024学年 ≥ 0 门，2023学年已是 1 门',
      },
    ])
    expect(await waiting()).toEqual([['1 处数据需要说明原因', '输出共享课程', `/clusters/${c1}/targets`]])
  })

  /** What waits for the office, as its Today page asks. */
  const waiting = async () => {
    const grants = [{ role: 'cluster-office' as const, unitId: c1, unitKind: 'cluster', unitName: '春申学区' }]
    return systemOf(app.parts).inContext(async (ctx) => {
      const todos = ctx.todos.find(({ name }) => name === 'assessment.notes')!
      const found = await todos.list({ ...ctx, actor: { ...ctx.actor, grants } })
      return found.map(({ title, detail, to }) => [title, detail, to])
    })
  }

  test('is settled by a note, which everyone who reads the figure sees', async () => {
    expect((await write('这门课明年停开')).statusCode).toBe(200)
    const [found] = (await concerns('teacher')).filter(({ code }) => code === 'exported_courses')
    expect(found).toMatchObject({
      settled: true,
      notes: [{ words: '这门课明年停开', writtenBy: '陈办一', current: true }],
    })
    expect(await waiting()).toEqual([])
  })

  test('keeps the older words when the note is changed', async () => {
    await write('这门课并入长程课程', 'district')
    expect((await about())[0]!.notes.map(({ words, writtenBy }) => [words, writtenBy])).toEqual([
      ['这门课并入长程课程', '陈区一'],
      ['这门课明年停开', '陈办一'],
    ])
  })

  test('opens again when the figures change by more than a little, and the note stands as one of older numbers', async () => {
    await database.transact('owner', async (db) => {
      await db
        .insertInto('courses.course')
        .values({
          districtId: districtA,
          clusterId: c1,
          schoolId: s1,
          schoolYear: YEAR,
          id: factId('course', 9),
          code: 'K9',
          name: '新课',
          coBuilt: false,
          featured: false,
          exported: true,
          benefitingStudents: 1,
        }) // prettier-ignore
        .execute()
      await noteStale(db, [{ districtId: districtA, schoolId: s1, schoolYear: YEAR, source: 'courses.courses' }])
    })
    const [found] = await about()
    expect(found!.settled).toBe(false)
    expect(found!.notes.map(({ current }) => current)).toEqual([false, false])
    expect(found!.words).toContain('2023学年已是 2 门')
  })

  test('that is not there takes no note', async () => {
    const reply = await asPerson(app, 'office').post(`/api/units/${c1}/figures/teachers/notes`, {
      concern: 'jump/2021',
      words: '没有这回事',
    })
    expect(reply.statusCode).toBe(409)
  })
})

describe('the forecast to the end of the year', () => {
  const forecasts = (person: Person, more = '') =>
    get<Reply<typeof forecastApi.list>>(person, `/api/units/${c1}/forecasts${more}`)

  test('of a figure that grows goes by the days where there is no year before', async () => {
    const { year, forecasts: found } = await forecasts('office', '?code=open_lessons')
    expect(year).toBe(YEAR)
    expect(found).toMatchObject([{ how: 'linear', now: 1, low: 2, mid: 3, high: 4, last: null }])
    expect(found[0]!.words).toContain('到2023年12月25日有 1 节')
  })

  test('goes by the pace of the year before where there is one', async () => {
    await database.transact('owner', async (db) => {
      const days = ['2022-10-01', '2023-03-01', '2023-04-01', '2023-05-01']
      const activity = { districtId: districtA, clusterId: c1, schoolId: s1, schoolYear: YEAR - 1, unionName: '语文', theme: '识字', form: '公开教学' as const, lecturerId: null } // prettier-ignore
      const rows = days.map((heldOn, n) => ({ ...activity, heldOn, id: factId('activity', 20 + n), rowKey: `b${n}` }))
      await db.insertInto('teachingResearch.activity').values(rows).execute()
    })
    const [found] = (await forecasts('office', '?code=open_lessons')).forecasts
    expect(found).toMatchObject({ how: 'pace', mid: 4 })
    expect(found!.words).toContain('2022学年同日已完成全年的 25%')
  })

  test('of a share is the forecast number over the denominator as it stands, held against this year’s rules', async () => {
    const found = (await forecasts('office')).forecasts.find(({ code }) => code === 'rotation_rate')!
    expect(found).toMatchObject({ how: 'linear', now: 16.67, mid: 50 })
    expect(found.rules.map(({ target, outlook }) => [target, outlook])).toEqual([
      ['≥ 5', 'met'],
      ['≥ 20', 'met'],
    ])
  })

  test('of what does not grow is what is there', async () => {
    const [found] = (await forecasts('office', '?code=rotated_backbone_share')).forecasts
    expect(found).toMatchObject({ how: 'as-is', now: 100, mid: 100 })
  })

  test('is the same for whoever may read the figure, whatever persons they see', async () => {
    const office = await forecasts('office')
    for (const person of ['city', 'teacher', 'expert'] as const) expect(await forecasts(person)).toEqual(office)
  })
})

describe('a year that has just begun, with one event on record', () => {
  let later: App
  beforeAll(async () => {
    later = await testApp(database, { now: () => new Date('2026-09-10T04:00:00Z') })
    await database.transact('owner', async (db) => {
      const year = { districtId: districtA, clusterId: c1, schoolId: s1, schoolYear: YEAR + 3 }
      const lesson = {
        unionName: '语文',
        theme: '识字',
        form: '公开教学' as const,
        lecturerId: null,
        heldOn: '2026-09-02',
      }
      await db
        .insertInto('teachingResearch.activity')
        .values({ ...year, ...lesson, id: factId('activity', 40), rowKey: 'new' })
        .execute()
      const keys = [{ ...year, source: 'teaching-research.activities' }]
      await noteRecorded(db, keys)
      await noteStale(db, keys)
    })
  })
  afterAll(() => later.close())

  test('leaves the years before on the axis, and every figure is judged by its last value', async () => {
    const { year, years, figures } = await asPerson(later, 'principal')
      .get(`/api/units/${c1}/targets`)
      .then((reply) => reply.json<Reply<typeof targetApi.read>>())
    expect([year, years.includes(YEAR)]).toEqual([YEAR + 3, true])
    const rate = figures.find(({ code }) => code === 'rotation_rate')!
    expect(rate.values.at(-1)).toEqual({ year: YEAR, value: 16.67 })
    expect(rate.rules.find(({ target }) => target === '≥ 5')!.status).toBe('met')
    expect(rate.rules.find(({ target }) => target === '≥ 20')).toMatchObject({ status: 'missed', gap: '还差 1 人' })
    expect(rate.years.find((one) => one.year === YEAR + 3)!.rules.map(({ status }) => status)).toEqual(['no-data'])
  })
})
