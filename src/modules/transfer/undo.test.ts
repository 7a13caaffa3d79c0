import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { System } from '#platform/cli.ts'
import type { Database } from '#platform/database/database.ts'
import { checkDistrict } from '#modules/assessment/counter.actions.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { dumpFacts } from '../../../test/fact-dump.ts'
import { cellAt, smallLedger, writeLedger, type LedgerOnPaper } from '../../../test/ledger-files.ts'
import { ledgerSystem } from '../../../test/ledger-system.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { importFile } from './import.actions.ts'
import { loadImport } from './import.reply.ts'
import { listObstacles, undoImport } from './undo.actions.ts'

const folder = temporaryFolder()
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Takes a ledger and returns the import's id. */
async function taken(system: System, ledger: LedgerOnPaper, name = '台账.xlsx'): Promise<string> {
  const path = await writeLedger(folder.path('ledger.xlsx'), ledger)
  await importFile(system, { path, name }, {}, { dryRun: false })
  return system.inContext(async ({ db }) => {
    const { rows } = await sql<{ id: string }>`select id from transfer.import order by id desc limit 1`.execute(db)
    return rows[0]!.id
  })
}

const undone = (system: System, id: string) =>
  system.inContext(async (ctx) => undoImport(ctx, (await loadImport(ctx, id))!))
const obstacles = (system: System, id: string) =>
  system.inContext(async (ctx) => listObstacles(ctx, (await loadImport(ctx, id))!))

const inSystem = (work: (system: System) => Promise<void>) =>
  rolledBack(database, async (inner) => work(await ledgerSystem(inner)))

/** One thing that a new version of a ledger says otherwise. */
const changes: Record<string, (ledger: LedgerOnPaper) => void> = {
  nothing: () => {},
  title: (ledger) => cellAt(ledger, '教师', 1, '职称').set('高级教师'),
  subject: (ledger) => cellAt(ledger, '教师', 2, '任教学科').set('数学'),
  school: (ledger) => cellAt(ledger, '教师', 5, '学校').set('北桥小学'),
  name: (ledger) => cellAt(ledger, '学校', 0, '学校简称').set('春申附小'),
  role: (ledger) => cellAt(ledger, '学校', 1, '学区角色').set('轮值校'),
  place: (ledger) => cellAt(ledger, '学校', 2, '经度').set(121.5),
  campuses: (ledger) => cellAt(ledger, '学校', 3, '校区数').set(3),
  leaver: (ledger) => {
    for (const { rows } of ledger.values())
      rows.splice(0, rows.length, ...rows.filter((cells) => !cells.includes('向阳幼儿园')))
  },
  newcomer: (ledger) => {
    const { rows } = ledger.get('学校')!
    rows.push(['3101120009', '新来小学', '新来小', '小学', '公办', '成员校', 2, 300, 121.44, 31.09])
  },
  rotation: (ledger) => cellAt(ledger, '交流轮岗', 0, '状态').set('已结束'),
  course: (ledger) => cellAt(ledger, '课程', 1, '受益学生数').set(77),
  studio: (ledger) => cellAt(ledger, '工作室', 1, '所在学校').set('元江中学'),
  pair: (ledger) => cellAt(ledger, '跨校带教', 0, '学科').set('数学'),
  use: (ledger) => cellAt(ledger, '场馆共享', 2, '人次').set(99),
  grade: (ledger) => cellAt(ledger, '办学绩效', 1, '等第').set('优秀'),
  withoutTeachers: (ledger) => void ledger.delete('教师'),
}

const version = fc.record({
  year: fc.constantFrom(2022, 2023, 2024),
  changes: fc.uniqueArray(fc.constantFrom(...Object.keys(changes)), { minLength: 1, maxLength: 4 }),
})

