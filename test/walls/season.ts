import type { Db } from '#platform/database/database.ts'
import { factId } from '../cast-facts.ts'
import { PLACES, teacherId, teacherName, YEAR } from '../cast-places.ts'

const { districtA, districtB, c1, c3, s1, s2, s5 } = PLACES
const at = new Date('2023-03-01T02:00:00Z')

/** The season of C1 (1) and that of C3 (2), of the year before, whose frozen list nobody else asks for. */
export const seasonId = (n: 1 | 2): string => `00000000-0000-7000-9000-00000000f00${n}`
/** What the second teacher of S1 (1) and that of S5 (2) asked for. */
export const requestId = (n: 1 | 2): string => `00000000-0000-7000-9000-00000000f01${n}`
/** The plan of the season of C1 (1) and that of C3 (2), which was adopted: it is the batch of the cast. */
export const planId = (n: 1 | 2): string => `00000000-0000-7000-9000-00000000f02${n}`
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
    await insertPlan(db, { n, districtId, clusterId, schoolId })
  }
  await insertListed(db, districtA, s2)
}

const none = { balance: 0, demand: 0, wishes: 0, travel: 0, recalls: 0 }
const figures = {
  ...{ moves: 1, rate: 25, backbone: 1, backboneShare: 100, teams: 0, recalls: 0, metres: 0, longest: 0 },
  ...{ firstChoice: 0, namedChoice: 0, reluctant: 0, unmet: 0, gaps: [], cost: 0, byAim: none },
}

/** A plan in which the first teacher of a school goes to the next one. */
async function insertPlan(
  db: Db,
  season: { n: 1 | 2; districtId: number; clusterId: number; schoolId: number },
): Promise<void> {
  const { n, districtId, clusterId, schoolId } = season
  const plan = {
    districtId,
    id: planId(n),
    seasonId: seasonId(n),
    clusterId,
    number: 1,
    origin: 'planner',
    favours: [],
  }
  const made = {
    cost: 0,
    least: 0,
    figures: JSON.stringify(figures),
    faults: 0,
    inputHash: 'of then',
    madeAt: at,
    madeBy: '某人',
  }
  await db
    .insertInto('rotationPlanning.plan')
    .values({ ...plan, ...made, origin: 'planner', batchId: factId('batch', n) })
    .execute()
  const move = { districtId, planId: planId(n), clusterId, fromSchoolId: schoolId, toSchoolId: s2, stage: '小学' }
  await db
    .insertInto('rotationPlanning.planMove')
    .values({ ...move, teacherId: teacherId(schoolId, 1) })
    .execute()
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
