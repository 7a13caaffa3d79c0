import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId } from '../cast.ts'
import { ask, foreign, own, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA, districtB } = PLACES

const outsider = ['outsider'] as const
/** Who leads the project of S1: no teacher of the cast's accounts heads it. */
const leaders = ['office', 'principal', 'liaison'] as const
const nobody = '00000000-0000-7000-8000-00000000dead'
/** Whom the second wall keeps from what C1 and C3 hold. */
const blind = { blind: ['administrator', 'outsider'] } as const
const blindToC3 = { blind: ['district', 'office', 'principal', 'liaison', 'teacher', 'expert', 'administrator'] } as const // prettier-ignore

const id = (kind: number, n: number) => `00000000-0000-7000-${kind}-00000000000${n + 1}`
const homes = [
  { districtId: districtA, clusterId: c1, schoolId: s1 },
  { districtId: districtB, clusterId: c3, schoolId: s5 },
] as const

/** In C1 and in C3 a project that has ended, with a member and a step that was reached. */
export async function insertProjectFacts(db: Db): Promise<void> {
  const at = new Date('2023-09-01T00:00:00Z')
  for (const [n, { districtId, clusterId, schoolId }] of homes.entries()) {
    const projectId = id(9480, n)
    const about = { title: '示例课题', pinyin: 'shi li', level: '区级' as const }
    const head = { headDistrictId: districtId, headId: teacherId(schoolId, 2), schoolId }
    const span = { fromDay: '2022-09-01', untilDay: '2023-08-31', closedOn: '2023-08-31', closedAs: '结题' as const }
    await db
      .insertInto('projects.project')
      .values({ districtId, id: projectId, clusterId, ...about, ...head, ...span, changedAt: at, changedBy: '某人' })
      .execute()
    const member = { teacherDistrictId: districtId, teacherId: teacherId(schoolId, 3), schoolId, fromDay: '2022-09-01' }
    await db
      .insertInto('projects.member')
      .values({ districtId, id: id(9481, n), projectId, ...member })
      .execute()
    const step = { title: '开题', dueOn: '2022-10-31', setAt: at, doneOn: '2022-10-20', doneBy: '某人', words: '示例' }
    await db
      .insertInto('projects.milestone')
      .values({ districtId, id: id(9482, n), projectId, ...step })
      .execute()
  }
}

const project = (n: number) => `/api/projects/${id(9480, n)}`
const step = (n: number) => `/milestones/${id(9482, n)}`
const fields = { title: '示例课题二', level: '校级', head: '某人', from: '2023-09-01', until: '2024-08-31' }
const milestone = { title: '示例节点', dueOn: '2024-01-31' }
const day = { on: '2023-09-01' }

/** Asked of the project of C1 and of that of C3. */
const ofProject = (path: (n: number) => string, more: Partial<Ask>): Ask[] => [
  ask(`${project(0)}${path(0)}`, leaders, { ...blind, ...more }),
  ask(`${project(1)}${path(1)}`, outsider, { ...blindToC3, ...more }),
]

export const projects: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/projects': [
    ask(`/api/units/${c1}/projects`, own),
    ask(`/api/units/${c3}/projects`, foreign),
    ask(`/api/units/${s1}/projects`, [], unknownTo),
  ],
  'POST /api/units/:unitId/projects': [
    ask(`/api/units/${c1}/projects`, own, { body: fields, status: 422 }),
    ask(`/api/units/${c3}/projects`, foreign, { body: fields, status: 422 }),
  ],
  'GET /api/projects/:projectId': [
    ask(project(0), own, blind),
    ask(project(1), foreign, blindToC3),
    ask(`/api/projects/${nobody}`, [], unknownTo),
  ],
  'POST /api/projects/:projectId': ofProject(() => '', { body: fields, status: 409 }),
  'POST /api/projects/:projectId/end': ofProject(() => '/end', { body: { as: '终止', ...day }, status: 409 }),
  'POST /api/projects/:projectId/members': ofProject(() => '/members', { body: { teachers: '某人', from: '2023-09-01' }, status: 409 }), // prettier-ignore
  'POST /api/projects/:projectId/members/:memberId/end': ofProject((n) => `/members/${id(9481, n)}/end`, { body: day, status: 409 }), // prettier-ignore
  'POST /api/projects/:projectId/milestones': ofProject(() => '/milestones', { body: milestone, status: 409 }),
  'POST /api/projects/:projectId/milestones/:milestoneId': ofProject(step, { body: milestone, status: 409 }),
  'POST /api/projects/:projectId/milestones/:milestoneId/done': ofProject((n) => `${step(n)}/done`, { body: day, status: 409 }), // prettier-ignore
  'POST /api/projects/:projectId/milestones/:milestoneId/drop': ofProject((n) => `${step(n)}/drop`, { status: 409 }),
  'GET /api/projects/:projectId/milestones/:milestoneId/file': [ask(`${project(0)}${step(0)}/file`, [], unknownTo)],
  'GET /api/projects/:projectId/milestones/:milestoneId/file/text': [ask(`${project(0)}${step(0)}/file/text`, [], unknownTo)], // prettier-ignore
}
