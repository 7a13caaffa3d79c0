import ExcelJS from 'exceljs'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { XLSX } from '#platform/download.ts'
import { maskName } from '#shared/names.ts'
import { actorToday } from '#modules/identity/who.actions.ts'
import type { App } from '../src/main/app.ts'
import { systemOf, wallOf } from '../src/main/contexts.ts'
import { accountId, cast, openSessions, people, PEOPLE, PLACES, teacherName, type Person } from './cast.ts'
import { testDatabase } from './database.ts'
import { asking, asPerson, testApp, type Asking } from './http.ts'
import { sourcesBelow } from './sources.ts'
import { expectations, reach, type Ask } from './walls.ts'
import { insertWaitingFacts } from './walls/bookings.ts'
import { insertCheckInFacts } from './walls/check-in.ts'
import { insertCollectionFacts } from './walls/collections.ts'
import { insertContestFacts } from './walls/contests.ts'
import { insertCourseFacts } from './walls/courses.ts'
import { insertCoverFacts } from './walls/cover-facts.ts'
import { insertDeliveryFacts } from './walls/delivery.ts'
import { insertFileFacts } from './walls/files.ts'
import { insertLeaver } from './walls/leaver.ts'
import { insertWalkFacts } from './walls/practice.ts'
import { insertProjectFacts } from './walls/projects.ts'
import { insertServiceFacts } from './walls/pupil-services.ts'
import { insertResearchFacts } from './walls/research-facts.ts'
import { insertSeasons } from './walls/season.ts'
import { insertStudioFacts } from './walls/studios.ts'
import { insertTrainingFacts } from './walls/training.ts'
import { insertVenueFacts } from './walls/venue-facts.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', insertLeaver)
  await database.transact('owner', insertCheckInFacts)
  await database.transact('owner', insertWaitingFacts)
  await database.transact('owner', insertCourseFacts)
  await database.transact('owner', insertCoverFacts)
  await database.transact('owner', insertDeliveryFacts)
  await database.transact('owner', insertSeasons)
  await database.transact('owner', insertVenueFacts)
  await database.transact('owner', insertWalkFacts)
  await database.transact('owner', insertFileFacts)
  await database.transact('owner', insertTrainingFacts)
  await database.transact('owner', insertResearchFacts)
  await database.transact('owner', insertServiceFacts)
  await database.transact('owner', insertStudioFacts)
  await database.transact('owner', insertContestFacts)
  await database.transact('owner', insertProjectFacts)
  await database.transact('owner', insertCollectionFacts)
  app = await testApp(database)
})
afterEach(() => database.transact('owner', openSessions))
afterAll(async () => {
  await app.close()
  await database.close()
})

const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const endpoints = Object.keys(expectations)

function send(asker: Asking, method: string, { url, body, file }: Ask): Promise<LightMyRequestResponse> {
  if (file) return asker.upload(url, file)
  if (method === 'GET') return asker.get(url)
  if (method === 'HEAD') return asker.head(url)
  if (method === 'DELETE') return asker.del(url)
  return method === 'POST' ? asker.post(url, body) : asker.patch(url, body)
}

describe('the first wall: who may ask what', () => {
  test('every route has its expectations, and every expectation its route', () => {
    expect(endpoints.sort()).toEqual(app.routesInfo.map(({ endpoint }) => keyOf(endpoint)).sort())
  })

  test.each(endpoints)('%s', async (endpoint) => {
    const [method = ''] = endpoint.split(' ')
    for (const ask of expectations[endpoint]!)
      for (const person of people) {
        const reply = await send(asPerson(app, person), method, ask)
        const told = `${person} ${ask.url}: ${reply.body.slice(0, 200)}`
        if (!ask.who.includes(person))
          expect(reply.statusCode, told).toBe(ask.blind?.includes(person) ? 404 : (ask.refused ?? 403))
        else if (ask.status) expect(reply.statusCode, told).toBe(ask.status)
        await expectNoForeignPerson(person, reply, told)
      }
  })

  test.each(endpoints)('%s: a visitor is asked to sign in first', async (endpoint) => {
    const [method = ''] = endpoint.split(' ')
    const open = app.routesInfo.find((route) => keyOf(route.endpoint) === endpoint)?.open
    for (const ask of expectations[endpoint]!) {
      const { statusCode, body } = await send(asking(app), method, ask)
      if (open) expect(ask.visitor).toBe(statusCode)
      else if (method === 'HEAD') expect(statusCode).toBe(401)
      else expect(JSON.parse(body)).toMatchObject({ status: 401, code: 'platform.signInFirst' })
    }
  })

  test('only `may` says 403, so that every refusal of a person is on record', () => {
    for (const { path, text } of sourcesBelow(['src/modules'], /problems\.ts$/))
      expect(text, path).not.toContain('[403')
  })
})

/** No name and no staff number of a teacher whom the person may not see by name; no trace of one not to be seen at all. */
async function expectNoForeignPerson(person: Person, reply: LightMyRequestResponse, told: string): Promise<void> {
  const text = await textOf(reply)
  for (const school of Object.values(PLACES).filter((place) => place >= PLACES.s1 && place <= PLACES.s6))
    for (const n of [1, 2, 3]) {
      const name = teacherName(school, n)
      // A staff number stands alone: within an id it is chance.
      const staffNo = `(?<!\\w)0${school}${n}(?!\\w)`
      if (!reach[person].names.includes(school)) expect(text, told).not.toMatch(new RegExp(`${name}|${staffNo}`))
      if (!reach[person].sees.includes(school)) expect(text, told).not.toContain(maskName(name))
    }
}

