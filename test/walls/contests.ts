import type { Db } from '#platform/database/database.ts'
import { accountId, PLACES, teacherId } from '../cast.ts'
import { ask, foreign, own, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA, districtB } = PLACES

const office = ['office'] as const
const outsider = ['outsider'] as const
const nobody = '00000000-0000-7000-8000-00000000dead'

const id = (kind: number, n: number) => `00000000-0000-7000-${kind}-00000000000${n + 1}`
const homes = [
  { districtId: districtA, clusterId: c1, schoolId: s1 },
  { districtId: districtB, clusterId: c3, schoolId: s5 },
] as const

/** In C1 and in C3 a contest whose results are out, with a work that won nothing, and its jury. */
export async function insertContestFacts(db: Db): Promise<void> {
  const at = new Date('2023-09-01T00:00:00Z')
  for (const [n, { districtId, clusterId, schoolId }] of homes.entries()) {
    const contestId = id(9470, n)
    const groups = JSON.stringify([{ name: '小学语文', first: 0, second: 0, third: 0 }])
    const items = JSON.stringify([{ title: '教学过程', weight: 100 }])
    const over = { announcedOn: '2023-10-01', announcedBy: '某人' }
    const days = { fromDay: '2023-09-01', untilDay: '2023-09-20', changedAt: at, changedBy: '某人' }
    await db
      .insertInto('contests.contest')
      .values({ districtId, id: contestId, clusterId, title: '示例评比', groups, items, ...over, ...days })
      .execute()
    const entry = { id: id(9471, n), contestId, groupName: '小学语文', number: 1, title: '示例作品', schoolDistrictId: districtId, schoolId } // prettier-ignore
    await db
      .insertInto('contests.entry')
      .values({ districtId, ...entry, enteredAt: at, enteredBy: '某人' })
      .execute()
    await db
      .insertInto('contests.entryTeacher')
      .values({
        districtId,
        id: id(9472, n),
        entryId: entry.id,
        position: 1,
        teacherDistrictId: districtId,
        teacherId: teacherId(schoolId, 2),
        schoolId,
      }) // prettier-ignore
      .execute()
    await db
      .insertInto('contests.juror')
      .values({
        districtId,
        id: id(9473, n),
        contestId,
        groupName: '小学语文',
        accountId: accountId(n === 0 ? 'expert' : 'outsider'),
        name: '某评委',
      }) // prettier-ignore
      .execute()
  }
}

const contest = (n: number) => `/api/contests/${id(9470, n)}`
const work = (n: number) => `${contest(n)}/entries/${id(9471, n)}`
/** Whose first day is after its last. */
const fields = { title: '示例评比二', from: '2023-09-02', until: '2023-09-01', groups: [{ name: '小学语文', first: 1, second: 1, third: 1 }], items: [{ title: '教学过程', weight: 100 }] } // prettier-ignore
const entry = { group: '小学语文', schoolId: 1, title: '示例', teachers: '某人', address: 'https://example.cn/1' }
const juror = { group: '小学语文', call: '某人' }

const ofContest = (path: string, more: Partial<Ask>): Ask[] => [
  ask(`${contest(0)}${path}`, office, more),
  ask(`${contest(1)}${path}`, outsider, more),
]

export const contests: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/contests': [
    ask(`/api/units/${c1}/contests`, own),
    ask(`/api/units/${c3}/contests`, foreign),
    ask(`/api/units/${s1}/contests`, [], unknownTo),
  ],
  'POST /api/units/:unitId/contests': [
    ask(`/api/units/${c1}/contests`, office, { body: fields, status: 400 }),
    ask(`/api/units/${c3}/contests`, outsider, { body: fields, status: 400 }),
  ],
  'GET /api/contests/:contestId': [
    ask(contest(0), own),
    ask(contest(1), foreign),
    ask(`/api/contests/${nobody}`, [], unknownTo),
  ],
  'POST /api/contests/:contestId': ofContest('', { body: fields, status: 409 }),
  'POST /api/contests/:contestId/results': ofContest('/results', { status: 409 }),
  'POST /api/contests/:contestId/entries': [
    ask(`${contest(0)}/entries`, own, { body: entry, status: 422 }),
    ask(`${contest(1)}/entries`, foreign, { body: entry, status: 422 }),
  ],
  'POST /api/contests/:contestId/entries/:entryId/withdrawal': [
    ask(`${work(0)}/withdrawal`, ['office', 'principal', 'liaison'], { status: 409 }),
    ask(`${work(1)}/withdrawal`, outsider, { status: 409 }),
  ],
  'GET /api/contests/:contestId/entries/:entryId/file': [
    ask(`${work(0)}/file`, ['office', 'principal', 'liaison', 'expert'], { status: 404 }),
    ask(`${work(1)}/file`, outsider, { status: 404 }),
  ],
  'POST /api/contests/:contestId/entries/:entryId/scores': [
    ask(`${work(0)}/scores`, ['expert'], { body: { marks: [60] }, status: 409 }),
    ask(`${work(1)}/scores`, outsider, { body: { marks: [60] }, status: 409 }),
  ],
  'POST /api/contests/:contestId/jurors': ofContest('/jurors', { body: juror, status: 409 }),
  'POST /api/contests/:contestId/jurors/:jurorId/drop': ofContest(`/jurors/${nobody}/drop`, { status: 404 }),
}
