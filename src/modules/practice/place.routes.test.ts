import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, districtA, s1, s5, districtB } = PLACES
/** A Wednesday of term, at five in the afternoon in China. */
const NOW = new Date('2025-10-15T09:00:00Z')
const id = (n: number) => `00000000-0000-7000-9500-00000000000${n}`

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await database.transact('owner', insertPlaces)
  app = await testApp(database, { now: () => NOW })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const changedAt = NOW
const hours = { dayKind: '上学日' as const, weekdays: [1, 2, 3, 4, 5], fromTime: '16:00', untilTime: '20:00' }

async function insertPlaces(db: Db): Promise<void> {
  const site = { districtId: districtA, clusterId: c1, kind: '社会场馆' as const, changedAt, themes: ['科技'] }
  const where = { address: '颛兴路1号', longitude: 121.41, latitude: 31.07 }
  const sites = [
    { ...site, ...where, id: id(1), name: '船模馆', pinyin: 'chuanmoguan' },
    { ...site, id: id(2), name: '旧馆', pinyin: 'jiuguan', closedOn: '2025-09-01' },
  ]
  await db.insertInto('venues.site').values(sites).execute()
  const venue = { districtId: districtA, schoolId: s1, kind: '体育场馆' as const, capacity: 100, changedAt }
  const venues = [
    { ...venue, id: id(3), name: '体育馆', pinyin: 'tiyuguan' },
    { ...venue, id: id(4), name: '操场', pinyin: 'caochang' },
    { ...venue, id: id(5), name: '旧操场', pinyin: 'jiucaochang', closedOn: '2025-10-15' },
    { ...venue, id: id(6), name: '别区的馆', pinyin: 'biequ', schoolId: s5, districtId: districtB },
  ]
  await db.insertInto('venues.venue').values(venues).execute()
  const openings = [id(3), id(4)].map((venueId, n) => ({ ...hours, districtId: districtA, id: id(7 + n), venueId }))
  await db.insertInto('venues.opening').values(openings).execute()
  const during = '[2025-10-15 16:30+08,2025-10-15 18:00+08)'
  await db
    .insertInto('bookings.hold')
    .values({ districtId: districtA, bookingId: id(9), venueId: id(4), during })
    .execute()
}

describe('the places of a cluster', () => {
  const read = async () => (await asPerson(app, 'teacher').get(`/api/units/${c1}/places`)).json()

  test('are the open venues of its schools and its open partners, and no others', async () => {
    const { places } = await read()
    expect(places.map(({ name }: { name: string }) => name).sort()).toEqual(['体育馆', '操场', '船模馆'].sort())
  })

  test('say what is free at this moment, and what somebody has', async () => {
    const { places, at, note } = await read()
    const now = (name: string) => places.find((one: { name: string }) => one.name === name).now
    expect(now('体育馆')).toEqual({ state: '空着', words: '空到 20:00' })
    expect(now('操场')).toEqual({ state: '有人用', words: '18:00 后空出' })
    expect(now('船模馆')).toBeNull()
    expect({ at, note }).toEqual({ at: '17:00', note: '' })
  })

  test('a venue without a place of its own stands where its school stands', async () => {
    const { places, schools } = await read()
    const school = schools.find((one: { id: number }) => one.id === s1)
    const { longitude, latitude } = school
    expect(places.find((one: { name: string }) => one.name === '体育馆')).toMatchObject({
      longitude,
      latitude,
      schoolId: s1,
    })
  })
})
