import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import type { Book, Cells } from '#platform/ledger.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { ensureCluster, ensureRegions } from '#modules/organizations/index.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { ledgerBook, take } from '../../../test/ledger.ts'
import { systemOf } from '../../main/contexts.ts'
import { modules } from '../../main/modules.ts'
import { teacherSheet } from './teacher.sheet.ts'
import { listTeacherRecords } from './teacher.sql.ts'

let database: Database
const policies = readPolicies(projectRoot())
const minhang = 310112
const schoolSheet = modules.flatMap(({ sheets }) => sheets ?? []).find(({ name }) => name === '学校')!
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

interface Scene {
  ctx: Context
  /** The ledger of a cluster of that name and year, its one school brought in; 学校 cells hold `school`. */
  ledger(schoolYear: number, cluster?: string): Promise<{ book: Book; school: number }>
}

const scenario = (work: (scene: Scene) => Promise<void>) => () =>
  rolledBack(database, (inner) =>
    systemOf({ database: inner, config: readConfig({}), policies }).inContext(async (ctx) => {
      const { region } = policies.cities[0]!
      await ensureRegions(ctx.db, region)
      await work({
        ctx,
        async ledger(schoolYear, name = '颛桥镇学区') {
          const cluster = await ensureCluster(ctx.db, { districtId: minhang, name }, region)
          const book = ledgerBook(ctx, cluster, schoolYear)
          const code = name === '颛桥镇学区' ? '3101121023' : '3101121999'
          const { added, unchanged } = await take(schoolSheet, book, [{ 学校标识码: code, 学校名称: `${name}小学` }])
          return { book, school: (added[0] ?? unchanged[0]).id as number }
        },
      })
    }),
  )

const hu: Cells = {
  工号: '011200001',
  姓名: '胡敏刚',
  性别: '女',
  出生年月: '1981-08-01',
  学段: '小学',
  任教学科: '语文',
  职称: '二级教师',
  骨干类别: '校骨干',
  学科带头人: null,
  到本校任教时间: '2005-09-01',
  符合交流条件: true,
}
const onFile = (ctx: Context, schoolYear: number) => listTeacherRecords(ctx.db, [minhang], schoolYear, ['011200001'])

test(
  'a teacher is added, and the same row again changes nothing',
  scenario(async ({ ctx, ledger }) => {
    const { book, school } = await ledger(2023)
    const rows = [{ ...hu, 学校: school }]
    expect((await take(teacherSheet, book, rows)).added).toHaveLength(1)
    expect((await take(teacherSheet, book, rows)).unchanged).toHaveLength(1)
    expect(await onFile(ctx, 2023)).toMatchObject([
      { name: '胡敏刚', schoolId: school, bornOn: '1981-08-01', eligible: true, eligibleReason: '台账填报：是' },
    ])
  }),
)

test(
  'a person keeps one id over the years, and a new title leaves the past alone',
  scenario(async ({ ctx, ledger }) => {
    for (const [year, title] of [
      [2022, '二级教师'],
      [2021, '二级教师'],
      [2023, '一级教师'],
    ] as const) {
      const { book, school } = await ledger(year)
      await take(teacherSheet, book, [{ ...hu, 学校: school, 职称: title }])
    }
    const [then] = await onFile(ctx, 2021)
    const [now] = await onFile(ctx, 2023)
    expect(now!.teacherId).toBe(then!.teacherId)
    expect([then!.title, now!.title]).toEqual(['二级教师', '一级教师'])
  }),
)

test(
  'a changed row is shown field by field',
  scenario(async ({ ctx, ledger }) => {
    const { book, school } = await ledger(2023)
    await take(teacherSheet, book, [{ ...hu, 学校: school }])
    const { updated } = await take(teacherSheet, book, [{ ...hu, 学校: school, 骨干类别: null }])
    expect(updated).toMatchObject([{ backbone: null }])
    expect(await onFile(ctx, 2023)).toMatchObject([{ backbone: null }])
  }),
)

test(
  'where the ledger does not say who is 符合交流条件, the rule of the policy pack decides',
  scenario(async ({ ctx, ledger }) => {
    const { book, school } = await ledger(2023)
    const { 符合交流条件: _, ...silent } = hu
    await take(teacherSheet, book, [{ ...silent, 学校: school }])
    expect(await onFile(ctx, 2023)).toMatchObject([
      { eligible: true, declaredEligible: null, eligibleReason: '按“交流条件”：到本校满 18 年，42 周岁' },
    ])
  }),
)

test(
  'a teacher who stands in another cluster that year is refused',
  scenario(async ({ ledger }) => {
    const there = await ledger(2023, '莘庄镇学区')
    await take(teacherSheet, there.book, [{ ...hu, 学校: there.school }])
    const here = await ledger(2023)
    const { faults } = await take(teacherSheet, here.book, [{ ...hu, 学校: here.school }])
    expect(faults).toEqual([
      '工号: 工号“011200001”2023学年已登记在本学区以外的“莘庄镇学区小学”，请核对工号，或先请对方更正。',
    ])
    const next = await ledger(2024)
    expect((await take(teacherSheet, next.book, [{ ...hu, 学校: next.school }])).added).toHaveLength(1)
  }),
)

test(
  'another name in another year, an unknown subject and a late start are warnings',
  scenario(async ({ ledger }) => {
    const before = await ledger(2022)
    await take(teacherSheet, before.book, [{ ...hu, 学校: before.school }])
    const { book, school } = await ledger(2023)
    const odd = { ...hu, 学校: school, 姓名: '胡敏', 任教学科: '魔法', 到本校任教时间: '2025-09-01' }
    const { added, warnings } = await take(teacherSheet, book, [odd])
    expect(added).toHaveLength(1)
    expect(warnings).toEqual([
      '任教学科: 任教学科“魔法”不在学科表中，已照收，请核对。',
      '到本校任教时间: 到本校任教时间 2025-09 晚于2023学年，请核对。',
      '姓名: 工号“011200001”在2022学年的姓名是“胡敏刚”，与本表“胡敏”不同，请核对。',
    ])
  }),
)

test(
  'a month of birth that makes a child of the teacher is refused',
  scenario(async ({ ledger }) => {
    const { book, school } = await ledger(2022)
    const { added, faults } = await take(teacherSheet, book, [{ ...hu, 学校: school, 出生年月: '2030-01-01' }])
    expect(added).toEqual([])
    expect(faults).toEqual(['出生年月: 出生年月 2030-01 有误：2022学年开始时还不满 16 周岁，请核对。'])
  }),
)

test(
  'an ID-card number in the place of a staff number is refused and not repeated',
  scenario(async ({ ledger }) => {
    const { book, school } = await ledger(2023)
    const { added, faults } = await take(teacherSheet, book, [{ ...hu, 学校: school, 工号: '11010519491231002X' }])
    expect(added).toEqual([])
    expect(faults).toEqual(['工号: 这里填的像是身份证号，本平台不保存身份证号，请改填工号。'])
  }),
)
