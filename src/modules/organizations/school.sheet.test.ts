import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import type { Cells } from '#platform/ledger.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { ledgerBook, take } from '../../../test/ledger.ts'
import { systemOf } from '../../main/contexts.ts'
import { ensureCluster, ensureRegions, findUnit, listMembers, listSchoolsOf, type Cluster } from './index.ts'
import { schoolSheet } from './school.sheet.ts'
import { listCampuses } from './school.sql.ts'

let database: Database
const policies = readPolicies(projectRoot())
const minhang = 310112
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** A district office with one empty cluster; everything is rolled back at the end. */
const scenario = (work: (ctx: Context, cluster: Cluster) => Promise<void>) => () =>
  rolledBack(database, (inner) =>
    systemOf({ database: inner, config: readConfig({}), policies }).inContext(async (ctx) => {
      const { region } = policies.cities[0]!
      await ensureRegions(ctx.db, region)
      await work(ctx, await ensureCluster(ctx.db, { districtId: minhang, name: '颛桥镇学区' }, region))
    }),
  )

const primary: Cells = {
  学校标识码: '3101121023',
  学校名称: '颛桥第一小学(示例)',
  学校简称: '第一小学',
  办学类型: '小学',
  办学性质: '公办',
  学区角色: '轮值校',
  校区数: 2,
  在校生数: 343,
  经度: 121.41,
  纬度: 31.03,
}
const junior: Cells = {
  ...primary,
  学校标识码: '3101121028',
  学校名称: '颛桥第一中学(示例)',
  学校简称: '第一中学',
  办学类型: '初级中学',
  学区角色: '成员校',
  校区数: 1,
}
const takeYear = (ctx: Context, cluster: Cluster, schoolYear: number, rows: readonly Cells[]) =>
  take(schoolSheet, ledgerBook(ctx, cluster, schoolYear), rows)

test(
  'a first ledger brings in schools with their campuses and memberships',
  scenario(async (ctx, cluster) => {
    const { added } = await takeYear(ctx, cluster, 2023, [primary, junior])
    expect(added).toHaveLength(2)
    const schools = await listSchoolsOf(ctx.db, cluster.id, 2023)
    expect(schools).toMatchObject([
      { code: '3101121023', name: '颛桥第一小学(示例)', shortName: '第一小学', role: '轮值校', districtId: minhang },
      { code: '3101121028', role: '成员校' },
    ])
    const campuses = await listCampuses(ctx.db, [schools[0]!.id])
    expect(campuses.map(({ name }) => name)).toEqual(['本部', '第二校区'])
    expect(await listMembers(ctx.db, cluster.id, [2022, 2023, 2030])).toHaveLength(4)
    expect(await findUnit(ctx.db, cluster.id, '2024-05-01')).toMatchObject({
      stageScope: 'cross-stage',
      kind: 'cluster',
    })
    expect(await findUnit(ctx.db, schools[0]!.id, '2024-05-01')).toMatchObject({
      clusterIds: [cluster.id],
      districtName: '闵行区',
    })
  }),
)

test(
  'the cluster stands under the town whose name it bears',
  scenario(async (ctx, cluster) => {
    expect(await findUnit(ctx.db, cluster.id, '2024-05-01')).toMatchObject({ parentId: 310112103, districtId: minhang })
  }),
)

test(
  'the same ledger twice changes nothing, in whatever order three years come in',
  scenario(async (ctx, cluster) => {
    const years = new Map([
      [2021, [{ ...primary, 学校名称: '颛桥老街小学(示例)', 学区角色: '成员校', 校区数: 1 }, junior]],
      [2022, [{ ...primary, 学区角色: '牵头校' }, junior]],
      [2023, [{ ...primary, 学校名称: '颛桥新街小学(示例)', 在校生数: 400 }, junior]],
    ])
    for (const year of [2023, 2021, 2022]) await takeYear(ctx, cluster, year, years.get(year)!)
    for (const year of [2021, 2022, 2023])
      expect(await takeYear(ctx, cluster, year, years.get(year)!)).toMatchObject({
        added: [],
        updated: [],
        unchanged: [{}, {}],
      })
    const roleAndName = async (year: number) => {
      const [first] = await listSchoolsOf(ctx.db, cluster.id, year)
      return [first!.role, first!.name]
    }
    expect(await roleAndName(2021)).toEqual(['成员校', '颛桥老街小学(示例)'])
    expect(await roleAndName(2022)).toEqual(['牵头校', '颛桥第一小学(示例)'])
    expect(await roleAndName(2023)).toEqual(['轮值校', '颛桥新街小学(示例)'])
    const [school] = await listSchoolsOf(ctx.db, cluster.id, 2021)
    expect(await findUnit(ctx.db, school!.id, '2024-05-01')).toMatchObject({ name: '颛桥新街小学(示例)' })
  }),
)

