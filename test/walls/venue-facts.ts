import type { Db } from '#platform/database/database.ts'
import { PLACES } from '../cast.ts'
import { VENUES } from './venues.ts'

const { c1, c3, s1, s5, districtA, districtB } = PLACES
const changedAt = new Date('2023-11-01T00:00:00Z')

/** A venue of S1 and one of S5, a partner of C1 and one of C3; a picture of the first and of the last. */
export async function insertVenueFacts(db: Db): Promise<void> {
  const row = { name: '室内操场', pinyin: 'shi nei cao chang', kind: '体育场馆' as const, capacity: 100, changedAt }
  await db
    .insertInto('venues.venue')
    .values([
      { ...row, id: VENUES.venue(1), districtId: districtA, schoolId: s1 },
      { ...row, id: VENUES.venue(2), districtId: districtB, schoolId: s5 },
    ])
    .execute()
  const site = { name: '示例博物馆', pinyin: 'bo wu guan', kind: '社会场馆' as const, changedAt }
  await db
    .insertInto('venues.site')
    .values([
      { ...site, id: VENUES.site(1), districtId: districtA, clusterId: c1 },
      { ...site, id: VENUES.site(2), districtId: districtB, clusterId: c3 },
    ])
    .execute()
  const picture = {
    position: 1,
    words: '内景',
    type: 'image/png' as const,
    width: 1,
    height: 1,
    bytes: Buffer.from([1]),
  }
  await db
    .insertInto('venues.picture')
    .values([
      { ...picture, id: VENUES.picture(1), districtId: districtA, venueId: VENUES.venue(1) },
      { ...picture, id: VENUES.picture(2), districtId: districtB, siteId: VENUES.site(2) },
    ])
    .execute()
}
