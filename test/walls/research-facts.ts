import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId, YEAR } from '../cast.ts'

const { c1, c3, s1, s2, s4, s5, districtA, districtB } = PLACES

/** The union and the activity of C1 (1) and of C3 (2): the activity was called off long ago. */
export const UNIONS = ['00000000-0000-7000-9440-000000000001', '00000000-0000-7000-9440-000000000002'] as const
export const LINES = ['00000000-0000-7000-9441-000000000001', '00000000-0000-7000-9441-000000000002'] as const
export const EVENTS = ['00000000-0000-7000-9442-000000000001', '00000000-0000-7000-9442-000000000002'] as const

const writers = [
  { n: 0, districtId: districtA, clusterId: c1, schoolId: s1, otherId: s2 },
  { n: 1, districtId: districtB, clusterId: c3, schoolId: s5, otherId: s4 },
] as const

/** A pair of C1 and one of C3, ended long ago. */
export const PAIRS = ['00000000-0000-7000-9443-000000000001', '00000000-0000-7000-9443-000000000002'] as const

/** A union in C1 and one in C3, each with its convenor, a line of its plan and an activity to which a teacher came. */
export async function insertResearchFacts(db: Db): Promise<void> {
  const at = new Date('2023-11-01T06:00:00Z')
  for (const { n, districtId, clusterId, schoolId, otherId } of writers) {
    const id = (kind: number) => `00000000-0000-7000-${kind}-00000000000${n + 1}`
    const [unionId, eventId] = [UNIONS[n], EVENTS[n]]
    const named = { name: '语文联合体', pinyin: 'yu wen', stages: ['小学'], field: '语文', sinceDay: '2023-09-01' }
    await db
      .insertInto('teachingResearch.researchUnion')
      .values({ districtId, id: unionId, clusterId, ...named, changedAt: at, changedBy: '某人' })
      .execute()
    const stays = [schoolId, otherId].map((one, index) => ({ districtId, id: id(9450 + index), unionId, schoolId: one, fromDay: '2023-09-01' })) // prettier-ignore
    await db.insertInto('teachingResearch.unionSchool').values(stays).execute()
    const teacher = { teacherDistrictId: districtId, teacherId: teacherId(schoolId, 2), schoolId }
    await db
      .insertInto('teachingResearch.unionConvenor')
      .values({ districtId, id: id(9452), unionId, ...teacher, fromDay: '2023-09-01' })
      .execute()
    const line = {
      form: '合作教研' as const,
      theme: '识字',
      schoolId,
      schoolYear: YEAR,
      writtenAt: at,
      writtenBy: '某人',
    }
    await db
      .insertInto('teachingResearch.planLine')
      .values({ districtId, id: LINES[n], unionId, month: 11, ...line })
      .execute()
    const span = { fromAt: at, untilAt: new Date('2023-11-01T08:00:00Z') }
    const status = { status: '已取消' as const, cancelledWhy: '改期', planLineId: LINES[n] }
    await db
      .insertInto('teachingResearch.event')
      .values({ districtId, id: eventId, clusterId, unionId, ...line, ...span, ...status })
      .execute()
    await db
      .insertInto('teachingResearch.eventSign')
      .values({
        districtId,
        id: id(9453),
        eventId,
        ...teacher,
        name: '某教师',
        way: '代为登记',
        signedAt: at,
        byName: '某人',
      }) // prettier-ignore
      .execute()
    await db
      .insertInto('teachingResearch.pair')
      .values({
        ...{ districtId, id: PAIRS[n], clusterId, schoolYear: YEAR, subject: '语文', goals: '示例目标' },
        ...{ mentorDistrictId: districtA, mentorId: teacherId(otherId, 2), mentorSchoolId: otherId },
        ...{ menteeId: teacherId(schoolId, 2), schoolId, fromDay: '2023-09-01', untilDay: '2024-06-30' },
        ...{ endedOn: '2023-10-01', endedWhy: '示例', writtenAt: at, writtenBy: '某人' },
      })
      .execute()
  }
}
