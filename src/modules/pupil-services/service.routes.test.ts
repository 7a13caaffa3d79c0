import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { lapseAll } from './counted.actions.ts'

const { c1, s1, s2 } = PLACES
const NOW = new Date('2023-11-15T02:00:00Z')
let now = NOW

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const liaison = () => asPerson(app, 'liaison')
const school = `/api/units/${s1}/school-services`
const figure = async (code: string) => {
  const { figures } = (await office().get(`/api/units/${c1}/figures`)).json()
  return figures.find((one: { code: string; year: number }) => one.code === code && one.year === 2023)
}
const todos = async (person: 'office' | 'liaison') =>
  JSON.stringify((await asPerson(app, person).get('/api/today')).json())

describe('the sheet of a month', () => {
  const counts = [
    { item: 'law', times: 2, people: 60 },
    { item: 'counselling', times: 5, people: 5 },
    { item: 'to-clinic', times: 1 },
    { item: 'care', times: 0 },
  ]

  test('nobody is asked before a cluster has begun to tell', async () => {
    expect(await todos('liaison')).not.toContain('服务月报')
  })

  test('is told in numbers, and counts in the figures; a referral is no service', async () => {
    expect((await figure('pupil_service_times')).value).toBeNull()
    expect((await liaison().post(`${school}/months`, { month: '2023-09', counts })).statusCode).toBe(200)
    expect((await figure('pupil_service_times')).value).toBe(7)
    const page = (await liaison().get(`${school}?month=2023-09`)).json()
    expect(page).toMatchObject({ month: '2023-09', handedIn: ['2023-09'], handedInOn: '2023-11-15' })
    expect(page.counts).toEqual([
      { item: 'counselling', times: 5, people: 5 },
      { item: 'law', times: 2, people: 60 },
      { item: 'to-clinic', times: 1, people: 0 },
    ])
    const rows = (await office().get(`/api/units/${c1}/figures/pupil_service_times/rows?year=2023`)).json()
    expect(JSON.stringify(rows)).toContain('法律法规宣教')
    expect(JSON.stringify(rows)).not.toContain('转介')
  })

  test('told again, the later numbers stand', async () => {
    await liaison().post(`${school}/months`, { month: '2023-09', counts: [counts[0]] })
    expect((await figure('pupil_service_times')).value).toBe(2)
  })

  test('holds no word: not as an item, not beside a number, and there is no column for one', async () => {
    const written = { month: '2023-09', counts: [{ item: '某某同学情绪低落', times: 1 }] }
    expect((await liaison().post(`${school}/months`, written)).json()).toMatchObject({
      code: 'pupil-services.unknownItem',
    })
    const beside = { month: '2023-09', counts: [{ ...counts[2], note: '某某同学' }] }
    expect((await liaison().post(`${school}/months`, beside)).statusCode).toBe(400)
    const { rows } = await database.transact('owner', (db) =>
      sql<{ columnName: string }>`select column_name from information_schema.columns
        where table_schema = 'pupil_services' and table_name = 'month_count' and data_type in ('text', 'jsonb')`.execute(
        db,
      ),
    )
    expect(rows).toEqual([{ columnName: 'item' }])
    const stored = database.transact('owner', (db) =>
      sql`update pupil_services.month_count set item = '某某同学'`.execute(db),
    )
    await expect(stored).rejects.toThrow('month_count_item')
  })

  test('of a month that has not come is refused', async () => {
    const reply = await liaison().post(`${school}/months`, { month: '2023-12', counts: [] })
    expect(reply.json()).toMatchObject({ status: 422, title: '2023年12月还没有到，请选已经开始的月份。' })
  })

  test('the next month waits for the school; the office sees who lacks, and reminds them once a day', async () => {
    expect(await todos('liaison')).toContain('填报2023年10月的服务月报')
    expect(await todos('office')).toContain('3 所学校还没有填报2023年10月的服务月报')
    const { schools } = (await office().get(`/api/units/${c1}/pupil-services?month=2023-09`)).json()
    expect(schools.map((one: { handedInOn: string | null }) => one.handedInOn)).toEqual(['2023-11-15', null, null])
    const remind = () => office().post(`/api/units/${c1}/pupil-services/reminders`, { month: '2023-10' })
    expect((await remind()).json()).toMatchObject({ told: [{ schoolId: s1 }], nobody: [{ schoolId: s2 }, {}] })
    expect((await remind()).json()).toMatchObject({ told: [], already: [{ schoolId: s1 }] })
    expect(JSON.stringify((await liaison().get('/api/notices')).json())).toContain(
      '请填报2023年10月的家庭与学生服务月报',
    )
  })
})