test(
  'a school is the same school in a cluster and in a group',
  scenario(async (ctx, cluster) => {
    const { region } = policies.cities[0]!
    const group = await ensureCluster(ctx.db, { districtId: minhang, name: '颛桥教育集团' }, region)
    await takeYear(ctx, cluster, 2023, [primary, junior])
    await takeYear(ctx, group, 2023, [{ ...primary, 学区角色: '牵头校' }])
    const [inGroup] = await listSchoolsOf(ctx.db, group.id, 2023)
    const [inCluster] = await listSchoolsOf(ctx.db, cluster.id, 2023)
    expect(inGroup).toMatchObject({ id: inCluster!.id, role: '牵头校' })
    expect(inCluster!.role).toBe('轮值校')
    expect(await findUnit(ctx.db, group.id, '2024-05-01')).toMatchObject({ kind: 'group', stageScope: 'same-stage' })
    expect((await findUnit(ctx.db, inGroup!.id, '2024-05-01'))!.clusterIds).toEqual([cluster.id, group.id])
  }),
)

test(
  'a school that a later ledger leaves out stays a member',
  scenario(async (ctx, cluster) => {
    await takeYear(ctx, cluster, 2022, [primary, junior])
    await takeYear(ctx, cluster, 2023, [primary])
    expect(await listSchoolsOf(ctx.db, cluster.id, 2023)).toHaveLength(2)
  }),
)

test(
  'campuses become more with a ledger, never fewer',
  scenario(async (ctx, cluster) => {
    await takeYear(ctx, cluster, 2022, [primary])
    await takeYear(ctx, cluster, 2023, [{ ...primary, 校区数: 1 }])
    const [school] = await listSchoolsOf(ctx.db, cluster.id, 2023)
    expect(await listCampuses(ctx.db, [school!.id])).toHaveLength(2)
    await takeYear(ctx, cluster, 2024, [{ ...primary, 校区数: 3 }])
    expect((await listCampuses(ctx.db, [school!.id])).map(({ name }) => name)).toEqual(['本部', '第二校区', '第三校区'])
  }),
)

test(
  'faults refuse their own row and say what would be right',
  scenario(async (ctx, cluster) => {
    const rows = [
      primary,
      { ...junior, 学校名称: '颛桥第一小学(示例)' },
      { ...junior, 学校标识码: '待定' },
      { ...junior, 学校标识码: '3101121029', 学校名称: '甲校', 学校简称: '甲', 经度: 31.03, 纬度: 121.41 },
      { ...junior, 学校标识码: '3101121030', 学校名称: '乙校', 学校简称: '乙', 在校生数: -1 },
    ]
    const { added, faults } = await takeYear(ctx, cluster, 2023, rows)
    expect(added).toHaveLength(1)
    expect(faults).toEqual([
      '学校名称: 学校名称“颛桥第一小学(示例)”与标识码 3101121023 的学校相同，请改成不同的名称。',
      '学校标识码: “待定”不像学校标识码，应为 10 位数字。',
      '经度: 经度 31.03 不对，经度应在 73 到 136 之间。',
      '纬度: 纬度 121.41 不对，纬度应在 3 到 54 之间。',
      '在校生数: 在校生数 -1 不对，在校生数应在 0 到 100000 之间。',
    ])
  }),
)

test(
  'a code of another form is taken with a warning',
  scenario(async (ctx, cluster) => {
    const { added, warnings } = await takeYear(ctx, cluster, 2023, [{ ...primary, 学校标识码: '310112-A1' }])
    expect(added).toMatchObject([{ districtId: minhang }])
    expect(warnings).toEqual(['学校标识码: 学校标识码“310112-A1”不是 10 位数字，已照收，请核对。'])
  }),
)
