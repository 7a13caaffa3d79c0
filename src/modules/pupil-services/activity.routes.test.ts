import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { titles } from './activity-table.ts'

const { c1, s1, s2, s4 } = PLACES

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => new Date('2024-03-15T02:00:00Z') })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const list = async () => (await office().get(`/api/units/${c1}/pupil-activities?year=2023`)).json()
const figure = async (code: string) => {
  const { figures } = (await office().get(`/api/units/${c1}/figures`)).json()
  return figures.find((one: { code: string; year: number }) => one.code === code && one.year === 2023)
}
const part = (schoolId: number, pupils: number, more = {}) => ({ schoolId, pupils, ...more })
const contest = {
  ...{ title: '君莲杯传统文化知识竞赛', kind: '竞赛', runBy: '学区', schoolId: s1, fromDay: '2024-03-08' },
  parts: [part(s1, 120, { awards: 3 }), part(s2, 80, { awards: 5 })],
}

describe('an activity', () => {
  let id: string

  test('of two schools is a joint one, counted once at its host and with the pupils of each school', async () => {
    expect((await figure('joint_activities')).value).toBeNull()
    id = (await office().post(`/api/units/${c1}/pupil-activities`, contest)).json().id
    expect(await figure('joint_activities')).toMatchObject({ value: 1, parts: expect.objectContaining({ 竞赛: 1 }) })
    expect((await figure('joint_pupils')).value).toBe(200)
    expect(await figure('joint_schools_share')).toMatchObject({ numerator: 2, denominator: 3 })
    const { activities } = await list()
    expect(activities).toMatchObject([{ title: contest.title, joint: true, untilDay: '2024-03-08', can: ['keep'] }])
    const { rows } = (await office().get(`/api/units/${c1}/figures/joint_pupils/rows?year=2023`)).json()
    expect(rows.map(({ weight }: { weight: number }) => weight).sort()).toEqual([120, 80].sort())
  })

  test('of one school alone is none, and the figure says why', async () => {
    await office().patch(`/api/pupil-activities/${id}`, { ...contest, parts: [part(s1, 120)] })
    expect((await figure('joint_activities')).value).toBe(0)
    expect((await figure('joint_pupils')).value).toBe(0)
    const { rows } = (await office().get(`/api/units/${c1}/figures/joint_activities/rows?year=2023&counted=no`)).json()
    expect(rows).toMatchObject([{ reason: '只有一所学校参加' }])
  })

  test('of the cluster’s own, of practice or showing, is an event of the plan', async () => {
    expect((await figure('pupil_events')).value).toBe(0)
    await office().patch(`/api/pupil-activities/${id}`, { ...contest, kind: '展示交流' })
    expect(await figure('pupil_events')).toMatchObject({ value: 1 })
    await office().del(`/api/pupil-activities/${id}`)
    expect(await figure('pupil_events')).toMatchObject({ value: 0 })
  })

  test('has members alone, each once, and does not end before it begins', async () => {
    const add = (body: object) => office().post(`/api/units/${c1}/pupil-activities`, { ...contest, ...body })
    expect((await add({ parts: [part(s4, 1)] })).json().title).toContain('不是本学区该学年的成员校')
    expect((await add({ parts: [part(s1, 1), part(s1, 2)] })).statusCode).toBe(400)
    expect((await add({ untilDay: '2024-03-07' })).json().facts.issues[0].path).toBe('untilDay')
  })

  test('of a school is kept by that school, and not given to another', async () => {
    const liaison = asPerson(app, 'liaison')
    const own = {
      ...contest,
      runBy: '学校',
      title: '家长课堂',
      kind: '家长学校',
      parts: [part(s1, 0, { families: 45 })],
    }
    const { id: mine } = (await liaison.post(`/api/units/${c1}/pupil-activities`, own)).json()
    expect(await figure('families_reached')).toMatchObject({ value: 45 })
    expect(await figure('family_guidance')).toMatchObject({ value: 1 })
    expect((await liaison.patch(`/api/pupil-activities/${mine}`, { ...own, schoolId: s2 })).statusCode).toBe(403)
    expect((await liaison.patch(`/api/pupil-activities/${mine}`, { ...own, runBy: '学区' })).statusCode).toBe(403)
    expect((await asPerson(app, 'teacher').del(`/api/pupil-activities/${mine}`)).statusCode).toBe(403)
    expect((await liaison.del(`/api/pupil-activities/${mine}`)).statusCode).toBe(200)
  })
})

describe('a sheet of activities', () => {
  /** S1, as that year's list of schools calls it. */
  const host = async (): Promise<{ name: string }> => (await list()).schools.find(({ id }: { id: number }) => id === s1)
  const row = (at: string, school: string, pupils: number | string) => ['合唱节', '展示交流', '', '学区', '2024-04-01', '', '礼堂', at, school, pupils, '', '', 2, 1, 2, '', ''] // prettier-ignore
  const fileOf = async (...rows: (string | number)[][]) => {
    const sheet = { name: '活动', columns: titles.map((title) => ({ title })), rows }
    const parts: Buffer[] = []
    for await (const chunk of writeWorkbook([sheet])) parts.push(Buffer.from(chunk as Uint8Array))
    return { name: '活动.xlsx', content: Buffer.concat(parts) }
  }
  const upload = async (file: { name: string; content: Buffer }, take = '') =>
    (await office().upload(`/api/units/${c1}/pupil-activities/file${take}`, file)).json()

  test('is read first, taken when told to, and a second time changes nothing', async () => {
    const { schools } = await list()
    const [one, two] = schools as { id: number; name: string }[]
    const { name: at } = await host()
    const file = await fileOf(row(at, one!.name, 60), row(at, two!.name, 40))
    expect(await upload(file)).toEqual({ activities: 1, known: 0, faults: [], taken: false })
    expect((await list()).activities).toEqual([])
    expect(await upload(file, '?take=yes')).toMatchObject({ activities: 1, taken: true })
    expect(await upload(file, '?take=yes')).toMatchObject({ activities: 1, known: 1, taken: true })
    const { activities } = await list()
    expect(activities).toMatchObject([{ title: '合唱节', place: '礼堂', runBy: '学区', joint: true }])
    // Who writes the prizes need not add them up.
    expect(activities[0].parts).toMatchObject(Array(2).fill({ awards: 3, firstPrizes: 1, secondPrizes: 2, thirdPrizes: 0 })) // prettier-ignore
    expect((await figure('joint_pupils')).value).toBe(100)
  })

  test('with a fault is not taken at all', async () => {
    const reply = await upload(await fileOf(row((await host()).name, '没有的学校', 1)), '?take=yes')
    expect(reply).toMatchObject({ taken: false, faults: [{ at: 'I2' }] })
    expect((await list()).activities).toHaveLength(1)
  })

  test('of something else is said so', async () => {
    const reply = await upload({ name: '名单.csv', content: Buffer.from('姓名,工号\n张三,1\n') })
    expect(reply).toMatchObject({ code: 'pupil-services.noTable' })
  })

  test('goes out as it comes in', async () => {
    const { rawPayload } = await office().get(`/api/units/${c1}/pupil-activities.xlsx?year=2023`)
    const workbook = await new ExcelJS.Workbook().xlsx.load(rawPayload as unknown as ArrayBuffer)
    expect(JSON.stringify(workbook.worksheets[0]!.getSheetValues())).toContain('合唱节')
    expect(await upload({ name: '活动.xlsx', content: rawPayload })).toMatchObject({
      activities: 1,
      known: 1,
      faults: [],
    })
  })
})
