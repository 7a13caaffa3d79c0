import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import type { Database, Db } from '#platform/database/database.ts'
import type { Candidate, MeasureScope } from '#platform/measure.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { sources } from '#modules/pupil-services/counted.actions.ts'
import { modules } from '../src/main/modules.ts'
import { measureNamed, verdicts } from './candidates.ts'
import { cast, PLACES, YEAR } from './cast.ts'
import { insertStock } from './course-stock.ts'
import { rolledBack, testDatabase } from './database.ts'
import { insertGivenLesson } from './walls/cover-facts.ts'
import { insertServiceFacts } from './walls/pupil-services.ts'
import { insertSilverStudio } from './walls/studios.ts'
import { insertTrainingFacts } from './walls/training.ts'

const { districtA, districtB, s1, s2, s3, s4, s5 } = PLACES
const measures = modules.flatMap((module) => module.measures ?? [])
const scope: MeasureScope = { districtIds: [districtA], schoolIds: [s1, s2, s3], schoolYears: [YEAR] }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', insertGivenLesson)
  await database.transact('owner', insertTrainingFacts)
  await database.transact('owner', insertServiceFacts)
  await database.transact('owner', insertStock)
  await database.transact('owner', insertSilverStudio)
})
afterAll(() => database.close())

/** Facts that come of work in the product, by no ledger. */
const keptInTheProduct: string[] = [
  ...['cover.lessons', 'training.attendance', 'courses.stock', 'studios.studios'],
  ...Object.values(sources),
]

const candidates = (name: string, of: MeasureScope): Promise<Candidate[]> =>
  database.transact('owner', async (db) => {
    const { rows } = await sql<Candidate>`${measureNamed(measures, name).select(of)}`.execute(db)
    return rows
  })

describe.each(measures.map(({ name }) => name))('the measure %s', (name) => {
  const { columns, aboutPersons, alsoFrom = [], source } = measureNamed(measures, name)

  test('has only candidates of its scope, each with a verdict and the cells of its columns', async () => {
    const found = await candidates(name, scope)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      expect(one).toMatchObject({ districtId: districtA, schoolYear: YEAR, weight: expect.any(Number), part: expect.any(String) }) // prettier-ignore
      expect(scope.schoolIds).toContain(one.schoolId)
      expect(one.counted).toBe(one.reason === '')
      expect(one.subject).not.toBe('')
      expect(Object.keys(one.cells)).toEqual(expect.arrayContaining(columns.map(({ key }) => key)))
    }
    expect(new Set(found.map(({ factId }) => factId)).size).toBe(found.length)
  })

  test('carries district, school and year', async () => {
    for (const other of [{ districtIds: [districtB] }, { schoolIds: [s5] }, { schoolYears: [YEAR + 5] }])
      expect(await candidates(name, { ...scope, ...other })).toEqual([])
  })

  test('masks what tells a person, and is counted from facts that are handed in', () => {
    if (aboutPersons) expect(columns.filter(({ personal }) => personal).length).toBeGreaterThan(0)
    expect(columns.every(({ key, personal }) => key !== 'staffNo' || personal === 'number')).toBe(true)
    const sources = modules.flatMap((module) => (module.sheets ?? []).map((sheet) => sheet.source))
    for (const one of [source, ...alsoFrom]) expect([...sources, ...keptInTheProduct]).toContain(one)
  })
})

test('every measure has a name of its own, and the policies name only these', () => {
  const names = new Set(measures.map(({ name }) => name))
  expect(names.size).toBe(measures.length)
  expect(() => readPolicies(projectRoot(), names)).not.toThrow()
})

/** What the measures say after something was changed in the cast's world. */
const after = (change: (db: Db) => Promise<unknown>, names: readonly string[]) => {
  const found: string[][] = []
  return rolledBack(database, (inner) =>
    inner.transact('owner', async (db) => {
      await change(db)
      for (const name of names) found.push(await verdicts(db, measureNamed(measures, name), scope))
    }),
  ).then(() => found)
}

