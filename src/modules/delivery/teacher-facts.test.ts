import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { PLACES } from '../../../test/cast.ts'
import { BEFORE, deliveryDatabase, fields, slot } from '../../../test/delivery-world.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { dump, GONE, KEPT, mergeTwo, undoMerge, whose } from '../../../test/merging.ts'
import type { App } from '../../main/app.ts'

const { c1, s3 } = PLACES
const tables = ['delivery.lecturer', 'delivery.hold']
let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  app = await testApp(database, { now: () => BEFORE })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function publish(course: string, teacherIds: string[], more: object): Promise<void> {
  const day = { fromDay: '2026-09-16', untilDay: '2026-09-16' }
  const written = fields({ course, teacherIds, slots: [slot({ ...day, ...more })] })
  const { id } = (await asPerson(app, 'office').post(`/api/units/${c1}/offerings`, written)).json()
  const reply = await asPerson(app, 'office').post(`/api/offerings/${id}/publish`)
  expect(reply.statusCode, reply.body).toBe(200)
}

test('what two entries of one teacher teach is that of the one who stays, once, and goes back with the merge', async () => {
  await publish('剪纸', [GONE], { fromTime: '09:00', untilTime: '09:40' })
  await publish('书法', [GONE, KEPT], { fromTime: '14:00', untilTime: '14:40' })
  await publish('编程', [KEPT], { fromTime: '09:20', untilTime: '10:00', schoolId: s3 })
  const before = await dump(database, tables)
  const mergeId = await mergeTwo(app)
  expect(await whose(database, 'delivery.lecturer', 'school_id')).toHaveLength(3)
  // Of the two that were at once, that of the entry that stays.
  const held = await whose(database, 'delivery.hold', 'lower(during)')
  expect(held.map(([of]) => of)).toEqual(['kept', 'kept'])
  await undoMerge(app, mergeId)
  expect(await dump(database, tables)).toEqual(before)
})
