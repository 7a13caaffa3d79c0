import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { VENUES } from './booking-world.ts'
import { PLACES } from './cast-places.ts'

const { districtA } = PLACES
export const THINGS = {
  microphone: '00000000-0000-7000-9420-000000000001',
  ball: '00000000-0000-7000-9420-000000000002',
} as const

/**
 * The venues of test/booking-world.ts get hours: the gym on school days from 08:00 to 20:00 and at weekends until noon, with
 * a lesson of the school on Thursdays; the hall the same, but it asks first; the workshop on school days. Three microphones
 * of the hall go along to the gym, too; two balls stay in the gym.
 */
export async function insertHours(database: Database): Promise<void> {
  await database.transact('owner', async (db) => {
    const of = (venue: keyof typeof VENUES) => ({ districtId: districtA, id: newId(), venueId: VENUES[venue] })
    const weekdays = [1, 2, 3, 4, 5]
    const times = { fromTime: '08:00', untilTime: '20:00' }
    await db
      .insertInto('venues.opening')
      .values([
        { ...of('gym'), ...times, dayKind: '上学日', weekdays },
        { ...of('gym'), dayKind: '双休日', weekdays: [6, 7], fromTime: '08:00', untilTime: '12:00' },
        { ...of('hall'), ...times, dayKind: '上学日', weekdays },
        { ...of('workshop'), ...times, dayKind: '上学日', weekdays },
      ])
      .execute()
    const lesson = { weekday: 4, fromTime: '08:50', untilTime: '09:30', fromDay: '2026-09-01', untilDay: '2027-01-29' }
    await db
      .insertInto('venues.lesson')
      .values({ ...of('gym'), ...lesson, weekOne: '2026-08-31', what: '体育 七（2）班' })
      .execute()
    await db.updateTable('venues.venue').set({ needsApproval: true }).where('id', '=', VENUES.hall).execute()
    await db
      .insertInto('venues.equipment')
      .values([
        { ...of('hall'), id: THINGS.microphone, name: '话筒', unit: '支', stock: 3, shared: true },
        { ...of('gym'), id: THINGS.ball, name: '篮球', unit: '个', stock: 2 },
      ])
      .execute()
  })
}
