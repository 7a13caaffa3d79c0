import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import { recordUse } from '#modules/venues/index.ts'
import { ledgerBook, take } from '../../../test/ledger.ts'
import { useSheet } from '../venues/use.sheet.ts'
import { insertBooking, VENUES } from '../../../test/booking-world.ts'
import { measureNamed } from '../../../test/candidates.ts'
import { PLACES } from '../../../test/cast.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { modules } from '../../main/modules.ts'

const { districtA, c1, s1, s2, s3 } = PLACES
const YEAR = 2025
let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  app = await testApp(database, { now: () => new Date('2026-05-11T07:00:00+08:00') })
  // On Tuesday S2 comes, and S1 itself; on Wednesday visitors, and S2 goes to the partner. The ledger tells of the first again.
  await used('2026-03-03', '14:00', '16:00', s2)
  await used('2026-03-03', '16:30', '17:30', s1)
  await used('2026-03-04', '09:00', '10:00', null)
  await used('2026-03-04', '09:00', '12:00', s2, 'workshop')
  await told('2026-03-03', '体 育馆', s2, 1)
  await told('2026-03-10', '体育馆', s3, 2)
  await told('2026-03-11', '游泳池', s2, 3)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)

async function used(day: string, from: string, until: string, userSchoolId: number | null, venue: 'gym' | 'workshop' = 'gym') {
  const id = newId()
  await database.transact('owner', async (db) => {
    await insertBooking(db, { id, venue, userSchoolId, fromAt: at(day, from), untilAt: at(day, until), status: '已用' })
    if (venue === 'workshop' || userSchoolId === null) return
    await recordUse(db, {
      ...{ districtId: districtA, id: newId(), clusterId: c1, schoolYear: YEAR, key: `booking:${id}`, usedOn: day },
      ...{ venueName: '体育馆', venueKind: '体育场馆', schoolId: s1, userSchoolId, headCount: 40 },
    })
  })
} // prettier-ignore

/** A row of a ledger. */
const told = (usedOn: string, venueName: string, userSchoolId: number, sourceRow: number) =>
  database.transact('owner', (db) =>
    db
      .insertInto('venues.venueUse')
      .values({
        ...{ districtId: districtA, id: newId(), clusterId: c1, schoolYear: YEAR, rowKey: newId(), usedOn, venueName },
        ...{ venueKind: '体育场馆', schoolId: s1, userSchoolId, headCount: 30, sourceRow },
      })
      .execute(),
  )

const read = async (more = '') =>
  (await asPerson(app, 'office').get(`/api/units/${c1}/venue-use?year=${YEAR}${more}`)).json()
const rows = async (more: string) =>
  (await asPerson(app, 'office').get(`/api/units/${c1}/venue-use/rows?year=${YEAR}${more}`)).json()

test('what counts is what the measure of the ledger counts, school by school; what is told again counts once', async () => {
  const measure = measureNamed(modules.flatMap((module) => module.measures ?? []), 'venues.shared-uses')
  const scope = { districtIds: [districtA], schoolIds: [s1, s2, s3], schoolYears: [YEAR] }
  const counted = await database.transact('owner', async (db) => {
    const found = await sql<{ schoolId: number; n: number }>`
      select m.school_id, count(*)::int as n from (${measure.select(scope)}) m where m.counted group by 1`.execute(db)
    return found.rows
  })
  const { shared, links } = await read()
  expect(counted).toEqual([{ schoolId: s1, n: 3 }])
  expect(shared).toEqual({ uses: 3, headCount: 100, minutes: 120, untimed: 2 })
  expect(links).toEqual([
    { from: s1, to: s2, uses: 2, headCount: 70 },
    { from: s1, to: s3, uses: 1, headCount: 30 },
  ])
}) // prettier-ignore

test('what does not count stays in sight with its reason', async () => {
  const { others } = await read()
  const told = others.map(({ reason, uses }: { reason: string; uses: number }) => [reason, uses])
  expect(Object.fromEntries(told)).toEqual({ 与当天的预约是同一次: 1, 外来团体使用: 1, 本校自用: 1, 校外基地的场地: 1 })
})

