import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId } from '../cast.ts'
import { ask, foreign, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s2, s5, districtA, districtB } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'
const id = (kind: string, n: number) => `00000000-0000-7000-${kind}-00000000000${n}`
/** Published by S1 for S2, over at S1, and published by S5. */
const [OPEN, OVER, FOREIGN] = [id('9601', 1), id('9601', 2), id('9601', 3)]
const SESSION = id('9602', 1)

/** A course that S1 gives and one that is over, one that S5 gives in the other district; each with its teacher and one time. */
export async function insertDeliveryFacts(db: Db): Promise<void> {
  await insertOne(db, { n: 1, districtId: districtA, clusterId: c1, schoolId: s1, state: '已发布' })
  await insertOne(db, { n: 2, districtId: districtA, clusterId: c1, schoolId: s1, state: '已结课' })
  await insertOne(db, { n: 3, districtId: districtB, clusterId: c3, schoolId: s5, state: '已发布' })
  const at = { districtId: districtA, offeringId: OPEN, schoolId: s2, enrolledAt: new Date(0), enrolledBy: '某人' }
  await db
    .insertInto('delivery.enrolment')
    .values({ ...at, grade: '五年级', className: '（1）班', headCount: 30 })
    .execute()
}

interface One {
  n: number
  districtId: number
  clusterId: number
  schoolId: number
  state: '已发布' | '已结课'
}

async function insertOne(db: Db, { n, districtId, clusterId, schoolId, state }: One): Promise<void> {
  const what = { course: '剪纸', stage: '小学' as const, schoolYear: 2023, term: '上学期' as const, mode: '学生走校' as const } // prettier-ignore
  const more = { places: 60, enrolUntil: '2023-09-15', writtenAt: new Date(0), writtenBy: '某人' }
  await db
    .insertInto('delivery.offering')
    .values({ districtId, id: id('9601', n), clusterId, schoolId, state, ...what, ...more })
    .execute()
  const key = { districtId, offeringId: id('9601', n) }
  const times = { fromTime: '15:30', untilTime: '16:10' }
  await db
    .insertInto('delivery.slot')
    .values({ ...key, ...times, place: 1, fromDay: '2023-09-20', untilDay: '2023-09-20', schoolId })
    .execute()
  const lecturer = { schoolId, teacherId: teacherId(schoolId, 1) }
  await db
    .insertInto('delivery.lecturer')
    .values({ ...key, ...lecturer })
    .execute()
  const when = { fromAt: new Date('2023-09-20T07:30:00Z'), untilAt: new Date('2023-09-20T08:10:00Z') }
  await db
    .insertInto('delivery.session')
    .values({ ...key, ...when, id: id('9602', n), schoolId, state: '待上' })
    .execute()
}

const keepers = ['office', 'principal', 'liaison'] as const
const at = (path = '') => `/api/offerings/${OPEN}${path}`
const over = (path = '') => `/api/offerings/${OVER}${path}`
const there = (path = '') => `/api/offerings/${FOREIGN}${path}`
const form = {
  ...{ schoolId: s1, course: '剪纸', stage: '小学', mode: '学生走校', teacherIds: [nobody], places: 60 },
  enrolUntil: '2023-09-15',
  slots: [{ fromDay: '2023-09-20', untilDay: '2023-09-20', fromTime: '15:30', untilTime: '16:10', schoolId: s1 }],
}
const travel = { schoolId: s1, toSchoolId: s2, minutes: 20 }

export const delivery: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/offerings': [
    ask(`/api/units/${c1}/offerings?year=2023`, own),
    ask(`/api/units/${c3}/offerings?year=2023`, foreign),
    ask(`/api/units/${s1}/offerings`, [], unknownTo),
  ],
  'GET /api/units/:unitId/offering-choices': [
    ask(`/api/units/${c1}/offering-choices?schoolId=${s1}`, keepers),
    ask(`/api/units/${c3}/offering-choices?schoolId=${s5}`, ['outsider']),
  ],
  'POST /api/units/:unitId/offerings': [
    ask(`/api/units/${c1}/offerings`, keepers, { body: form, status: 422 }),
    ask(`/api/units/${c3}/offerings`, ['outsider'], { body: form, status: 422 }),
  ],
  'GET /api/offerings/:offeringId': [
    ask(at(), own),
    ask(there(), foreign),
    ask(`/api/offerings/${nobody}`, [], unknownTo),
  ],
  'PATCH /api/offerings/:offeringId': [
    ask(at(), keepers, { body: form, status: 409 }),
    ask(there(), ['outsider'], { body: form, status: 409 }),
  ],
  'DELETE /api/offerings/:offeringId': [
    ask(at(), keepers, { status: 409 }),
    ask(there(), ['outsider'], { status: 409 }),
  ],
  'POST /api/offerings/:offeringId/publish': [
    ask(at('/publish'), keepers, { status: 409 }),
    ask(there('/publish'), ['outsider'], { status: 409 }),
  ],
  'POST /api/offerings/:offeringId/withdraw': [ask(over('/withdraw'), keepers, { body: { why: '停开' }, status: 409 })],
  'POST /api/offerings/:offeringId/complete': [
    ask(at('/complete'), keepers, { status: 409 }),
    ask(there('/complete'), ['outsider'], { status: 409 }),
  ],
  'POST /api/offerings/:offeringId/reopen': [
    ask(at('/reopen'), keepers, { status: 409 }),
    ask(there('/reopen'), ['outsider'], { status: 409 }),
  ],
  'POST /api/offerings/:offeringId/classes': [
    // Who speaks for the school that gives it has nothing to enrol.
    ask(at('/classes'), keepers, { body: { schoolId: s1, classes: [] }, status: 409 }),
    ask(there('/classes'), ['outsider'], { body: { schoolId: s5, classes: [] }, status: 409 }),
  ],
  'POST /api/offerings/:offeringId/sessions/:sessionId/held': [
    ask(over(`/sessions/${SESSION}/held`), keepers, { body: {}, status: 409 }),
  ],
  'POST /api/offerings/:offeringId/sessions/:sessionId/fell-out': [
    ask(over(`/sessions/${SESSION}/fell-out`), keepers, { body: { why: '停课' }, status: 409 }),
  ],
  'GET /api/units/:unitId/travel': [
    ask(`/api/units/${c1}/travel`, [...own, 'administrator']),
    ask(`/api/units/${c3}/travel`, [...foreign, 'administrator']),
  ],
  'POST /api/units/:unitId/travel': [
    ask(`/api/units/${c1}/travel`, offices, { body: travel }),
    tryOut(`/api/units/${c3}/travel`, foreign, { body: travel }),
  ],
}