const ledgerOf = ({ year, changes: names }: { year: number; changes: string[] }): LedgerOnPaper => {
  const ledger = smallLedger('甲学区', year)
  // Those that take rows or sheets away come last: the others name their rows by number.
  const last = (name: string) => Number(name === 'leaver') + 2 * Number(name === 'withoutTeachers')
  for (const name of [...names].sort((a, b) => last(a) - last(b))) changes[name]!(ledger)
  return ledger
}

test('whatever ledgers come in, undone in reverse order each gives back exactly what was there before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 4 }), async (versions) => {
      await inSystem(async (system) => {
        await taken(system, smallLedger('甲学区', 2023))
        const steps: { id: string; before: unknown }[] = []
        for (const one of versions) {
          const before = await dumpFacts(system)
          steps.push({ id: await taken(system, ledgerOf(one)), before })
        }
        for (const { id, before } of steps.reverse()) {
          expect(await obstacles(system, id)).toEqual([])
          await undone(system, id)
          expect(await dumpFacts(system)).toEqual(before)
        }
        const differences = await system.inContext((ctx) => checkDistrict(ctx, 310112))
        expect(differences).toEqual([])
      })
    }),
    { numRuns: Number(process.env['YANZHEN_UNDOS'] ?? 6) },
  )
}, 120_000)

test('the first import of a cluster leaves nothing of its schools and rows when it is undone', async () => {
  await inSystem(async (system) => {
    const id = await taken(system, smallLedger())
    await undone(system, id)
    const dump = await dumpFacts(system)
    for (const [name, rows] of Object.entries(dump))
      expect(
        rows.filter((row) => !/"kind": "(city|district|town|cluster)"/.test(row)),
        name,
      ).toEqual([])
  })
})

