import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import type { Cells } from '#platform/ledger.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { ensureCluster, ensureRegions } from '#modules/organizations/index.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { ledgerBook, take, type Taken } from '../../../test/ledger.ts'
import { systemOf } from '../../main/contexts.ts'
import { modules } from '../../main/modules.ts'
import { insertFrozenRows, insertLists } from './eligible-list.sql.ts'
import { insertExemption } from './exemption.sql.ts'
import { insertMerge } from './merge.sql.ts'
import type { TeacherRecord } from './teacher.rules.ts'
import { teacherSheet } from './teacher.sheet.ts'
import { saveByHand } from './year.actions.ts'
import { listTeacherRows, updateVolunteering } from './year.sql.ts'

let database: Database
const policies = readPolicies(projectRoot())
const districtId = 310112
const schoolSheet = modules.flatMap(({ sheets }) => sheets ?? []).find(({ name }) => name === '学校')!
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

interface Scene {
  ctx: Context
  school: number
  /** Takes rows of the 2023 ledger; what is left out is as in `hu`. */
  taken(...rows: Cells[]): Promise<Taken<TeacherRecord>>
}
const hu: Cells = { 工号: '0112', 姓名: '胡敏刚', 性别: '女', 符合交流条件: true }

const scenario = (work: (scene: Scene) => Promise<void>) => () =>
  rolledBack(database, (inner) =>
    systemOf({ database: inner, config: readConfig({}), policies }).inContext(async (ctx) => {
      const { region } = policies.cities[0]!
      await ensureRegions(ctx.db, region)
      const cluster = await ensureCluster(ctx.db, { districtId, name: '颛桥镇学区' }, region)
      const book = ledgerBook(ctx, cluster, 2023)
      const { added } = await take(schoolSheet, book, [{ 学校标识码: '3101121023', 学校名称: '颛桥小学' }])
      const school = added[0].id as number
      const rowsOf = (rows: Cells[]) => rows.map((row) => ({ ...hu, 学校: school, ...row }))
      await work({ ctx, school, taken: (...rows) => take(teacherSheet, book, rowsOf(rows)) })
    }),
  )

test(
  'an exemption in force weighs more than the ledger’s 是, and a wish more than its 否',
  scenario(async ({ ctx, school, taken }) => {
    const { added } = await taken({}, { 工号: '0113', 姓名: '蔡霞', 符合交流条件: false })
    const [hu, cai] = added as [TeacherRecord, TeacherRecord]
    const said = { districtId, schoolId: school, note: null, recordedAt: ctx.now, recordedBy: '陈办一' }
    const period = { kind: '患病', fromDay: '2023-06-01', untilDay: '2024-05-31' }
    await insertExemption(ctx.db, { ...said, ...period, id: ctx.newId(), teacherId: hu.teacherId })
    await updateVolunteering(ctx.db, [{ ...cai, volunteered: true, volunteerNote: '本人申请', imported: true }])
    const again = await taken({}, { 工号: '0113', 姓名: '蔡霞', 符合交流条件: false })
    expect(again.updated.map(({ eligible, eligibleReason }) => [eligible, eligibleReason])).toEqual([
      [false, '免予交流（至2024年5月31日）'],
      [true, '本人自愿报名交流'],
    ])
  }),
)

test(
  'a ledger that says something else than the frozen list is told so, and changes nothing of it',
  scenario(async ({ ctx, school, taken }) => {
    await taken({})
    const list = { districtId, id: ctx.newId(), schoolId: school, schoolYear: 2023, rule: '' }
    await insertLists(ctx.db, [{ ...list, frozenAt: ctx.now, frozenBy: '陈办一' }])
    await insertFrozenRows(ctx.db, [{ districtId, schoolId: school }], 2023)
    expect((await taken({})).warnings).toEqual([])
    const { warnings } = await taken({ 符合交流条件: false }, { 工号: '0999', 姓名: '新来' })
    expect(warnings).toEqual([
      '符合交流条件: 2023学年名单已冻结为符合交流条件，改为不符合不会改变已冻结的名单和占比。',
      '符合交流条件: 2023学年名单冻结后才登记，不计入已冻结的符合交流条件名单。',
    ])
    const frozen = await ctx.db.selectFrom('people.eligibleRow').select(['staffNo', 'eligible']).execute()
    expect(frozen).toEqual([{ staffNo: '0112', eligible: true }])
  }),
)

test(
  'a number that lost its zeros is told of, and one that was merged is the person it became',
  scenario(async ({ ctx, school, taken }) => {
    const { added } = await taken({})
    expect((await taken({ 工号: '112' })).warnings).toEqual([
      '工号: 工号“112”与名册中的“0112”可能是同一人，前面少了 0。',
    ])
    const who = { keptTeacherId: added[0]!.teacherId, goneTeacherId: ctx.newId(), goneName: '胡敏刚' }
    const trace = { years: [], dropped: [], exemptions: [], frozen: [], facts: {} }
    const where = { districtId, keptSchoolId: school, goneSchoolId: school }
    await insertMerge(ctx.db, { ...who, ...where, trace, id: ctx.newId(), staffNos: ['7788', '7799'], mergedAt: ctx.now, mergedBy: '陈办一' }) // prettier-ignore
    const again = await taken({}, { 工号: '7788' }, { 工号: '7799' })
    expect(again.faults).toEqual([
      '工号: 工号“7788”与“0112”已合并为同一人，请只保留一行。',
      '工号: 工号“7799”与“0112”已合并为同一人，请只保留一行。',
    ])
  }),
)

test(
  'a row that says again what the ledger had said is the ledger’s again, and stands in no undo’s way',
  scenario(async ({ ctx, taken }) => {
    const { teacherId } = (await taken({})).added[0] as TeacherRecord
    const row = async () => (await listTeacherRows(ctx.db, [districtId], teacherId))[0]!
    const asTaken = await row()
    expect(asTaken.imported).toBe(true)
    await saveByHand(ctx, [{ ...asTaken, title: '高级教师' }])
    await saveByHand(ctx, [{ ...asTaken, title: '一级教师', volunteered: true, volunteerNote: '本人申请' }])
    expect((await row()).imported).toBe(false)
    await saveByHand(ctx, [asTaken])
    expect(await row()).toEqual(asTaken)
  }),
)
