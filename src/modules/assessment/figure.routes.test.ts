import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '#shared/endpoint.ts'
import type { Database } from '#platform/database/database.ts'
import { noteStale } from '#platform/facts.ts'
import { cast, factId, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { figureApi } from './figure.contract.ts'

const { c1, c2, group, districtA, districtB, city, s1, s2, s3, s4 } = PLACES
type Overview = Reply<typeof figureApi.overview>
type Read = Reply<typeof figureApi.read>
type Rows = Reply<typeof figureApi.rows>

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
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
const overview = (person: Person, unit: number, years = `${YEAR}`) =>
  get<Overview>(person, `/api/units/${unit}/figures?years=${years}`)
const read = (person: Person, unit: number, code: string) =>
  get<Read>(person, `/api/units/${unit}/figures/${code}?year=${YEAR}`)
const rows = (person: Person, unit: number, code: string, more = '') =>
  get<Rows>(person, `/api/units/${unit}/figures/${code}/rows?year=${YEAR}${more}`)
const figure = ({ figures }: Overview, code: string) => figures.find((one) => one.code === code)!

describe('the overview', () => {
  test('of a cluster adds up its members of that year, each figure with its rules', async () => {
    const reply = await overview('office', c1)
    expect(reply.unit).toMatchObject({ name: '春申学区', schools: [{ year: YEAR, schools: 3, campuses: 3 }] })
    expect(figure(reply, 'teachers')).toMatchObject({ value: 9, numerator: 9, denominator: null, rules: [] })
    const rate = figure(reply, 'rotation_rate')
    expect(rate).toMatchObject({ value: 16.67, numerator: 1, denominator: 6 })
    expect(rate.rules.map(({ pack, clause, target, status, gap }) => [pack, clause, target, status, gap])).toEqual([
      ['shanghai-close-knit', '四（二）', '≥ 5', 'met', ''],
      ['shanghai-demonstration-2023', '加强学区和集团师资流动', '≥ 20', 'missed', '还差 1 人'],
    ])
    expect(figure(reply, 'venue_sharing').parts).toEqual({ 创新实验室: 0, 图书馆: 0, 体育场馆: 1, 其他: 0 })
    expect(figure(reply, 'paper_collections').value).toBeNull()
    expect(reply.tables).toHaveLength(6)
  })

  test('counts a school in a 学区 and in a 集团, and once in the district', async () => {
    const teachers = async (unit: number) => figure(await overview('city', unit), 'teachers').value
    expect(await teachers(c1)).toBe(9)
    expect(await teachers(group)).toBe(6)
    expect(await teachers(c2)).toBe(3)
    expect(await teachers(districtA)).toBe(15)
    expect(await teachers(districtB)).toBe(3)
    expect(await teachers(city)).toBe(18)
  })

  test('without years shows those of which something is on record', async () => {
    const reply = await get<Overview>('office', `/api/units/${c1}/figures`)
    expect(reply.years).toEqual([YEAR])
  })

  test('of a year of which nothing is on record is no data, not 0', async () => {
    const reply = await overview('office', c1, `${YEAR - 5}`)
    expect(new Set(reply.figures.map(({ value }) => value))).toEqual(new Set([null]))
  })

  test('is fresh after a change, for many readers at once', async () => {
    await database.transact('owner', async (db) => {
      await db
        .updateTable('courses.course')
        .set({ benefitingStudents: 55 })
        .where('id', '=', factId('course', 1))
        .execute()
      await noteStale(db, [{ districtId: districtA, schoolId: s1, schoolYear: YEAR, source: 'courses.courses' }])
    })
    const replies = await Promise.all(Array.from({ length: 8 }, () => overview('office', c1)))
    expect(replies.map((reply) => figure(reply, 'benefiting_students').value)).toEqual(Array(8).fill(55))
  })
})

describe('a figure', () => {
  test('opens to its formula, its trend and its schools in the order of their pinyin', async () => {
    const reply = await read('principal', c1, 'rotation_rate')
    expect(reply.formula.text).toContain('÷')
    expect(reply.formula.denominator?.title).toBe('符合交流条件的教师')
    expect(reply.trend).toEqual([{ year: YEAR, value: 16.67, numerator: 1, denominator: 6 }])
    expect(reply.breakdown.map(({ unitId, numerator, denominator }) => [unitId, numerator, denominator])).toEqual(
      expect.arrayContaining([[s1, 1, 2], [s2, 0, 2], [s3, 0, 2]]), // prettier-ignore
    )
    expect(reply.can).toEqual(['read', 'readRows', 'export'])
  })

  test('of a district opens to its clusters, of the city to its districts', async () => {
    const clusters = (await read('district', districtA, 'teachers')).breakdown
    expect(new Map(clusters.map(({ unitId, value }) => [unitId, value]))).toEqual(new Map([[c1, 9], [group, 6], [c2, 3]])) // prettier-ignore
    const districts = (await read('city', city, 'teachers')).breakdown
    expect(new Map(districts.map(({ unitId, value }) => [unitId, value]))).toEqual(new Map([[districtA, 15], [districtB, 3]])) // prettier-ignore
  })

  test.each([['nonsense'], ['rotation_rate%20'], ['__proto__']])('called %s does not exist', async (code) => {
    const reply = await asPerson(app, 'office').get(`/api/units/${c1}/figures/${code}?year=${YEAR}`)
    expect(reply.statusCode).toBe(404)
  })
})

describe('the rows behind a figure', () => {
  test('open to the teacher, by name for the office', async () => {
    const reply = await rows('office', c1, 'rotation_rate')
    expect(reply.totals).toEqual({ counted: 1, leftOut: 0 })
    expect(reply.rows[0]).toMatchObject({
      subjectId: teacherId(s1, 1),
      subject: teacherName(s1, 1),
      masked: false,
      school: '春申中学',
      cells: { staffNo: '020011', toSchool: '春申小学', startOn: '2023-09-01' },
    })
  })

  test('are masked where the reader does not see names', async () => {
    const { rows: found } = await rows('principal', c1, 'teachers')
    const named = found.filter(({ masked }) => !masked)
    expect(found).toHaveLength(9)
    expect(new Set(named.map(({ schoolId }) => schoolId))).toEqual(new Set([s1]))
    for (const { masked, subject, cells } of found)
      if (masked) expect([subject, cells['staffNo']]).toEqual([expect.stringMatching(/^.\*+$/), expect.stringMatching(/^\*+\d\d$/)]) // prettier-ignore
  })

  test('name a mentor of another school only to those who see names there', async () => {
    const mentorFor = async (person: Person) =>
      (await rows(person, c1, 'cross_school_mentoring')).rows[0]!.cells['mentor']
    expect(await mentorFor('office')).toBe(teacherName(s2, 1))
    expect(await mentorFor('principal')).not.toBe(teacherName(s2, 1))
  })

  test('have those left out beside them, with the reason', async () => {
    const reply = await rows('office', c1, 'rotation_rate', '&side=denominator&counted=no')
    expect(reply.totals).toEqual({ counted: 6, leftOut: 3 })
    expect(reply.rows.map(({ reason }) => reason)).toEqual(Array(3).fill('本学年不符合交流条件'))
  })

  test('can be narrowed to a school and to a part', async () => {
    const counted = async (code: string, query: string) => (await rows('office', c1, code, query)).totals?.counted
    expect(await counted('teachers', `&schoolId=${s2}`)).toBe(3)
    expect(await counted('teachers', `&schoolId=${s4}`)).toBe(0)
    expect(await counted('backbone_by_tier', `&part=${encodeURIComponent('区骨干')}`)).toBe(3)
    expect(await counted('backbone_by_tier', `&part=${encodeURIComponent('市骨干')}`)).toBe(0)
  })

  test('are counted with the first page only', async () => {
    const first = await rows('office', c1, 'teachers', '&limit=2')
    expect(first.totals?.counted).toBe(9)
    expect(await rows('office', c1, 'teachers', `&limit=2&after=${first.next}`)).not.toHaveProperty('totals')
  })

  test.each(['school', '-school', 'subject', '-staffNo', 'title', 'part', 'reason', 'nonsense'])(
    'come page by page in one order, sorted by %s',
    async (sort) => {
      const whole = (await rows('office', c1, 'teachers', `&sort=${sort}`)).rows.map(({ id }) => id)
      const paged: string[] = []
      for (let after = ''; ;) {
        const page: Rows = await rows('office', c1, 'teachers', `&sort=${sort}&limit=2${after}`)
        paged.push(...page.rows.map(({ id }) => id))
        if (page.next === null) break
        after = `&after=${page.next}`
      }
      expect(paged).toEqual(whole)
      expect(new Set(whole).size).toBe(9)
    },
  )

  test('of a share turn round with a leading -', async () => {
    const numbers = async (sort: string) =>
      (await rows('office', c1, 'teachers', `&sort=${sort}`)).rows.map(({ cells }) => cells['staffNo'])
    expect(await numbers('-staffNo')).toEqual([...(await numbers('staffNo'))].reverse())
  })

  test('do not exist for a district, or for what nothing counts yet', async () => {
    const status = async (unit: number, code: string) =>
      (await asPerson(app, 'city').get(`/api/units/${unit}/figures/${code}/rows?year=${YEAR}`)).statusCode
    expect(await status(districtA, 'teachers')).toBe(403)
    expect(await status(c1, 'paper_collections')).toBe(404)
  })

  test('go out as a workbook with what the page shows', async () => {
    const reply = await asPerson(app, 'principal').get(
      `/api/units/${c1}/figures/rotation_rate/rows.xlsx?year=${YEAR}&side=denominator&counted=no`,
    )
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('春申学区2023学年交流轮岗比例'))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const texts = sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : []))
    expect(texts).toEqual(
      expect.arrayContaining(['学校', '教师', '工号', '未计入的原因', '春申小学', '本学年不符合交流条件']),
    )
    expect(texts).toContain(teacherName(s1, 3))
    expect(texts).not.toContain(teacherName(s2, 3))
  })
})
