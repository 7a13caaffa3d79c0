import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId } from '../cast.ts'

const { districtA, districtB, c1, s1, s2, s4, s5 } = PLACES
const at = new Date('2023-11-01T00:00:00Z')
const id = (kind: number) => `00000000-0000-7000-93${kind}0-000000000001`

/** What stands of cover at S1: an absence, its gap that the school saw to itself, a lesson given by S2, and a post of S2's teacher. */
export const COVER = { absence: id(1), gap: id(2), given: id(3), post: id(4) } as const

export async function insertCoverFacts(db: Db): Promise<void> {
  const teacher = { districtId: districtA, teacherId: teacherId(s1, 1) }
  const days = { fromDay: '2023-11-06', untilDay: '2023-11-06' }
  const report = { reportedAt: at, reportedBy: '某人', accountId: id(9) }
  await db
    .insertInto('cover.absence')
    .values({ ...teacher, ...days, ...report, id: COVER.absence, schoolId: s1 })
    .execute()
  const lesson = { period: 3, className: '七（1）班', subject: '数学' }
  const term = { schoolYear: 2023, term: '上学期' as const }
  const gap = { ...teacher, ...lesson, ...term, day: '2023-11-06', fromTime: '09:50', untilTime: '10:30', state: 'own' as const } // prettier-ignore
  await db
    .insertInto('cover.gap')
    .values({ ...gap, id: COVER.gap, absenceId: COVER.absence, schoolId: s1, clusterId: c1 })
    .execute()
  await insertGivenLesson(db)
  const between = { districtId: districtA, schoolId: s2, toSchoolId: s1 }
  const span = { fromDay: '2023-09-01', untilDay: '2023-09-02', weekOne: '2023-08-28', madeAt: at, madeBy: '某人' }
  await db
    .insertInto('cover.post')
    .values({ ...between, ...span, ...term, id: COVER.post, teacherId: teacherId(s2, 2), form: '跨校兼课' })
    .execute()
  await insertClasses(db)
}

/** A class of schools in three clusters. */
async function insertClasses(db: Db): Promise<void> {
  const classes = [[districtA, s1], [districtA, s4], [districtB, s5]] as const // prettier-ignore
  await db
    .insertInto('organizations.schoolClass')
    .values(classes.map(([districtId, schoolId]) => ({ districtId, schoolId, schoolYear: 2023, name: '七（1）班' })))
    .execute()
}

/** A lesson that a teacher of S2 gave at S1. */
export async function insertGivenLesson(db: Db): Promise<void> {
  const lesson = { day: '2023-10-09', period: 3, className: '七（1）班', subject: '数学', kind: '代课' as const }
  const between = { districtId: districtA, schoolId: s2, toSchoolId: s1, teacherId: teacherId(s2, 1) }
  const said = { state: '已确认' as const, confirmedAt: at, schoolYear: 2023, term: '上学期' as const }
  await db
    .insertInto('cover.given')
    .values({ ...lesson, ...between, ...said, id: COVER.given, sourceId: id(8) })
    .execute()
}
