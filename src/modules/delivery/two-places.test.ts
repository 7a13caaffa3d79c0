import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { PLACES } from '../../../test/cast.ts'
import { BEFORE, deliveryDatabase, fields, LECTURERS, slot } from '../../../test/delivery-world.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s2, s3 } = PLACES
/** No school of the cast has a place on the map. */
const WAY = 30
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

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const wish = fc
  .record({
    day: fc.constantFrom('2026-09-16', '2026-09-17'),
    from: fc.integer({ min: 0, max: 16 }).map((n) => 8 * 60 + n * 10),
    schoolId: fc.constantFrom(s2, s3),
    teacherId: fc.constantFrom(LECTURERS.first, LECTURERS.second),
  })
  .map(({ day, from, schoolId, teacherId }) =>
    fields({
      ...{ teacherIds: [teacherId], enrolUntil: '2026-09-10' },
      slots: [slot({ fromDay: day, untilDay: day, fromTime: clock(from), untilTime: clock(from + 40), schoolId })],
    }),
  )

/** Two times of one teacher that meet, or lie nearer than the way between their schools. */
const tooNear = sql<{ a: string }>`
  select h.session_id as a from delivery.hold h
  join delivery.session n on n.district_id = h.district_id and n.id = h.session_id
  join delivery.hold k on k.district_id = h.district_id and k.teacher_id = h.teacher_id and k.session_id <> h.session_id
  join delivery.session m on m.district_id = k.district_id and m.id = k.session_id
  where h.during && k.during or (n.school_id <> m.school_id and upper(h.during) <= lower(k.during)
    and lower(k.during) - upper(h.during) < make_interval(mins => ${WAY}))`

async function draft(body: object): Promise<string> {
  const reply = await asPerson(app, 'liaison').post(`/api/units/${c1}/offerings`, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().id
}

test('whoever publishes what at the same instant, no teacher is in two places or on the way too long', async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 4, maxLength: 8 }), async (wishes) => {
      await database.transact('owner', (db) => sql`delete from delivery.offering`.execute(db))
      const ids: string[] = []
      for (const body of wishes) ids.push(await draft(body))
      const replies = await Promise.all(ids.map((id) => asPerson(app, 'liaison').post(`/api/offerings/${id}/publish`)))
      for (const { statusCode } of replies) seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1)
      expect([...seen.keys()].filter((status) => status >= 500)).toEqual([])
      expect((await database.transact('owner', (db) => tooNear.execute(db))).rows).toEqual([])
    }),
    { numRuns: 8 },
  )
  // What was tried came about as well as it was refused: the property is not empty.
  expect(seen.get(200)).toBeGreaterThan(0)
  expect(seen.get(409)).toBeGreaterThan(0)
}, 240_000)

test('of two who want one teacher at once one has the teacher, every time, whichever comes first', async () => {
  for (let round = 0; round < 6; round += 1) {
    await database.transact('owner', (db) => sql`delete from delivery.offering`.execute(db))
    const day = { fromDay: '2026-09-16', untilDay: '2026-09-16' }
    const near = { slots: [slot({ ...day, fromTime: '14:00', untilTime: '14:40' })] }
    const far = { slots: [slot({ ...day, fromTime: '14:50', untilTime: '15:30', schoolId: s3 })] }
    const ids = [await draft(fields(near)), await draft(fields(far))]
    if (round % 2 === 1) ids.reverse()
    const replies = await Promise.all(ids.map((id) => asPerson(app, 'office').post(`/api/offerings/${id}/publish`)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const refused = replies.find(({ statusCode }) => statusCode === 409)!.json()
    expect(refused.title).toContain('路上要 30 分钟，中间只有 10 分钟，少 20 分钟。')
  }
})

test('the database itself lets no two times of a teacher meet', async () => {
  await database.transact('owner', (db) => sql`delete from delivery.offering`.execute(db))
  const id = await draft(fields({ slots: [slot({ fromDay: '2026-09-16', untilDay: '2026-09-16' })], enrolUntil: '2026-09-10' })) // prettier-ignore
  await asPerson(app, 'liaison').post(`/api/offerings/${id}/publish`)
  const again = database.transact('owner', async (db) => {
    const { rows } = await sql<{ id: string }>`
      insert into delivery.session (district_id, id, offering_id, school_id, from_at, until_at, state)
      select district_id, gen_random_uuid(), offering_id, school_id, from_at, until_at, '待上' from delivery.session
      returning id`.execute(db)
    await sql`insert into delivery.hold select district_id, ${rows[0]!.id}::uuid, teacher_id, school_id, during
      from delivery.hold`.execute(db)
  })
  await expect(again).rejects.toThrow('never_in_two_places')
})
