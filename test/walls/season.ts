import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId, teacherName, YEAR } from '../cast-places.ts'

const { districtA, districtB, c1, c3, s1, s2, s5 } = PLACES
const at = new Date('2023-03-01T02:00:00Z')

/** The season of C1 (1) and that of C3 (2), of the year before, whose frozen list nobody else asks for. */
export const seasonId = (n: 1 | 2): string => `00000000-0000-7000-9000-00000000f00${n}`
/** What the second teacher of S1 (1) and that of S5 (2) asked for. */
export const requestId = (n: 1 | 2): string => `00000000-0000-7000-9000-00000000f01${n}`
export const SEASON_YEAR = YEAR - 1

const seasons = [
  { n: 1, districtId: districtA, clusterId: c1, schoolId: s1 },
  { n: 2, districtId: districtB, clusterId: c3, schoolId: s5 },
] as const

/** Seasons that are open for a long time, with their frozen lists, one who has wished and one who asks to be exempt. */
export async function insertSeasons(db: Db): Promise<void> {
  for (const { n, districtId, clusterId, schoolId } of seasons) {
    const season = { districtId, id: seasonId(n), clusterId, schoolYear: SEASON_YEAR, openedAt: at }
    await db
      .insertInto('rotationPlanning.season')
      .values({ ...season, wishesDue: '2999-12-31', needsDue: '2999-12-31', note: null })
      .execute()
    await insertListed(db, districtId, schoolId)
    const said = { districtId, seasonId: seasonId(n), clusterId, schoolId }
    await db
      .insertInto('rotationPlanning.wish')
      .values({
        ...said,
        teacherId: teacherId(schoolId, 1),
        attitude: 'willing',
        ranked: [],
        statedAt: at,
        statedBy: '某人',
        onBehalf: true,
      }) // prettier-ignore
      .execute()
    await db
      .insertInto('rotationPlanning.request')
      .values({
        ...said,
        id: requestId(n),
        teacherId: teacherId(schoolId, 2),
        kind: '其他',
        fromDay: '2022-09-01',
        untilDay: '2023-08-31',
        askedAt: at,
        answer: 'withdrawn',
      }) // prettier-ignore
      .execute()
  }
  await insertListed(db, districtA, s2)
}

/** The first two of a school are eligible. */
export async function insertListed(db: Db, districtId: number, schoolId: number, schoolYear = SEASON_YEAR) {
  const list = { districtId, schoolId, schoolYear }
  await db
    .insertInto('people.eligibleRow')
    .values(
      [1, 2, 3].map((n) => ({
        ...list,
        teacherId: teacherId(schoolId, n),
        staffNo: `0${schoolId}${n}`,
        name: teacherName(schoolId, n),
        pinyin: `jiaoshi ${schoolId} ${n}`,
        eligible: n < 3,
        reason: '台账填报',
        backbone: n === 1 ? '区骨干' : null,
      })),
    )
    .execute()
}