async function textOf(reply: LightMyRequestResponse): Promise<string> {
  if (reply.headers['content-type'] !== XLSX) return reply.body
  const workbook = await new ExcelJS.Workbook().xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
  return workbook.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join('\n')
}

test('the search for foreign persons finds them where they are', async () => {
  const list = await asPerson(app, 'office').get(`/api/units/${PLACES.c1}/teachers?year=2023`)
  await expect(expectNoForeignPerson('expert', list, '')).rejects.toThrow()
})

describe('the second wall: what a query without its predicate finds', () => {
  const behindWallOf = async <T>(person: Person, work: (db: Db) => Promise<T>): Promise<T> => {
    const account = { id: accountId(person), name: PEOPLE[person].name }
    const actor = await systemOf(app.parts).inContext((ctx) => actorToday(ctx, account))
    return database.transact(wallOf(actor), work)
  }
  const numbers = async (db: Db, query: string) => {
    const { rows } = await sql.raw<{ n: number }>(query).execute(db)
    return rows.map(({ n }) => n)
  }

  test.each(people)('%s finds teachers of the schools in reach and no others', async (person) => {
    const found = await behindWallOf(person, (db) =>
      numbers(db, 'select distinct school_id as n from people.teacher_year order by 1'),
    )
    expect(found).toEqual(reach[person].sees)
  })

  test.each([
    ['mobility.rotation', 'school_id', 'to_school_id'],
    ['teaching_research.activity', 'school_id', 'school_id'],
    ['teaching_research.mentoring', 'school_id', 'mentor_school_id'],
    ['teaching_research.event_sign', 'school_id', 'school_id'],
    ['teaching_research.union_convenor', 'school_id', 'school_id'],
    ['studios.studio', 'school_id', 'school_id'],
    ['studios.member', 'school_id', 'school_id'],
    ['contests.entry_teacher', 'school_id', 'school_id'],
    ['projects.project', 'school_id', 'school_id'],
    ['projects.member', 'school_id', 'school_id'],
    ['collections.entry', 'school_id', 'school_id'],
    ['collections.entry_teacher', 'school_id', 'school_id'],
    ['organizations.school_class', 'school_id', 'school_id'],
    ['cover.given', 'school_id', 'to_school_id'],
    ['cover.absence', 'school_id', 'school_id'],
    ['delivery.lecturer', 'school_id', 'school_id'],
    ['bookings.booking', 'school_id', 'user_school_id'],
    ['pupil_services.month_count', 'school_id', 'school_id'],
    ['pupil_services.parent_school', 'school_id', 'school_id'],
    ['pupil_services.aid', 'school_id', 'school_id'],
  ])('%s shows facts that touch a school in reach and no others', async (table, school, other) => {
    for (const person of people) {
      const { sees } = reach[person]
      const rows = await behindWallOf(person, (db) =>
        sql.raw<{ a: number; b: number }>(`select ${school} as a, ${other} as b from ${table}`).execute(db),
      )
      for (const { a, b } of rows.rows) expect(sees.includes(a) || sees.includes(b), `${person} in ${table}`).toBe(true)
    }
  })

  test.each(people)('%s finds no account but their own, unless they keep them', async (person) => {
    const logins = await behindWallOf(person, (db) => db.selectFrom('identity.account').select('login').execute())
    expect(logins).toHaveLength(person === 'administrator' ? people.length + 1 : 1)
    const { rows } = await behindWallOf(person, (db) =>
      sql.raw<{ accountId: string }>('select distinct account_id from identity.session').execute(db),
    )
    expect(rows).toEqual([{ accountId: accountId(person) }])
  })

  test('imports are found by those who are over the cluster', async () => {
    const finders = []
    for (const person of people) {
      const found = await behindWallOf(person, (db) =>
        numbers(db, `select cluster_id as n from transfer.import where file_name like '台账%' order by 1`),
      )
      finders.push([person, found])
    }
    const { c1, c3 } = PLACES
    expect(finders.filter(([, found]) => found!.length > 0)).toEqual([
      ['city', [c1, c3]],
      ['district', [c1]],
      ['office', [c1]],
      ['outsider', [c3]],
    ])
  })

  test('nobody behind it reads a password’s hash', async () => {
    const read = behindWallOf('administrator', (db) => sql`select password_hash from identity.account`.execute(db))
    await expect(read).rejects.toThrow('permission denied')
  })
})

/** Columns that say who somebody is. */
const personal = /(teacher|mentor|mentee|lecturer|account|person)_id$|^(staff_no|login|actor_name)$/

test('every table that names a person has row-level security', async () => {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ tableName: string; columnName: string; walled: boolean }>`
      select c.oid::regclass::text as table_name, a.attname as column_name, c.relrowsecurity as walled
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`.execute(
      db,
    ),
  )
  const named = rows.filter(({ columnName }) => personal.test(columnName))
  expect(new Set(named.map(({ tableName }) => tableName)).size).toBeGreaterThan(7)
  expect(named.filter(({ walled }) => !walled)).toEqual([])
})

test('the role behind the wall owns nothing and cannot step over it', async () => {
  const { rows } = await database.transact('owner', (db) =>
    sql`select rolsuper, rolbypassrls, rolcanlogin,
        exists (select from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = 'yanzhen_app'`.execute(db),
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false }])
})
