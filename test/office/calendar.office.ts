import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from '../booking-database.ts'
import type { App } from '../../src/main/app.ts'
import { VENUES } from '../booking-world.ts'
import { PLACES } from '../cast.ts'
import { handCookie } from '../cover-world.ts'
import { asking, testApp } from '../http.ts'
import { Diary } from './programs.ts'

let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  app = await testApp(database, { now: () => new Date('2026-10-12T07:00:00+08:00') })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const teacher = () => asking(app, handCookie('near'))

test('khal shows a booking at its time in Shanghai, moves it, and strikes it out', async () => {
  const request = { lines: [{ venueId: VENUES.gym }], day: '2026-10-13', from: '14:00', until: '16:00', purpose: '篮球，训练；一', headCount: 40 } // prettier-ignore
  const [{ id }] = (await teacher().post(`/api/units/${PLACES.c1}/bookings`, request)).json().bookings
  const { path } = (await teacher().post('/api/my/feeds', { about: 'person' })).json()
  const diary = new Diary('diary')
  const refresh = async () => diary.take((await asking(app).get(path)).body)

  await refresh()
  const event = { uid: `${id}@yanzhen`, title: '体育馆：篮球，训练；一', place: '春申中学', status: 'CONFIRMED' }
  expect(diary.on('2026-10-13')).toEqual([{ ...event, begins: '2026-10-13 14:00', ends: '2026-10-13 16:00' }])

  await teacher().post(`/api/bookings/${id}/move`, { day: '2026-10-20', from: '17:00', until: '18:00' })
  await refresh()
  expect(diary.on('2026-10-13')).toEqual([])
  expect(diary.on('2026-10-20')).toEqual([{ ...event, begins: '2026-10-20 17:00', ends: '2026-10-20 18:00' }])

  await teacher().post(`/api/bookings/${id}/cancel`, {})
  await refresh()
  expect(diary.on('2026-10-20')).toMatchObject([{ uid: event.uid, status: 'CANCELLED' }])
})
