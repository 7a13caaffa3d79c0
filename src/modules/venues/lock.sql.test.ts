import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { lockVenues } from './lock.sql.ts'

const { c1, s1 } = PLACES
const said: string[] = []
const listening: KyselyPlugin = {
  transformQuery: ({ node }) => {
    said.push(node.kind === 'RawNode' ? JSON.stringify(node) : `${node.kind} ${JSON.stringify(node)}`)
    return node
  },
  transformResult: async ({ result }) => result,
}
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  const heard: Database = {
    ...database,
    transact: (wall, work) => database.transact(wall, (db) => work(db.withPlugin(listening))),
  }
  app = await testApp(heard)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const writes = /^(?:Insert|Update|Delete)QueryNode.*"name":"venues"|(?:insert into|update|delete from) venues\./
const isLock = (statement: string) => statement.includes('pg_advisory_xact_lock(')

/** What a request says to the database has the lock, and nothing of the register is changed before it. */
async function expectLocked(ask: () => Promise<{ statusCode: number; body: string }>): Promise<void> {
  said.length = 0
  const reply = await ask()
  expect(reply.statusCode, reply.body).toBe(200)
  const lock = said.findIndex(isLock)
  const write = said.findIndex((statement) => writes.test(statement))
  expect(lock).toBeGreaterThanOrEqual(0)
  expect(write).toBeGreaterThan(lock)
}

const hall = { name: '风雨操场', kind: '体育场馆', capacity: 120 }
const closing = { fromDay: '2020-01-01', fromTime: '00:00', untilDay: '2999-01-01', untilTime: '24:00', why: '维修' }

test('whatever changes a venue has it alone first', async () => {
  const principal = asPerson(app, 'principal')
  const { id } = (await principal.post(`/api/schools/${s1}/venues`, hall)).json()
  const venue = `/api/venues/${id}`
  await expectLocked(() => principal.patch(venue, { ...hall, capacity: 60 }))
  await expectLocked(() => principal.post(`${venue}/close`))
  await expectLocked(() => principal.post(`${venue}/reopen`))
  await expectLocked(() => principal.post(`${venue}/closings`, closing))
  await expectLocked(() => principal.post(`${venue}/equipment`, { equipment: [{ name: '球', unit: '只', stock: 2 }] }))
  const { closings } = (await principal.get(venue)).json()
  await expectLocked(() => principal.post(`${venue}/closings/${closings[0].id}/undo`))
  const lessons = [{ weekday: 1, fromTime: '08:00', untilTime: '08:40' }]
  const span = { fromDay: '2030-09-01', untilDay: '2031-01-20' }
  await expectLocked(() => principal.post(`${venue}/lessons`, { ...span, lessons }))
  const day = { day: '2030-10-10', kind: '节假日' }
  await expectLocked(() => asPerson(app, 'office').post(`/api/units/${c1}/school-calendar/days`, day))
})

test('whatever changes a partner has all of its places alone first', async () => {
  const office = asPerson(app, 'office')
  const museum = { name: '示例博物馆', kind: '社会场馆' }
  const { id } = (await office.post(`/api/units/${c1}/sites`, museum)).json()
  await office.post(`/api/sites/${id}/venues`, { ...hall, name: '展厅' })
  await expectLocked(() => office.patch(`/api/sites/${id}`, { ...museum, agreementUntil: '2020-01-01' }))
  await expectLocked(() => office.post(`/api/sites/${id}/close`))
  await expectLocked(() => office.post(`/api/sites/${id}/reopen`))
})

test('a second who would have a venue alone comes after the first is through', async () => {
  const venueId = '00000000-0000-7000-8000-000000000001'
  const order: string[] = []
  const have = (name: string, before: Promise<void>) =>
    database.transact('owner', async (db) => {
      await lockVenues(db, [venueId])
      order.push(`${name} has it`)
      await before
      order.push(`${name} lets go`)
    })
  const first = have('first', new Promise((done) => setTimeout(done, 50)))
  const second = have('second', Promise.resolve())
  await Promise.all([first, second])
  const [one] = order[0]!.split(' ')
  expect(order.map((line) => line.startsWith(`${one} `))).toEqual([true, true, false, false])
})
