import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId, YEAR } from '../cast.ts'
import { ask, foreign, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA, districtB } = PLACES

const office = ['office'] as const
const outsider = ['outsider'] as const
const nobody = '00000000-0000-7000-8000-00000000dead'
/** Whom the second wall keeps from what C1 and C3 hold. */
const blind = { blind: ['administrator', 'outsider'] } as const
const blindToC3 = { blind: ['district', 'office', 'principal', 'liaison', 'teacher', 'expert', 'administrator'] } as const // prettier-ignore

const id = (kind: number, n: number) => `00000000-0000-7000-${kind}-00000000000${n + 1}`
const homes = [
  { districtId: districtA, clusterId: c1, schoolId: s1 },
  { districtId: districtB, clusterId: c3, schoolId: s5 },
] as const

/** In C1 and in C3 a call long closed with an application that was withdrawn, and a studio that ended, with one who was in it. */
export async function insertStudioFacts(db: Db): Promise<void> {
  const at = new Date('2023-09-01T00:00:00Z')
  for (const [n, { districtId, clusterId, schoolId }] of homes.entries()) {
    const call = { districtId, id: id(9460, n), clusterId, line: '名师工作室' as const, title: '示例遴选', places: 1 }
    await db
      .insertInto('studios.call')
      .values({ ...call, fromDay: '2022-09-01', untilDay: '2022-09-30', writtenAt: at, writtenBy: '某人' })
      .execute()
    const host = { hostDistrictId: districtId, hostId: teacherId(schoolId, 2), hostName: '某教师' }
    const place = { schoolDistrictId: districtId, schoolId }
    const application = { id: id(9461, n), callId: call.id, name: '示例工作室', field: '语文', plan: '示例计划' }
    await db
      .insertInto('studios.application')
      .values({ districtId, ...application, ...host, ...place, status: '已撤回', writtenAt: at, writtenBy: '某人' })
      .execute()
    const studio = { id: id(9462, n), clusterId, line: call.line, kind: '学区工作室' as const, name: '示例工作室', pinyin: 'shi li', field: '语文' } // prettier-ignore
    const span = { fromDay: '2022-09-01', untilDay: '2025-08-31', endedOn: '2023-10-01', endedWhy: '示例' }
    await db
      .insertInto('studios.studio')
      .values({ districtId, ...studio, ...host, ...place, ...span, changedAt: at, changedBy: '某人' })
      .execute()
    const member = { teacherDistrictId: districtId, teacherId: teacherId(schoolId, 3), schoolId }
    await db
      .insertInto('studios.member')
      .values({
        districtId,
        id: id(9463, n),
        studioId: studio.id,
        ...member,
        fromDay: '2022-09-01',
        untilDay: '2023-06-30',
      }) // prettier-ignore
      .execute()
    const done = { doneOn: '2023-06-01', doneBy: '某人', proofKind: '说明' as const, proofTitle: '示例' }
    await db
      .insertInto('studios.task')
      .values({
        districtId,
        id: id(9464, n),
        studioId: studio.id,
        schoolYear: YEAR,
        what: '示例',
        dueOn: '2023-06-30',
        ...done,
      }) // prettier-ignore
      .execute()
  }
}

/** A studio of a retired teacher of S1 that works in the cast's year. */
export async function insertSilverStudio(db: Db): Promise<void> {
  const [studioId, place] = [id(9465, 0), { schoolDistrictId: districtA, schoolId: s1 }]
  const about = { name: '银龄数学工作室', pinyin: 'yin ling', field: '数学', hostName: '某教师' }
  const written = {
    fromDay: '2023-09-01',
    untilDay: '2026-08-31',
    changedAt: new Date('2023-09-01'),
    changedBy: '某人',
  }
  const studio = { districtId: districtA, id: studioId, clusterId: c1, line: '银龄名师工作室' as const, kind: '学区工作室' as const } // prettier-ignore
  await db
    .insertInto('studios.studio')
    .values({ ...studio, ...about, ...place, ...written })
    .execute()
  const { fromDay, untilDay } = written
  await db
    .insertInto('studios.counting')
    .values({
      ...{ districtId: districtA, studioId, studioDistrictId: districtA, schoolId: s1, line: studio.line },
      ...{ pinyin: about.pinyin, field: about.field, fromDay, untilDay },
    })
    .execute()
  const row = { districtId: districtA, id: id(9466, 0), studioId, clusterId: c1, schoolId: s1, kind: studio.kind }
  await db
    .insertInto('teachingResearch.studio')
    .values({ ...row, schoolYear: YEAR, name: about.name })
    .execute()
}