test('the use rate is of the hours that were open, by days; own and foreign uses both take them', async () => {
  const { venues } = await read('&from=2026-03-02&until=2026-03-08')
  const of = (venueKey: string) => venues.find((line: { venueKey: string }) => line.venueKey === venueKey)
  // Five days of twelve hours and two of four; taken are two hours, one of the school itself and one of visitors.
  expect(of(VENUES.gym)).toMatchObject({ open: 68 * 60, used: 4 * 60, rate: 5.9, why: '', lastUsedOn: '2026-03-04' })
  expect(of(VENUES.gym)).toMatchObject({ shared: { uses: 1 }, other: { uses: 3 } })
  expect(of(VENUES.workshop)).toMatchObject({ used: 180, rate: 5, shared: { uses: 0 } })
  expect(of(VENUES.hall)).toMatchObject({ used: 0, rate: 0, lastUsedOn: null })
})

test('without a calendar there is no rate, and a venue that only a ledger names has none either', async () => {
  const year = (await asPerson(app, 'office').get(`/api/units/${c1}/venue-use?year=2024`)).json()
  const gym = year.venues.find((line: { venueKey: string }) => line.venueKey === VENUES.gym)
  expect(gym).toMatchObject({ open: null, rate: null, why: '2024学年的校历还没有登记' })
  const { venues } = await read()
  expect(venues.find((line: { venue: string }) => line.venue === '游泳池')).toMatchObject({ venueId: null, rate: null, why: '没有登记在场馆里' }) // prettier-ignore
})

test('a figure opens to its uses, without a person in them', async () => {
  const shared = await rows(`&schoolId=${s1}&userSchoolId=${s2}`)
  expect(shared).toMatchObject({ total: 2, next: null })
  expect(shared.rows).toMatchObject([
    { usedOn: '2026-03-11', times: null, from: '台账', venue: '游泳池' },
    { usedOn: '2026-03-03', times: '14:00–16:00', from: '预约', venue: '体育馆', headCount: 40 },
  ])
  expect(JSON.stringify(shared)).not.toContain('某人')
  expect(await rows(`&counted=no&reason=${encodeURIComponent('本校自用')}`)).toMatchObject({ total: 1 })
})

test('a workbook that tells again of a booked use is told so, row by row, and only so often as was booked', async () => {
  const row = { 日期: '2026-03-03', 场馆名称: '体育馆', 场馆类别: '体育场馆', 提供学校: s1, 使用学校: s2, 人次: 40 }
  const { warnings } = await database.transact('owner', async (db) => {
    const ctx = { db, newId, policies: { subjects: new Set() } } as unknown as Context
    const book = ledgerBook(ctx, { id: c1, name: '学区', districtId: districtA }, YEAR)
    book.addSchool({ id: s1, districtId: districtA, name: '一', shortName: '一' })
    return take(useSheet, book, [row, row, { ...row, 日期: '2026-03-05' }])
  })
  expect(warnings).toEqual(['日期: 第 3 行与 3月3日的预约是同一次，只算一次。'])
})

test('days that end before they begin are told, and the file has three sheets', async () => {
  expect(await read('&from=2026-03-08&until=2026-03-02')).toMatchObject({ status: 422 })
  const file = await asPerson(app, 'office').get(`/api/units/${c1}/venue-use.xlsx?year=${YEAR}`)
  expect(file.statusCode).toBe(200)
  expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('2025学年场馆使用情况.xlsx')
})

test('hours that change today change no day before, and a venue was not open before it was there, nor while closed', async () => {
  const principal = asPerson(app, 'principal')
  const openOf = async (venueKey: string, days: string) =>
    (await read(days)).venues.find((line: { venueKey: string }) => line.venueKey === venueKey)?.open
  const gym = { name: '体育馆', kind: '体育场馆', capacity: 200 }
  const monday = [{ dayKind: '上学日', weekdays: [1], fromTime: '18:00', untilTime: '19:00' }]
  for (const openings of [[], monday])
    expect((await principal.patch(`/api/venues/${VENUES.gym}`, { ...gym, openings })).statusCode).toBe(200)
  expect(await openOf(VENUES.gym, '&from=2026-03-02&until=2026-03-08')).toBe(68 * 60)
  expect(await openOf(VENUES.gym, '&from=2026-05-10&until=2026-05-11')).toBe(4 * 60 + 60)

  const made = await principal.post(`/api/schools/${s1}/venues`, { ...gym, name: '球场', openings: monday })
  expect(await openOf(made.json().id, '&from=2026-05-04&until=2026-05-11')).toBe(60)

  await database.transact('owner', (db) =>
    db.updateTable('venues.venue').set({ closedOn: '2026-05-07' }).where('id', '=', VENUES.hall).execute(),
  )
  expect((await principal.post(`/api/venues/${VENUES.hall}/reopen`)).statusCode).toBe(200)
  expect(await openOf(VENUES.hall, '&from=2026-05-06&until=2026-05-11')).toBe(24 * 60)
})
