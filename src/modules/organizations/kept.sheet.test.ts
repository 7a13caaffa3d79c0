import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import type { Cells } from '#platform/ledger.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { ledgerBook, take } from '../../../test/ledger.ts'
import { systemOf } from '../../main/contexts.ts'
import { carryOut, planOf } from './change.actions.ts'
import { updateMergedInto } from './double.sql.ts'
import type { ChangeFields } from './change.contract.ts'
import { endMemberships, ensureCluster, ensureRegions, findUnit, listSchoolsOf, type Cluster } from './index.ts'
import { schoolSheet } from './school.sheet.ts'
import { listSchoolsByCode } from './school.sql.ts'

let database: Database
const policies = readPolicies(projectRoot())
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** A cluster whose ledgers of 2022 and 2023 name one school; everything is rolled back at the end. */
const scenario = (work: (ctx: Context, cluster: Cluster, schoolId: number) => Promise<void>) => () =>
  rolledBack(database, (inner) =>
    systemOf({ database: inner, config: readConfig({}), policies }).inContext(async (ctx) => {
      const { region } = policies.cities[0]!
      await ensureRegions(ctx.db, region)
      const cluster = await ensureCluster(ctx.db, { districtId: 310112, name: '颛桥镇学区' }, region)
      for (const year of [2022, 2023]) await takeYear(ctx, cluster, year, school)
      await work(ctx, cluster, (await listSchoolsByCode(ctx.db, [school['学校标识码'] as string]))[0]!.id)
    }),
  )

const school: Cells = { 学校标识码: '3121121023', 学校名称: '颛桥第一小学', 办学类型: '小学', 学区角色: '成员校' }
const takeYear = (ctx: Context, cluster: Cluster, schoolYear: number, row: Cells) =>
  take(schoolSheet, ledgerBook(ctx, cluster, schoolYear), [row])

async function change(ctx: Context, cluster: Cluster, fields: ChangeFields): Promise<void> {
  const unit = (await findUnit(ctx.db, cluster.id, ctx.today))!
  const one = (await findUnit(ctx.db, fields.schoolId, ctx.today))!
  const plan = await planOf(ctx, { kind: fields.kind, cluster: unit, school: one }, fields)
  await carryOut(ctx, fields.kind, plan)
}

const roles = async (ctx: Context, cluster: Cluster) =>
  Promise.all(
    [2022, 2023, 2024].map(async (year) => (await listSchoolsOf(ctx.db, cluster.id, year))[0]?.role ?? 'none'),
  )

test(
  'a ledger of the same year that says otherwise leaves what a person said',
  scenario(async (ctx, cluster, schoolId) => {
    await change(ctx, cluster, { kind: 'role', schoolId, day: '2023-09-01', role: '轮值校' })
    expect(await roles(ctx, cluster)).toEqual(['成员校', '轮值校', '轮值校'])
    const { warnings } = await takeYear(ctx, cluster, 2023, { ...school, 学区角色: '牵头校' })
    expect(await roles(ctx, cluster)).toEqual(['成员校', '轮值校', '轮值校'])
    expect(warnings).toEqual(['学区角色: 本学年已手工登记，年末为轮值校，台账写“牵头校”，成员关系按手工登记保留。'])
  }),
)

test(
  'a school that was merged into another is called by its code no more',
  scenario(async (ctx, cluster, schoolId) => {
    await takeYear(ctx, cluster, 2023, { ...school, 学校标识码: '3121121099', 学校名称: '颛桥一小' })
    const [double] = await listSchoolsByCode(ctx.db, ['3121121099'])
    await updateMergedInto(ctx.db, double!.id, schoolId, ctx.today)
    const { faults } = await takeYear(ctx, cluster, 2023, { ...school, 学校标识码: '3121121099', 学校名称: '颛桥一小' })
    expect(faults).toEqual([
      '学校标识码: 这所学校重复登记，已并入“颛桥第一小学”（标识码 3121121023），请改用它的标识码。',
    ])
  }),
)

test(
  'a ledger of an earlier year that changes paints its own years, and one of a later year begins with it',
  scenario(async (ctx, cluster, schoolId) => {
    await change(ctx, cluster, { kind: 'role', schoolId, day: '2023-09-01', role: '轮值校' })
    await takeYear(ctx, cluster, 2022, { ...school, 学区角色: '牵头校' })
    expect(await roles(ctx, cluster)).toEqual(['牵头校', '轮值校', '轮值校'])
    await takeYear(ctx, cluster, 2024, { ...school, 学区角色: '牵头校' })
    expect(await roles(ctx, cluster)).toEqual(['牵头校', '轮值校', '牵头校'])
  }),
)

test(
  'who left by hand is not brought back by an earlier ledger, nor sent away by one that leaves it out',
  scenario(async (ctx, cluster, schoolId) => {
    await change(ctx, cluster, { kind: 'leave', schoolId, day: '2023-08-31' })
    expect(await roles(ctx, cluster)).toEqual(['成员校', 'none', 'none'])
    await takeYear(ctx, cluster, 2022, { ...school, 学区角色: '轮值校' })
    await takeYear(ctx, cluster, 2023, { ...school, 学区角色: '牵头校' })
    expect(await roles(ctx, cluster)).toEqual(['轮值校', 'none', 'none'])
    await change(ctx, cluster, { kind: 'join', schoolId, day: '2024-09-01', role: '成员校' })
    await endMemberships(ctx, cluster.id, 2024, [{ id: schoolId, districtId: 310112 }])
    expect(await roles(ctx, cluster)).toEqual(['轮值校', 'none', '成员校'])
  }),
)
