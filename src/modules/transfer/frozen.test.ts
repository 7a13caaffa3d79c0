import { sql } from 'kysely'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '#platform/cli.ts'
import { readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import { findUnit, listClustersNamed, listSchoolsOf } from '#modules/organizations/index.ts'
import { freeze, thaw } from '#modules/people/eligible-list.actions.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { dumpFacts } from '../../../test/fact-dump.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { cellAt, smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'
import type { Import, ImportReport, Obstacle } from './import.contract.ts'
import { loadImport } from './import.reply.ts'
import { listObstacles, undoImport } from './undo.actions.ts'

const folder = temporaryFolder()
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const inSystem = (work: (system: System) => Promise<void>) =>
  rolledBack(database, async (inner) => work(await ledgerSystem(inner)))

async function bringIn(system: System, ledger: LedgerOnPaper): Promise<ImportReport> {
  const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
  return importFile(system, { path, name: 'ledger.xlsx' }, {}, { dryRun: false })
}

const unitOf = async (ctx: Context, name: string) => {
  const [cluster] = await listClustersNamed(ctx.db, name)
  return (await findUnit(ctx.db, cluster!.id, ctx.today))!
}
const frozen = (system: System) =>
  system.inContext(async (ctx) => void (await freeze(ctx, await unitOf(ctx, '甲学区'), 2023)))
const thawed = (system: System) =>
  system.inContext(
    async (ctx) => void (await thaw(ctx, await unitOf(ctx, '甲学区'), { year: 2023, reason: '名册有误' })),
  )
const membersOf = (system: System, cluster = '甲学区') =>
  system.inContext(async (ctx) => {
    const members = await listSchoolsOf(ctx.db, (await unitOf(ctx, cluster)).id, 2023)
    return members.map(({ shortName }) => shortName)
  })

const only = (ledger: LedgerOnPaper, ...sheets: string[]): LedgerOnPaper =>
  new Map([...ledger].filter(([name]) => sheets.includes(name)))
function without(school: string, ledger: LedgerOnPaper): LedgerOnPaper {
  for (const { rows } of ledger.values())
    rows.splice(0, rows.length, ...rows.filter((cells) => !cells.includes(school)))
  return ledger
}
const about = ({ warnings }: ImportReport, code: string) =>
  warnings.filter((one) => one.code === code).map(({ message }) => message)

const all = ['春申小', '北桥小', '元江中', '向阳园']

describe('a ledger of a year whose list is frozen', () => {
  test('takes nobody out whose list it is, says so, and its rows come in; once the freeze is lifted it does', async () => {
    await inSystem(async (system) => {
      await bringIn(system, smallLedger('甲学区', 2022))
      await bringIn(system, only(smallLedger('甲学区', 2023), '教师'))
      await frozen(system)
      const leaving = without('向阳幼儿园', smallLedger('甲学区', 2023))
      cellAt(leaving, '教师', 1, '职称').set('高级教师')
      const report = await bringIn(system, leaving)
      expect(await membersOf(system)).toEqual(all)
      expect(about(report, 'transfer.schoolsFrozen')).toEqual([
        '以前的成员校“向阳幼儿园”不在这张表里，2023学年的符合交流条件名单已冻结，仍按成员校计入，要让它退出，请先到【教师】的【符合交流条件名单】解除冻结，再导入一次，请核对。',
      ])
      expect(about(report, 'transfer.schoolsGone')).toEqual([])
      expect(report.sheets.find(({ sheet }) => sheet === '教师')).toMatchObject({ updated: 1, refused: 0 })
      expect(report.sheets.find(({ sheet }) => sheet === '学校')).toMatchObject({ added: 3, refused: 0 })

      await thawed(system)
      expect(about(await bringIn(system, leaving), 'transfer.schoolsGone')).toHaveLength(1)
      expect(await membersOf(system)).toEqual(all.slice(0, 3))
    })
  })

  test('brings nobody in whose list it is, says so at the cell, and its rows come in; once lifted it does', async () => {
    await inSystem(async (system) => {
      await bringIn(system, smallLedger('甲学区', 2023))
      await frozen(system)
      const joining = only(smallLedger('乙学区', 2023), '学校', '场馆共享')
      joining.get('学校')!.rows.splice(3)
      const report = await bringIn(system, joining)
      expect(await membersOf(system, '乙学区')).toEqual([])
      expect(about(report, 'organizations.frozenMember')).toEqual(
        Array.from(
          { length: 3 },
          () =>
            '这所学校2023学年的符合交流条件名单已冻结，没有加入本学区。要加入，请先到【教师】的【符合交流条件名单】解除冻结，再导入一次。',
        ),
      )
      expect(report.warnings.find(({ code }) => code === 'organizations.frozenMember')).toMatchObject({
        sheet: '学校',
        cell: '学校!F3',
      })
      expect(report.sheets.map(({ sheet, refused }) => [sheet, refused])).toEqual([
        ['学校', 0],
        ['场馆共享', 0],
      ])

      await thawed(system)
      await bringIn(system, joining)
      expect(await membersOf(system, '乙学区')).toEqual(all.slice(0, 3))
    })
  })

  test('gives roles, lets a school in that has no list, and one of the next year lets everybody go', async () => {
    await inSystem(async (system) => {
      await bringIn(system, smallLedger('甲学区', 2023))
      await frozen(system)
      const ledger = smallLedger('甲学区', 2023)
      cellAt(ledger, '学校', 1, '学区角色').set('轮值校')
      ledger
        .get('学校')!
        .rows.push(['3101120009', '新来小学', '新来小', '小学', '公办', '成员校', 2, 300, 121.44, 31.09])
      const report = await bringIn(system, ledger)
      expect(await membersOf(system)).toEqual(expect.arrayContaining([...all, '新来小']))
      expect(about(report, 'organizations.frozenMember')).toEqual([])
      const next = await bringIn(system, without('向阳幼儿园', smallLedger('甲学区', 2024)))
      expect(about(next, 'transfer.schoolsFrozen')).toEqual([])
      expect(about(next, 'transfer.schoolsGone')).toHaveLength(1)
    })
  })
})

describe('undoing an import', () => {
  const lastImport = (system: System) =>
    system.inContext(async (ctx) => {
      const { rows } = await sql<{ id: string }>`select id from transfer.import order by id desc limit 1`.execute(
        ctx.db,
      )
      return rows[0]!.id
    })
  const obstacles = (system: System, id: string) =>
    system.inContext(async (ctx) => listObstacles(ctx, (await loadImport(ctx, id))!))
  const undone = (system: System, id: string) =>
    system.inContext(async (ctx) => undoImport(ctx, (await loadImport(ctx, id))!))

  test('that brought in the members of a frozen year is held until the freeze is lifted', async () => {
    await inSystem(async (system) => {
      await bringIn(system, smallLedger('甲学区', 2023))
      const id = await lastImport(system)
      await frozen(system)
      const before = await dumpFacts(system)
      expect((await obstacles(system, id)).map(({ words }) => words)).toEqual([
        '春申小学等 4 所学校2023学年的符合交流条件名单已冻结，撤销会改变这一年的成员校，请先到【教师】的【符合交流条件名单】解除冻结。',
      ])
      await expect(undone(system, id)).rejects.toMatchObject({ code: 'transfer.inTheWay' })
      expect(await dumpFacts(system)).toEqual(before)
      await thawed(system)
      expect(await obstacles(system, id)).toEqual([])
      await undone(system, id)
      expect(await membersOf(system)).toEqual([])
    })
  })

  test('that leaves the members of the frozen year as they are goes on', async () => {
    await inSystem(async (system) => {
      await bringIn(system, smallLedger('甲学区', 2023))
      await frozen(system)
      const ledger = smallLedger('甲学区', 2023)
      cellAt(ledger, '学校', 1, '学区角色').set('轮值校')
      await bringIn(system, ledger)
      const id = await lastImport(system)
      expect(await obstacles(system, id)).toEqual([])
      await undone(system, id)
      expect(await membersOf(system)).toEqual(all)
    })
  })

  test('is held and goes on in the same way for a district, which works behind the wall', async () => {
    await rolledBack(database, async (inner) => {
      await cast(inner)
      const config = { ...readConfig({}), dataDir: folder.path('data'), asksPerMinute: 1_000_000 }
      const app = await testApp(inner, { config })
      const district = asPerson(app, 'district')
      const content = await readFile(await writeLedger(folder.path('up.xlsx'), smallLedger('横沔学区')))
      const { id } = (
        await district.upload(`/api/units/${PLACES.c2}/imports`, { name: '横沔学区.xlsx', content })
      ).json<Import>()
      await app.jobs.settled()
      await district.post(`/api/imports/${id}/take`)
      await app.jobs.settled()
      await district.post(`/api/units/${PLACES.c2}/eligible/freeze`, { year: 2023 })
      const seen = (await district.get(`/api/imports/${id}/obstacles`)).json<{ obstacles: Obstacle[] }>().obstacles
      expect(seen.map(({ words }) => words)).toEqual([expect.stringContaining('已冻结')])
      expect((await district.post(`/api/imports/${id}/undo`)).json()).toMatchObject({ code: 'transfer.inTheWay' })
      await district.post(`/api/units/${PLACES.c2}/eligible/thaw`, { year: 2023, reason: '名册有误' })
      expect((await district.post(`/api/imports/${id}/undo`)).json()).toMatchObject({ status: 'undone' })
      await app.close()
    })
  })
})
