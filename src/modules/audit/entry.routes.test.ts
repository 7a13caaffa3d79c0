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

test('a refusal is on record where it happened, and those who are over the place read it', async () => {
  const before = await titles('outsider', c3)
  expect((await asPerson(app, 'principal').get(`/api/units/${c3}/audit`)).statusCode).toBe(403)
  expect(await titles('outsider', c3)).toEqual(['最近变动', ...before])
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

test('the summary says what is worth saying and leaves out what is not', () => {
  expect(summaryOf({ file: '台账.xlsx', added: 1308, updated: 0, refused: 2, secret: 'x' })).toBe(
    '台账.xlsx，新增 1308 行，退回 2 行',
  )
  expect(summaryOf({})).toBe('')
})
