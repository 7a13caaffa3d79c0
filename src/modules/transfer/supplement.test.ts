import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { System } from '#platform/cli.ts'
import type { Database } from '#platform/database/database.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { cellAt, smallLedger, writeLedger, type LedgerCell, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { allFacts, ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { findCorrectionState, listRefused, updateEdits } from './correction.sql.ts'
import { importFile } from './import.actions.ts'
import { findImport } from './import.sql.ts'
import { takeRemainder } from './supplement.actions.ts'

const folder = temporaryFolder()
let database: Database
let right: Record<string, string[]>

beforeAll(async () => {
  database = await testDatabase()
  await rolledBack(database, async (inner) => {
    const system = await ledgerSystem(inner)
    await bringIn(system, smallLedger())
    right = await everything(system)
  })
})
afterAll(() => database.close())

async function bringIn(system: System, ledger: LedgerOnPaper) {
  const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
  return importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
}

/** The facts, and for which school and year each kind of them was handed in. */
async function everything(system: System): Promise<Record<string, string[]>> {
  const facts = await allFacts(system)
  const recorded = await system.inContext(async ({ db }) => {
    const { rows } = await sql<{ line: string }>`
      select u.code || ' ' || r.school_year || ' ' || r.source as line
      from platform.recorded r join organizations.unit u on u.id = r.school_id order by 1`.execute(db)
    return rows.map(({ line }) => line)
  })
  return { ...facts, recorded }
}

interface Planted {
  sheet: string
  row: number
  title: string
  wrong: LedgerCell
}

/** Types what is right into every refused row of the only import, as far as something wrong was planted there. */
async function putRight(system: System, planted: readonly Planted[], good: LedgerOnPaper): Promise<string> {
  return system.inContext(async ({ db, now }) => {
    const { id, districtId } = await db
      .selectFrom('transfer.import')
      .select(['id', 'districtId'])
      .executeTakeFirstOrThrow()
    for (const { sheet, row, title } of planted) {
      const rowNo = row + good.get(sheet)!.above.length + 2
      const rows = await listRefused(db, { districtId, id }, { sheet, after: 0, limit: 2000 })
      const kept = rows.find((one) => one.row === rowNo)
      expect(kept, `${sheet} ${rowNo}`).toBeDefined()
      const value = cellAt(good, sheet, row, title).get()
      await updateEdits(db, { districtId, id }, [{ id: kept!.id, edits: { [title]: String(value ?? '') } }], now)
    }
    return id
  })
}

const places: Planted[] = [
  { sheet: '学校', row: 0, title: '办学类型', wrong: '小学部' },
  { sheet: '学校', row: 3, title: '学校标识码', wrong: null },
  { sheet: '学校', row: 2, title: '在校生数', wrong: '许多' },
  { sheet: '教师', row: 0, title: '学校', wrong: '春伸小学' },
  { sheet: '教师', row: 1, title: '工号', wrong: null },
  { sheet: '教师', row: 3, title: '出生年月', wrong: '1978-13' },
  { sheet: '教师', row: 6, title: '职称', wrong: '一级' },
  { sheet: '教师', row: 7, title: '工号', wrong: '0007' },
  { sheet: '交流轮岗', row: 0, title: '流入学校', wrong: '某校' },
  { sheet: '交流轮岗', row: 1, title: '开始日期', wrong: '2023-02-30' },
  { sheet: '工作室', row: 0, title: '类别', wrong: '校工作室' },
  { sheet: '课程', row: 0, title: '课程类别', wrong: '精品' },
  { sheet: '课程', row: 1, title: '课程编号', wrong: 'K01' },
  { sheet: '教研活动', row: 1, title: '日期', wrong: '十月初' },
  { sheet: '教研活动', row: 2, title: '形式', wrong: '公开课' },
  { sheet: '跨校带教', row: 0, title: '学员工号', wrong: '0099' },
  { sheet: '场馆共享', row: 1, title: '人次', wrong: '3.5' },
  { sheet: '办学绩效', row: 1, title: '等第', wrong: '中等' },
]

test('a file with any rows put right afterwards gives what the right file gives', async () => {
  const some = fc.uniqueArray(fc.constantFrom(...places), {
    minLength: 1,
    maxLength: 7,
    selector: ({ sheet, row }) => `${sheet} ${row}`,
  })
  await fc.assert(
    fc.asyncProperty(some, async (planted) => {
      const ledger = smallLedger()
      for (const { sheet, row, title, wrong } of planted) cellAt(ledger, sheet, row, title).set(wrong)
      await rolledBack(database, async (inner) => {
        const system = await ledgerSystem(inner)
        const { faultsTotal } = await bringIn(system, ledger)
        expect(faultsTotal).toBeGreaterThan(0)
        const id = await putRight(system, planted, smallLedger())
        const { row, layout } = await system.inContext(async ({ db }) => ({
          row: await findImport(db, id),
          layout: (await findCorrectionState(db, id))?.layout,
        }))
        await takeRemainder(system, { row: row!, layout: layout! })
        expect(await everything(system)).toEqual(right)
        const after = await system.inContext(({ db }) => findImport(db, id))
        expect(after).toMatchObject({ openRows: 0, report: { faults: [], faultsTotal: 0 } })
        expect(after!.report!.sheets.every(({ read, added, refused }) => read === added && refused === 0)).toBe(true)
      })
    }),
    { numRuns: 20 },
  )
})
