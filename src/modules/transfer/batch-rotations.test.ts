import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { cellAt, smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'

const folder = temporaryFolder()
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const batchId = '00000000-0000-7000-9000-00000000fa01'

/** Both rotations that count went through a batch here: 赵一's from another day on, 李四's not yet in force. */
const throughBatch = [
  sql`insert into mobility.batch (district_id, id, cluster_id, school_year, title, state, created_at)
    select district_id, ${batchId}::uuid, cluster_id, 2023, '2023学年第一批', '区已批准', now() from mobility.rotation limit 1`,
  sql`update mobility.rotation set batch_id = ${batchId}, import_id = null, start_on = '2023-09-04', end_on = '2025-08-31'
    where form = '定期交流'`,
  sql`update mobility.rotation set batch_id = ${batchId}, import_id = null, status = '已批准' where form = '跨校兼课'`,
]

test('a ledger that tells rotations of a batch again changes nothing of them, counts none twice, and says where it differs', async () => {
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    const paper = smallLedger()
    const take = async () => {
      const path = await writeLedger(folder.path('台账.xlsx'), paper)
      return importFile(system, { path, name: '台账.xlsx' }, {}, { dryRun: false })
    }
    const rotations = () =>
      system.inContext(async ({ db }) => {
        const { rows } = await sql<{ row: string }>`select to_jsonb(r)::text as row from mobility.rotation r order by 1`.execute(db) // prettier-ignore
        return rows.map(({ row }) => row)
      })
    await take()
    await system.inContext(async ({ db }) => {
      for (const statement of throughBatch) await statement.execute(db)
    })
    const before = await rotations()
    const sheet = (one: Awaited<ReturnType<typeof take>>) => one.sheets.find(({ sheet: name }) => name === '交流轮岗')
    const report = await take()
    expect(sheet(report)).toMatchObject({ read: 3, added: 0, updated: 0, unchanged: 3, refused: 0 })
    expect(await rotations()).toEqual(before)
    const told = report.warnings.filter(({ code }) => code === 'mobility.decidedByBatch')
    expect(told.map(({ cell, message }) => [cell, message])).toEqual([
      [cellAt(paper, '交流轮岗', 0, '开始日期').address, expect.stringContaining('登记的“2023年9月4日”不同')],
      [cellAt(paper, '交流轮岗', 0, '结束日期').address, expect.stringContaining('登记的“2025年8月31日”不同')],
      [cellAt(paper, '交流轮岗', 1, '状态').address, expect.stringContaining('状态“已结束”与批次“2023学年第一批”登记的“已批准”不同')],
    ]) // prettier-ignore
  })
})
