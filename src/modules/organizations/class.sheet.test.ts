import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import type { Cells } from '#platform/ledger.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { ledgerBook, take, type Taken } from '../../../test/ledger.ts'
import { systemOf } from '../../main/contexts.ts'
import { classSheet, type ClassRecord } from './class.sheet.ts'
import { listClasses } from './class.sql.ts'

let database: Database
const policies = readPolicies(projectRoot())
const minhang = 310112
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const [junior, primary] = [
  { id: 9001, districtId: minhang, name: '颛桥第一中学', shortName: '一中' },
  { id: 9002, districtId: minhang, name: '颛桥第一小学', shortName: '一小' },
] as const

/** Rows of two schools, taken by a book of their own; everything is rolled back at the end. */
type Taking = (rows: readonly Cells[], year?: number) => Promise<Taken<ClassRecord>>
const scenario = (work: (ctx: Context, taking: Taking) => Promise<void>) => () =>
  rolledBack(database, (inner) =>
    systemOf({ database: inner, config: readConfig({}), policies }).inContext((ctx) =>
      work(ctx, (rows, year = 2023) => {
        const book = ledgerBook(ctx, { id: 9100, name: '颛桥镇学区', districtId: minhang }, year)
        for (const school of [junior, primary]) book.addSchool(school)
        return take(classSheet, book, rows)
      }),
    ),
  )

const row = (班级: string | null, 年级: string | null = null, school: { id: number } = junior): Cells => ({
  学校: school.id,
  年级,
  班级,
})
const onFile = async ({ db }: Context, schoolYear = 2023) => {
  const of = { districtIds: [minhang], schoolIds: [junior.id, primary.id], schoolYear }
  return (await listClasses(db, of)).map(({ schoolId, name, grade }) => [schoolId, name, grade])
}

test(
  'classes come in by their whole names, the second time nothing changes, and each year has its own',
  scenario(async (ctx, taking) => {
    const rows = [row('七(3)班'), row('4班', '七年级'), row('一（1）班', null, primary)]
    expect(await taking(rows)).toMatchObject({ added: [{}, {}, {}], faults: [], warnings: [] })
    expect(await onFile(ctx)).toEqual([
      [junior.id, '七（3）班', '七年级'],
      [junior.id, '七（4）班', '七年级'],
      [primary.id, '一（1）班', '一年级'],
    ])
    expect(await taking(rows)).toMatchObject({ added: [], updated: [], unchanged: [{}, {}, {}] })
    await taking([row('八（3）班')], 2024)
    expect(await onFile(ctx, 2024)).toEqual([[junior.id, '八（3）班', '八年级']])
    expect(await onFile(ctx)).toHaveLength(3)
  }),
)

test(
  'classes of several grades may have one number; one class written in two ways is told',
  scenario(async (_, taking) => {
    const { added, faults } = await taking([row('3班', '七年级'), row('3班', '八年级'), row('七（3）班')])
    expect(added).toHaveLength(2)
    expect(faults).toEqual(['班级: 与第 3 行是同一个班（七（3）班），请删去重复的一行。'])
  }),
)

test(
  'a class whose grade nobody says is taken and told, as is one that seems to be of another',
  scenario(async (ctx, taking) => {
    const { warnings, faults } = await taking([row('启航班'), row('七（1）班', '八年级')])
    expect(faults).toEqual([])
    expect(warnings).toEqual([
      '班级: 看不出“启航班”是哪个年级，已照收，可以填上年级。',
      '年级: “七（1）班”像是七年级的，年级写的是八年级，请核对。',
    ])
    expect(await onFile(ctx)).toContainEqual([junior.id, '启航班', null])
    expect(await taking([row('启航班', '九年级')])).toMatchObject({ updated: [{ grade: '九年级' }] })
  }),
)

test(
  'a name too long to be one is refused',
  scenario(async (_, taking) => {
    const { added, faults } = await taking([row('七'.repeat(21) + '班')])
    expect(added).toEqual([])
    expect(faults).toEqual(['班级: 班级有 22 个字，最多 20 个，请写简称。'])
  }),
)