describe('a parents’ school', () => {
  test('counts from its day; what is not told is not there', async () => {
    const save = (body: object) => liaison().post(`${school}/parent-school?year=2023`, body)
    expect((await figure('parent_schools_share')).value).toBeNull()
    await save({ lessons: 0 })
    expect(await figure('parent_schools_share')).toMatchObject({ numerator: 0, denominator: 3 })
    await save({ establishedOn: '2024-08-31', lessons: 8, head: '陈校长' })
    expect(await figure('parent_schools_share')).toMatchObject({ value: 33.33, numerator: 1, denominator: 3 })
    const { rows } = (
      await office().get(`/api/units/${c1}/figures/parent_schools_share/rows?year=2023&counted=no`)
    ).json()
    expect(rows.map(({ reason }: { reason: string }) => reason)).toEqual(['还没有登记', '还没有登记'])
    const head = async (person: 'liaison' | 'city') => (await asPerson(app, person).get(`${school}?year=2023`)).json().parentSchool.head // prettier-ignore
    expect(await head('liaison')).toBe('陈校长')
    const next = (await liaison().get(`${school}?year=2024`)).json()
    expect(next).toMatchObject({ parentSchool: null, parentSchoolBefore: { establishedOn: '2024-08-31', lessons: 8 } })
  })

  test('evidence is an address', async () => {
    const reply = await liaison().post(`${school}/parent-school?year=2023`, { evidence: 'javascript:alert(1)' })
    expect(reply.statusCode).toBe(400)
  })
})

describe('first aid', () => {
  const aed = { kind: 'AED', place: '一楼大厅', fromDay: '2023-09-01', untilDay: '2023-12-31' }
  const add = (body: object) => liaison().post(`/api/units/${s1}/first-aid`, body)

  test('a device needs a place, a training a number', async () => {
    expect((await add({ ...aed, place: '' })).json().facts.issues[0].path).toBe('place')
    expect((await add({ ...aed, kind: '救护培训' })).json().facts.issues[0].path).toBe('people')
    expect((await add({ ...aed, untilDay: '2023-08-01' })).json().facts.issues[0].path).toBe('untilDay')
  })

  test('a school is covered with both; what expires within sixty days is told, what has expired no longer counts', async () => {
    const { id } = (await add(aed)).json()
    expect(await figure('aed_share')).toMatchObject({ numerator: 0, denominator: 3 })
    expect(await figure('aed_placed_share')).toMatchObject({ numerator: 1 })
    await add({ kind: '救护培训', people: 12, fromDay: '2023-09-10', untilDay: '2026-09-09' })
    expect(await figure('aed_share')).toMatchObject({ numerator: 1, denominator: 3 })
    expect(await todos('liaison')).toContain('AED（一楼大厅）的电极片或电池2023年12月31日到期，请更换')
    now = new Date('2024-01-02T02:00:00Z')
    await systemOf(app.parts).inContext(lapseAll)
    expect(await figure('aed_share')).toMatchObject({ numerator: 0 })
    const { rows } = (await office().get(`/api/units/${c1}/figures/aed_share/rows?year=2023&counted=no`)).json()
    expect(rows.map(({ reason }: { reason: string }) => reason)).toContain('没有在有效期内的AED')
    await liaison().patch(`/api/first-aid/${id}`, { ...aed, untilDay: '2026-12-31' })
    expect(await figure('aed_share')).toMatchObject({ numerator: 1 })
    expect(await todos('liaison')).not.toContain('请更换')
    expect((await asPerson(app, 'teacher').del(`/api/first-aid/${id}`)).statusCode).toBe(403)
    expect((await liaison().del(`/api/first-aid/${id}`)).statusCode).toBe(200)
    expect(await figure('aed_share')).toMatchObject({ numerator: 0 })
    now = NOW
  })
})