describe('what stands in the way', () => {
  test('is a later import that wrote over the same rows; undone first, this one can be', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      const second = await taken(system, ledgerOf({ year: 2023, changes: ['title', 'course'] }), '二月.xlsx')
      const found = await obstacles(system, first)
      expect(new Set(found.map(({ importId }) => importId))).toEqual(new Set([second]))
      expect(found.map(({ words }) => words)).toEqual([
        expect.stringMatching(/^教师 钱二：.*由《二月\.xlsx》再次修改。$/),
        expect.stringMatching(/^课程 足球：/),
      ])
      await expect(undone(system, first)).rejects.toMatchObject({ code: 'transfer.inTheWay' })
      await undone(system, second)
      await undone(system, first)
      expect((await dumpFacts(system))['people.teacher_year']).toEqual([])
    })
  })

  test('is a later import that said the same again; undone first, this one can be', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      const second = await taken(system, smallLedger(), '再报.xlsx')
      expect(await obstacles(system, first)).toEqual([
        expect.objectContaining({
          words: expect.stringMatching(/^.*导入的《再报\.xlsx》里也有其中 31 行，请先撤销那一次。$/) as string,
          importId: second,
        }),
      ])
      await expect(undone(system, first)).rejects.toMatchObject({ code: 'transfer.inTheWay' })
      expect(await obstacles(system, second)).toEqual([])
      await undone(system, second)
      await undone(system, first)
      expect((await dumpFacts(system))['people.teacher_year']).toEqual([])
    })
  })

  test('is what a school handed in since, be it one row of many', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      const ledger = smallLedger()
      for (const name of ledger.keys()) if (name !== '教师') ledger.delete(name)
      ledger.get('教师')!.rows.splice(1)
      const second = await taken(system, ledger, '本校.xlsx')
      await system.inContext(({ db }) =>
        sql`update transfer.import set verdict = 'accepted',
          school_id = (select id from organizations.unit where name = '春申小学') where id = ${second}`.execute(db),
      )
      const [one, ...more] = await obstacles(system, first)
      expect(more).toEqual([])
      expect(one).toMatchObject({ importId: second })
      expect(one!.words).toMatch(/《本校\.xlsx》（春申小学报送，已通过）里也有其中 1 行，请先撤销那一次。$/)
    })
  })

  test('is a later ledger that changed the members', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger('甲学区', 2022))
      const second = await taken(system, smallLedger('甲学区', 2023))
      expect(await obstacles(system, first)).toMatchObject([{ importId: second }])
    })
  })

  test('is a row that a person has changed since, and nothing is undone', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      await system.inContext(({ db }) =>
        sql`update people.teacher_year set title = '正高级教师', edited_import_id = import_id, import_id = null
          where staff_no = '0003'`.execute(db),
      )
      const before = await dumpFacts(system)
      const [one] = await obstacles(system, first)
      expect(one).toMatchObject({ words: '教师 孙三：后来在平台上手工修改过。', importId: null })
      expect(one!.teacherId).toMatch(/^[0-9a-f-]{36}$/)
      await expect(undone(system, first)).rejects.toMatchObject({ code: 'transfer.inTheWay' })
      expect(await dumpFacts(system)).toEqual(before)
    })
  })

  test('is what a person recorded about somebody who would go, until it is withdrawn', async () => {
    await inSystem(async (system) => {
      const exempt = (staffNo: string) =>
        system.inContext(({ db }) =>
          sql`insert into people.exemption
              (district_id, id, teacher_id, school_id, kind, from_day, until_day, recorded_at, recorded_by)
            select distinct district_id, gen_random_uuid(), teacher_id, school_id, '病休', '2023-09-01'::date,
              '2024-08-31'::date, now(), '校长' from people.teacher_year where staff_no = ${staffNo}`.execute(db),
        )
      await taken(system, smallLedger('甲学区', 2022))
      const ledger = ledgerOf({ year: 2023, changes: ['title'] })
      cellAt(ledger, '教师', 2, '工号').set('0099')
      cellAt(ledger, '教师', 2, '姓名').set('新来')
      const second = await taken(system, ledger)
      for (const staffNo of ['0002', '0099']) await exempt(staffNo)
      expect(await obstacles(system, second)).toMatchObject([
        { words: '教师 新来：后来登记了免予交流，请先撤回登记。', teacherId: expect.any(String) as string },
      ])
      await expect(undone(system, second)).rejects.toMatchObject({ code: 'transfer.inTheWay' })
      await system.inContext(({ db }) => sql`update people.exemption set withdrawn_at = now()`.execute(db))
      await undone(system, second)
    })
  })

  test('is a school whose details a person has changed since, with the way to it', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      const id = await system.inContext(async ({ db }) => {
        const { rows } = await sql<{ id: number }>`
          update organizations.unit set short_name = '元江' where name = '元江中学' returning id`.execute(db)
        return rows[0]!.id
      })
      expect(await obstacles(system, first)).toMatchObject([
        { words: '元江中学：学校资料后来在平台上手工修改过。', schoolId: id },
      ])
    })
  })

  test('is a member that a person has taken out since', async () => {
    await inSystem(async (system) => {
      const first = await taken(system, smallLedger())
      await system.inContext(({ db }) =>
        sql`update organizations.membership set until_day = '2024-01-31' where role = '轮值校'`.execute(db),
      )
      expect(await obstacles(system, first)).toMatchObject([
        { words: '元江中学：成员关系后来在平台上手工调整过。', schoolId: expect.any(Number) as number },
      ])
    })
  })
})

test('what two imports handed in stays handed in when the first of them is undone', async () => {
  await inSystem(async (system) => {
    await taken(system, smallLedger())
    const only = (sheet: string, change: string) => {
      const ledger = ledgerOf({ year: 2023, changes: [change] })
      for (const name of ledger.keys()) if (name !== sheet) ledger.delete(name)
      return ledger
    }
    const second = await taken(system, only('场馆共享', 'use'))
    const third = await taken(system, only('场馆共享', 'nothing'))
    await undone(system, second)
    const { 'platform.recorded': recorded } = await dumpFacts(system)
    expect(recorded!.filter((row) => row.includes('venues.uses'))).toHaveLength(4)
    await undone(system, third)
  })
})
