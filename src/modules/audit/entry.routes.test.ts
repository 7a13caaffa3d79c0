import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { insertAudit, type AuditRow } from '#platform/record.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { systemOf } from '../../main/contexts.ts'
import type { App } from '../../main/app.ts'
import { clearEntries } from './entry.actions.ts'
import { placeFrom, placeOf, summaryOf } from './entry.rules.ts'

const { c1, c2, s1, s2, city, districtA, districtB, c3 } = PLACES
const noon = Date.parse('2026-03-01T04:00:00Z')
let database: Database
let app: App

const entry = (minute: number, unitId: number | null, districtId: number, more: Partial<AuditRow> = {}): AuditRow => ({
  districtId,
  id: newId(noon + minute),
  at: new Date(noon + minute * 60_000),
  accountId: null,
  actorName: '某人',
  verb: 'POST /api/x',
  title: `第${minute}件`,
  unitId,
  subjectId: null,
  result: 'done',
  facts: {},
  requestId: null,
  ...more,
})

beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  await database.transact('owner', async (db) => {
    for (let minute = 0; minute < 7; minute += 1)
      await insertAudit(db, entry(minute, [c1, s1, s2][minute % 3]!, districtA))
    await insertAudit(db, entry(10, c2, districtA))
    await insertAudit(db, entry(11, c3, districtB))
    await insertAudit(db, entry(12, null, 0, { facts: { login: 'lihua', role: '校长' }, title: '新增账号' }))
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const titles = async (person: Parameters<typeof asPerson>[1], unit: number, query = '') => {
  const reply = await asPerson(app, person).get(`/api/units/${unit}/audit${query}`)
  return reply.json<{ entries: { title: string }[] }>().entries.map(({ title }) => title)
}

describe('who reads what', () => {
  test('an office reads its cluster and its schools, newest first', async () => {
    expect(await titles('office', c1)).toEqual(['第6件', '第5件', '第4件', '第3件', '第2件', '第1件', '第0件'])
  })
  test('a district reads all that happened in it', async () => {
    expect((await titles('district', districtA))[0]).toBe('第10件')
    expect(await titles('district', districtA)).toHaveLength(8)
  })
  test('the city reads its districts, and not who signed in', async () => {
    expect(await titles('city', city)).toEqual(['第11件', '第10件', ...[6, 5, 4, 3, 2, 1, 0].map((n) => `第${n}件`)])
  })
  test('who keeps the accounts reads what was done to the platform, and nothing of a cluster', async () => {
    const reply = await asPerson(app, 'administrator').get(`/api/units/${city}/audit`)
    expect(reply.json()).toMatchObject({
      entries: [{ title: '新增账号', summary: '用户名 lihua，校长', unitName: '' }],
    })
    expect((await asPerson(app, 'administrator').get(`/api/units/${c1}/audit`)).statusCode).toBe(403)
  })
})

describe('a search of the record', () => {
  test.each([
    ['kind=第3件', ['第3件']],
    ['who=某', ['第6件', '第5件', '第4件', '第3件', '第2件', '第1件', '第0件']],
    ['who=别人', []],
    [`place=${s1}`, ['第4件', '第1件']],
    ['result=refused', ['查看最近变动']],
    ['from=2026-03-01&until=2026-03-01&kind=第0件', ['第0件']],
    ['from=2026-03-02', ['查看最近变动']],
    ['until=2026-02-28', []],
  ])('%s', async (query, expected) => {
    expect(await titles('office', c1, `?${encodeURI(query)}`)).toEqual(expected)
  })

  test('is taken out of the house with its words on record', async () => {
    const reply = await asPerson(app, 'office').get(`/api/units/${c1}/audit.csv?who=${encodeURIComponent('某')}`)
    expect(reply.body.split('\r\n')[1]).toContain('2026-03-01 12:06,某人,第6件')
    const { rows } = await database.transact('owner', (db) =>
      sql`delete from platform.audit where title = '导出变动记录' returning facts`.execute(db),
    )
    expect(rows).toMatchObject([{ facts: { filter: '谁：某', rows: 7 } }])
  })

  test('is open to who keeps the accounts as far as it concerns accounts, wherever they were given', async () => {
    await database.transact('owner', (db) =>
      insertAudit(db, entry(20, c1, districtA, { title: '收回角色', verb: 'DELETE /api/grants/:grantId' })),
    )
    expect(await titles('administrator', city)).toContain('收回角色')
    expect(await titles('administrator', city)).not.toContain('第6件')
    await database.transact('owner', (db) => sql`delete from platform.audit where title = '收回角色'`.execute(db))
  })
})

test('a refusal is on record where it happened, and those who are over the place read it', async () => {
  const before = await titles('outsider', c3)
  expect((await asPerson(app, 'principal').get(`/api/units/${c3}/audit`)).statusCode).toBe(403)
  expect(await titles('outsider', c3)).toEqual(['查看最近变动', ...before])
  await database.transact('owner', (db) => sql`delete from platform.audit where result = 'refused'`.execute(db))
})

test('pages follow one another without gap or repetition', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const reply = await asPerson(app, 'office').get(`/api/units/${c1}/audit?limit=3${after && `&after=${after}`}`)
    const page = reply.json<{ entries: { title: string }[]; next: string | null }>()
    seen.push(...page.entries.map(({ title }) => title))
    after = page.next ?? ''
  } while (after)
  expect(seen).toEqual(await titles('office', c1))
})

test('a place that is none of ours is refused', async () => {
  const reply = await asPerson(app, 'office').get(`/api/units/${c1}/audit?after=yesterday`)
  expect(reply.json()).toMatchObject({ status: 400, facts: { issues: [{ path: 'after' }] } })
})

test('the record is kept for 400 days and then cleared away', async () => {
  const old = entry(0, c1, districtA, { at: new Date(Date.now() - 401 * 86_400_000), title: '很久以前' })
  const kept = entry(0, c1, districtA, { at: new Date(Date.now() - 399 * 86_400_000), title: '还要留着' })
  await database.transact('owner', async (db) => {
    for (const row of [old, kept]) await insertAudit(db, row)
  })
  await systemOf(app.parts).inContext(clearEntries)
  const rest = await titles('office', c1)
  expect(rest).toContain('还要留着')
  expect(rest).not.toContain('很久以前')
})

test('a place in the list is written and read back', () => {
  const place = { at: '2026-03-01T04:00:00.000Z', id: newId() }
  expect(placeFrom(placeOf({ ...place, at: new Date(place.at) }))).toEqual(place)
  expect(placeFrom("2026-03-01T04:00:00.000Z_'; drop table")).toBeUndefined()
})

test('the summary says what was before and what is now', () => {
  const changes = [{ what: '期限', before: '长期', after: '2090-08-31' }]
  expect(summaryOf({ login: 'wang', changes })).toBe('用户名 wang，期限：长期 → 2090-08-31')
  expect(summaryOf({ before: { name: '一小', id: 1 }, after: { name: '第一小学', id: 2 } })).toBe(
    '名称：一小 → 第一小学',
  )
  expect(summaryOf({ changes: 'none' })).toBe('')
})

test('the summary says what is worth saying and leaves out what is not', () => {
  expect(summaryOf({ file: '台账.xlsx', added: 1308, updated: 0, refused: 2, secret: 'x' })).toBe(
    '台账.xlsx，新增 1308 行，退回 2 行',
  )
  expect(summaryOf({})).toBe('')
})
