import type { Database, Db } from '#platform/database/database.ts'
import { PLACES } from './cast-places.ts'
import { handAccount } from './cover-world.ts'

const { districtA, c1, s1, s2 } = PLACES

/** A gym of S1 that stands on the map, a hall of S1 that does not, and the workshop of a partner of C1. */
export const VENUES = {
  gym: '00000000-0000-7000-9400-000000000001',
  hall: '00000000-0000-7000-9400-000000000002',
  workshop: '00000000-0000-7000-9400-000000000003',
} as const
const SITE = '00000000-0000-7000-9410-000000000001'
export const GYM_AT = { longitude: 121.4, latitude: 31.07 }

export const insertVenues = (database: Database): Promise<void> => database.transact('owner', insertVenueRows)

export async function insertVenueRows(db: Db): Promise<void> {
  const at = { districtId: districtA, changedAt: new Date(0), capacity: 200 }
  await db
    .insertInto('venues.site')
    .values({
      districtId: districtA,
      id: SITE,
      clusterId: c1,
      name: '东富龙',
      pinyin: 'dong fu long',
      kind: '企业',
      changedAt: new Date(0),
    }) // prettier-ignore
    .execute()
  await db
    .insertInto('venues.venue')
    .values([
      { ...at, ...GYM_AT, id: VENUES.gym, schoolId: s1, name: '体育馆', pinyin: 'ti yu guan', kind: '体育场馆' },
      { ...at, id: VENUES.hall, schoolId: s1, name: '报告厅', pinyin: 'bao gao ting', kind: '剧场与报告厅' },
      { ...at, id: VENUES.workshop, siteId: SITE, name: '装配车间', pinyin: 'zhuang pei', kind: '企业实践基地' },
    ])
    .execute()
}

interface Booked {
  id: string
  fromAt: Date
  untilAt: Date
  venue?: keyof typeof VENUES
  status?: '待审' | '已定' | '已取消' | '已用'
  userSchoolId?: number | null
}

/** A booking as it stands: by a teacher of S2, unless it is somebody else's. */
export async function insertBooking(
  db: Db,
  { venue = 'gym', status = '已定', userSchoolId = s2, ...when }: Booked,
): Promise<void> {
  // prettier-ignore
  const { id, fromAt, untilAt } = when
  const whose = { accountId: userSchoolId === s2 ? handAccount('near') : null, userSchoolId, bookedBy: '某人' }
  const where = { districtId: districtA, clusterId: c1, venueId: VENUES[venue], schoolId: venue === 'workshop' ? null : s1 } // prettier-ignore
  const what = { purpose: '篮球训练', headCount: 40, classes: '四（1）班', requestId: id }
  const made = { madeAt: new Date(0), changedAt: new Date(0), changedBy: '某人' }
  await db
    .insertInto('bookings.booking')
    .values({ id, ...where, ...whose, ...what, ...made, fromAt, untilAt, status })
    .execute()
  const during = `[${fromAt.toISOString()},${untilAt.toISOString()})`
  const hold = { districtId: districtA, bookingId: id, venueId: VENUES[venue], during }
  if (status !== '已取消') await db.insertInto('bookings.hold').values(hold).execute()
}
