import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { Pair } from './duplicate.contract.ts'

const { c1, s1, s2, s3 } = PLACES
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

const get = async (url: string, person: Person = 'office') => (await asPerson(app, person).get(url)).json()
const post = async (url: string, body: object = {}, person: Person = 'office') =>
  (await asPerson(app, person).post(url, body)).json()
const pairs = async (): Promise<Pair[]> => (await get(`/api/units/${c1}/duplicates`)).pairs
const add = async (school: number, body: object): Promise<string> =>
  (await post(`/api/schools/${school}/teachers`, { year: YEAR, ...body })).teacherId
const rotated = async () => (await get(`/api/units/${c1}/figures/rotated?year=${YEAR}`)).figure.value

test('entries that look alike are found by what tells them, the surest first', async () => {
  expect(await pairs()).toEqual([])
  const born = { bornOn: '1985-03', gender: '女' }
  await add(s1, { staffNo: '0055', name: '郑小明', ...born })
  await add(s2, { staffNo: '55', name: '郑大明', bornOn: '1990-01', gender: '男' })
  await add(s2, { staffNo: '66', name: '郑小明', ...born })
  await add(s3, { staffNo: '77', name: '郑晓明', ...born })
  await add(s3, { staffNo: '88', name: '郑小明', bornOn: '1970-01', gender: '男' })
  const signs = (await pairs()).map((pair) => [pair.signs, pair.entries.map(({ staffNo }) => staffNo).sort()])
  expect(signs).toEqual([
    [['工号只差前面的 0'], ['0055', '55']],
    [['姓名和出生年月相同'], ['0055', '66']],
    [['姓名同音，出生年月相同'], expect.anything()],
    [['姓名同音，出生年月相同'], expect.anything()],
  ])
})

test('two that are not one person are not asked about again', async () => {
  const [first] = await pairs()
  const [one, other] = first!.entries as [Pair['entries'][number], Pair['entries'][number]]
  await post(`/api/teachers/${other.teacherId}/distinct`, { otherId: one.teacherId })
  expect((await pairs()).map(({ signs }) => signs[0])).not.toContain('工号只差前面的 0')
})

test('a merge takes years, exemptions and the facts of other modules along, and is taken back whole', async () => {
  const kept = await add(s1, { staffNo: '99001', name: teacherName(s1, 1), declared: '是', title: '高级教师' })
  const gone = teacherId(s1, 1)
  const exempt = { kind: '怀孕', fromDay: '2022-06-01', untilDay: '2023-01-31' }
  await post(`/api/teachers/${gone}/exemptions`, exempt)
  const before = {
    gone: await get(`/api/teachers/${gone}`),
    kept: await get(`/api/teachers/${kept}`),
    rotated: await rotated(),
  }
  const origins = async () =>
    database.transact('owner', async (db) => {
      const { rows } = await sql`select school_year, import_id, edited_import_id, source_row from people.teacher_year
        where teacher_id = ${gone} order by school_year`.execute(db)
      return rows
    })
  await database.transact('owner', (db) =>
    sql`update people.teacher_year set import_id = ${factId('import', 1)}, source_row = school_year - 2000
      where teacher_id = ${gone}`.execute(db),
  )
  const broughtBy = await origins()
  expect(before.gone.facts.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    '交流轮岗',
    '公开教学和教研',
    '骨干教师蓄水池',
  ])

  const { mergeId, facts } = await post(`/api/teachers/${kept}/merge`, { goneId: gone })
  // The two on the page, the stay in the pool, and an application for a title, which the page does not tell.
  expect(facts).toBe(4)
  const after = await get(`/api/teachers/${kept}`)
  expect(after.years.map(({ schoolYear }: { schoolYear: number }) => schoolYear)).toEqual([YEAR, YEAR - 1])
  expect(after.facts).toHaveLength(3)
  expect((await get(`/api/teachers/${kept}/exemptions`)).exemptions).toHaveLength(1)
  expect(await get(`/api/teachers/${gone}`)).toMatchObject({ teacherId: kept, mergedFrom: gone })
  expect(await rotated()).toBe(before.rotated)
  expect((await get(`/api/units/${c1}/duplicates`)).merges).toMatchObject([
    { id: mergeId, goneName: teacherName(s1, 1) },
  ])
  expect((await add(s2, { year: YEAR + 1, staffNo: `0${s1}1`, name: teacherName(s1, 1) })).toString()).toBe(kept)

  await asPerson(app, 'office').post(`/api/teachers/${kept}/years/${YEAR + 1}/leave`, { note: '登记错了' })
  expect(await post(`/api/teacher-merges/${mergeId}/undo`)).toEqual({})
  const { years: goneYears, facts: goneFacts } = await get(`/api/teachers/${gone}`)
  expect(goneFacts).toEqual(before.gone.facts)
  expect(
    goneYears.map(({ staffNo, schoolYear }: { staffNo: string; schoolYear: number }) => [staffNo, schoolYear]),
  ).toEqual(
    before.gone.years.map(({ staffNo, schoolYear }: { staffNo: string; schoolYear: number }) => [staffNo, schoolYear]),
  )
  expect(await origins()).toEqual(broughtBy)
  expect((await get(`/api/teachers/${kept}`)).years).toHaveLength(1)
  expect(await rotated()).toBe(before.rotated)
  expect(await post(`/api/teacher-merges/${mergeId}/undo`)).toMatchObject({ code: 'people.mergeUndone' })
  const { rows } = await database.transact('owner', (db) =>
    sql`select teacher_id from mobility.rotation where id = ${factId('rotation', 1)}`.execute(db),
  )
  expect(rows).toEqual([{ teacherId: gone }])
})
