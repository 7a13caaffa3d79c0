import type { Database } from '#platform/database/database.ts'
import { bookingDatabase } from './booking-database.ts'
import { PLACES, teacherId } from './cast.ts'
import { accountFor } from './delivery-people.ts'

const { s2, s3 } = PLACES

/** A Monday before the term; the lessons of the world are in the autumn of 2026. */
export const BEFORE = new Date('2026-09-07T08:00:00+08:00')

export const LECTURERS = { first: teacherId(PLACES.s1, 1), second: teacherId(PLACES.s1, 3) } as const

/** The world of bookings, in which schools two and three have somebody who speaks for them. */
export async function deliveryDatabase(): Promise<Database> {
  const database = await bookingDatabase()
  await database.transact('owner', async (db) => {
    await accountFor(db, 'liaison-two', s2)
    await accountFor(db, 'liaison-three', s3)
  })
  return database
}

/** What S1 writes: every Wednesday afternoon, five times, at S2. */
export const fields = (more: object = {}) => ({
  ...{ schoolId: PLACES.s1, course: '剪纸', stage: '小学', subject: '美术', mode: '教师走教' },
  ...{ teacherIds: [LECTURERS.first], places: 80, shares: [], enrolUntil: '2026-09-15', about: '' },
  slots: [slot()],
  ...more,
})

export const slot = (more: object = {}) => ({
  ...{ fromDay: '2026-09-16', untilDay: '2026-10-14', skip: [], fromTime: '15:30', untilTime: '16:10' },
  ...{ schoolId: s2, venueId: null, room: '美术教室' },
  ...more,
})
