import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { insertSampleVenues } from './sample.actions.ts'
import { sampleSites } from './sample.rules.ts'
import type { VenueLine } from './venue.contract.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('a sample cluster has venues at its schools and at partners, one of them being repaired', async () => {
  const fill = () => systemOf(app.parts).inContext(insertSampleVenues)
  const list = async (): Promise<VenueLine[]> =>
    (await asPerson(app, 'office').get(`/api/units/${PLACES.c1}/venues`)).json().venues
  await fill()
  expect(await list()).toEqual([])
  await database.transact('owner', (db) =>
    sql`update organizations.unit set sample = true where id = ${PLACES.c1}`.execute(db),
  )
  await fill()
  const venues = await list()
  expect(venues.filter(({ siteId }) => siteId !== null)).toHaveLength(sampleSites.length)
  expect(venues.filter(({ schoolId }) => schoolId !== null).length).toBeGreaterThan(2)
  expect(venues.every(({ sample, opening }) => sample && opening !== '不开放')).toBe(true)
})