const [call, application, studio] = [
  (n: number) => `/api/studio-calls/${id(9460, n)}`,
  (n: number) => `/api/studio-applications/${id(9461, n)}`,
  (n: number) => `/api/studios/${id(9462, n)}`,
]
const [member, task] = [(n: number) => id(9463, n), (n: number) => id(9464, n)]
/** A school that is in none of the clusters. */
const fields = { line: '名师工作室', kind: '学区工作室', name: '示例工作室二', field: '语文', host: '某人', schoolId: 1, from: '2023-09-01', until: '2024-08-31' } // prettier-ignore
const wanted = { line: '名师工作室', title: '示例遴选二', places: 1, from: '2023-09-02', until: '2023-09-01' }
const applied = { name: '示例工作室三', field: '语文', host: '某人', schoolId: 1, plan: '示例的工作计划，至少十个字' }
const decision = { result: '未入选', why: '示例' }
const leaving = { on: '2023-09-01' }
const said = { year: YEAR, levels: {}, words: '示例的评语' }

/** Asked of the studio of C1 and of that of C3. */
const ofStudio = (path: (n: number) => string, more: Partial<Ask>): Ask[] => [
  ask(`${studio(0)}${path(0)}`, office, { ...blind, ...more }),
  ask(`${studio(1)}${path(1)}`, outsider, { ...blindToC3, ...more }),
]

export const studios: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/studios': [
    ask(`/api/units/${c1}/studios?year=${YEAR}`, own),
    ask(`/api/units/${c3}/studios?year=${YEAR}`, foreign),
    ask(`/api/units/${s1}/studios?year=${YEAR}`, [], unknownTo),
  ],
  'POST /api/units/:unitId/studios': [
    ask(`/api/units/${c1}/studios`, office, { body: fields, status: 422 }),
    ask(`/api/units/${c3}/studios`, outsider, { body: fields, status: 422 }),
  ],
  'GET /api/studios/:studioId': [
    ask(`${studio(0)}?year=${YEAR}`, own, blind),
    ask(`${studio(1)}?year=${YEAR}`, foreign, blindToC3),
    ask(`/api/studios/${nobody}?year=${YEAR}`, [], unknownTo),
  ],
  'POST /api/studios/:studioId': ofStudio(() => '', { body: fields, status: 422 }),
  'POST /api/studios/:studioId/end': ofStudio(() => '/end', { body: { on: '2023-10-01', why: '示例' }, status: 409 }),
  'POST /api/studios/:studioId/members': ofStudio(() => '/members', { body: { teachers: '某人', from: '2023-09-01' }, status: 409 }), // prettier-ignore
  'POST /api/studios/:studioId/members/:memberId/end': ofStudio((n) => `/members/${member(n)}/end`, { body: leaving, status: 404 }), // prettier-ignore
  'POST /api/studios/:studioId/tasks': [
    tryOut(`${studio(0)}/tasks`, office, { ...blind, body: { year: YEAR, what: '示例', dueOn: '2024-06-30' } }),
    tryOut(`${studio(1)}/tasks`, outsider, { ...blindToC3, body: { year: YEAR, what: '示例', dueOn: '2024-06-30' } }),
  ],
  'POST /api/studios/:studioId/tasks/:taskId/done': ofStudio((n) => `/tasks/${task(n)}/done`, { body: leaving, status: 409 }), // prettier-ignore
  'POST /api/studios/:studioId/tasks/:taskId/drop': [
    ask(`${studio(0)}/tasks/${nobody}/drop`, [], unknownTo),
    ask(`${studio(1)}/tasks/${nobody}/drop`, [], unknownTo),
  ],
  'GET /api/studios/:studioId/tasks/:taskId/file': [ask(`${studio(0)}/tasks/${task(0)}/file`, [], unknownTo)],
  'GET /api/studios/:studioId/tasks/:taskId/file/text': [ask(`${studio(0)}/tasks/${task(0)}/file/text`, [], unknownTo)],
  'POST /api/studios/:studioId/appraisals': [
    ask(`${studio(0)}/appraisals`, ['office', 'expert'], { ...blind, body: said, status: 422 }),
    ask(`${studio(1)}/appraisals`, outsider, { ...blindToC3, body: said, status: 422 }),
  ],
  'POST /api/units/:unitId/studio-calls': [
    ask(`/api/units/${c1}/studio-calls`, office, { body: wanted, status: 400 }),
    ask(`/api/units/${c3}/studio-calls`, outsider, { body: wanted, status: 400 }),
  ],
  'GET /api/studio-calls/:callId': [ask(call(0), own), ask(call(1), foreign)],
  'POST /api/studio-calls/:callId/applications': [
    ask(`${call(0)}/applications`, own, { body: applied, status: 422 }),
    ask(`${call(1)}/applications`, foreign, { body: applied, status: 422 }),
  ],
  'POST /api/studio-applications/:applicationId/decision': [
    ask(`${application(0)}/decision`, office, { ...blind, body: decision, status: 409 }),
    ask(`${application(1)}/decision`, outsider, { ...blindToC3, body: decision, status: 409 }),
  ],
  'POST /api/studio-applications/:applicationId/withdrawal': [
    ask(`${application(0)}/withdrawal`, ['office', 'principal', 'liaison'], { ...blind, status: 409 }),
    ask(`${application(1)}/withdrawal`, outsider, { ...blindToC3, status: 409 }),
  ],
}