test('a venue used by its own school is left out', async () => {
  const [uses] = await after(
    (db) => db.updateTable('venues.venueUse').set({ userSchoolId: s1 }).where('schoolId', '=', s1).execute(),
    ['venues.shared-uses'],
  )
  expect(uses).toEqual(['体育馆: 本校自用'])
})

test('a course counts in every kind it carries, and its pupils where it is exported', async () => {
  const kinds = ['courses.co-built', 'courses.featured', 'courses.exported', 'courses.benefiting-students']
  const change = (exported: boolean) => (db: Db) =>
    db
      .updateTable('courses.course')
      .set({ featured: true, coBuilt: false, exported })
      .where('schoolId', '=', s1)
      .execute()
  expect(await after(change(true), kinds)).toEqual([
    ['课程1: 课程类别不含共建'], ['课程1'], ['课程1'], ['课程1 ×40'],
  ]) // prettier-ignore
  expect((await after(change(false), kinds))[3]).toEqual(['课程1: 课程类别不含输出共享'])
})

test('a course is in stock as what its versions of that year say, a path as long as two of its courses are', async () => {
  const stock = ['courses.premium', 'courses.paths']
  const taken = (table: 'courses.entry' | 'courses.path', withdrawnAt: string) => (db: Db) =>
    db.updateTable(table).set({ withdrawnAt: new Date(withdrawnAt) }).where('name', 'in', ['库存1', '库存长程']).execute() // prettier-ignore
  const ofYear = (day: string, table: 'courses.entry' | 'courses.path') => after(taken(table, day), stock)
  expect(await after(async () => undefined, stock)).toEqual([['库存1', '库存2: 没有认定为精品'], ['库存长程']])
  expect(await ofYear('2024-03-01', 'courses.entry')).toEqual([
    ['库存1: 已下架', '库存2: 没有认定为精品'], ['库存长程: 课程下架，不足两段'],
  ]) // prettier-ignore
  expect((await ofYear('2024-10-01', 'courses.entry'))[0]).toContain('库存1')
  expect((await ofYear('2024-03-01', 'courses.path'))[1]).toEqual(['库存长程: 已下架'])
})

test('pupils count of kindergartens, public ones apart; what a ledger does not say does not count', async () => {
  const kindergartens = ['organizations.kindergarten-pupils', 'organizations.public-kindergarten-pupils']
  const change = (values: { kind: '幼儿园' | '托育' | null; ownership: '公办' | '民办' | null }) => (db: Db) =>
    db.updateTable('organizations.schoolProfile').set({ ...values, pupils: 70 }).where('schoolId', '=', s3).execute() // prettier-ignore
  const ofS3 = async (values: Parameters<typeof change>[0]) =>
    (await after(change(values), kindergartens)).map((lines) => lines.find((line) => line.startsWith('示例2003')))
  expect(await ofS3({ kind: '幼儿园', ownership: '公办' })).toEqual(['示例2003 ×70', '示例2003 ×70'])
  expect(await ofS3({ kind: '幼儿园', ownership: '民办' })).toEqual(['示例2003 ×70', '示例2003: 不是公办'])
  expect(await ofS3({ kind: '托育', ownership: '公办' })).toEqual(['示例2003: 不是幼儿园', '示例2003: 不是幼儿园'])
  expect(await ofS3({ kind: null, ownership: null })).toEqual(['示例2003: 不是幼儿园', '示例2003: 不是幼儿园'])
})

test('an appraisal below excellent is left out with its grade', async () => {
  const [excellent] = await after(
    (db) => db.updateTable('assessment.appraisal').set({ grade: '良好' }).where('schoolId', '=', s1).execute(),
    ['assessment.excellent'],
  )
  expect(excellent).toEqual(['春申中学: 等第为良好'])
})

test('a school that is asked for counts whatever cluster it is in', async () => {
  expect(await candidates('people.teachers', { ...scope, schoolIds: [s4] })).toHaveLength(3)
})
