import { factId, PLACES, teacherId, YEAR } from '../cast.ts'
import { ask, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s2, s5, districtA } = PLACES

/** Who reads the posts of C1; who speaks for its schools; who decides there. */
const readers = ['city', 'district', 'office', 'principal', 'liaison'] as const
const speakers = ['office', 'principal', 'liaison'] as const
const office = ['office'] as const
const outsider = ['outsider'] as const
const foreign = ['city', 'outsider'] as const
/** Who does not find what C1 has on file of S1. */
const blind = { blind: ['administrator', 'outsider'] } as const

/** Nor what C3 has of its own. */
const blindToC3 = {
  blind: ['district', 'office', 'principal', 'liaison', 'teacher', 'expert', 'administrator'],
} as const

const decided = { decidedBy: '学区办', decidedOn: '2023-10-01' }
const nobody = '00000000-0000-7000-8000-00000000dead'
/** In C1 and in C3, somebody who left the pool: no more is to be said of them. */
const left = (n: number) => `/api/pool-members/${factId('pool', n)}`

const line = { stage: '小学', subject: '语文', established: 1 }
const twice = [line, line]
const toItself = { ...decided, year: YEAR, stage: '小学', subject: '语文', n: 1 }
const why = { why: '登记错了' }
const lack = (schoolId: number) => ({ schoolId, stage: '小学', subject: '语文', n: 1 })
const need = (n: number) => `/api/recruitment/${factId('need', n)}`
const noGrant = { year: YEAR, title: '高级教师', n: 0, number: '区教育局 1 号', givenOn: '2023-10-01' }
const quota = (n: number) => `/api/title-quotas/${factId('quota', n)}`
const candidate = { teacherId: nobody, reasons: '教学成绩突出' }
const application = (n: number) => `/api/title-applications/${factId('application', n)}`

const unitReads = (path: string): Ask[] => [
  ask(`/api/units/${c1}/${path}?year=${YEAR}`, readers),
  ask(`/api/units/${c3}/${path}?year=${YEAR}`, foreign),
  ask(`/api/units/${s1}/${path}?year=${YEAR}`, [], unknownTo),
  ask(`/api/units/${districtA}/${path}?year=${YEAR}`, [], unknownTo),
]

export const posts: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/pool': unitReads('pool'),
  'GET /api/units/:unitId/pool.xlsx': unitReads('pool.xlsx'),
  'GET /api/units/:unitId/pool/candidates': [
    ask(`/api/units/${c1}/pool/candidates?year=${YEAR}`, speakers),
    ask(`/api/units/${c1}/pool/candidates?year=${YEAR}&q=jiaoshi`, speakers),
    ask(`/api/units/${c3}/pool/candidates?year=${YEAR}`, outsider),
  ],
  'POST /api/units/:unitId/pool': [
    ask(`/api/units/${c1}/pool`, speakers, { body: { year: YEAR, teacherIds: [nobody] }, status: 422 }),
    ask(`/api/units/${c3}/pool`, outsider, { body: { year: YEAR, teacherIds: [teacherId(s1, 1)] }, status: 422 }),
  ],
  'POST /api/units/:unitId/pool/decisions': [
    ask(`/api/units/${c1}/pool/decisions`, office, {
      body: { ...decided, accept: true, since: '2023-09-01', memberIds: [nobody] },
      status: 409,
    }),
    ask(`/api/units/${c3}/pool/decisions`, outsider, {
      body: { ...decided, accept: true, since: '2023-09-01', memberIds: [factId('pool', 1)] },
      status: 409,
    }),
  ],
  'POST /api/pool-members/:memberId/leave': [
    ask(`${left(1)}/leave`, speakers, { ...blind, body: { on: '2023-12-01', why: '调离' }, status: 409 }),
    ask(`${left(2)}/leave`, outsider, { ...blindToC3, body: { on: '2023-12-01', why: '调离' }, status: 409 }),
  ],
  'POST /api/pool-members/:memberId/tasks': [
    ask(`${left(1)}/tasks`, speakers, {
      ...blind,
      body: { kind: '带教', what: '带教两名青年教师', fromDay: '2023-09-01' },
      status: 409,
    }),
  ],
  'DELETE /api/pool-tasks/:taskId': [tryOut(`/api/pool-tasks/${nobody}`, [], unknownTo)],
  'GET /api/units/:unitId/vacancies': unitReads('vacancies'),
  'GET /api/units/:unitId/vacancies.xlsx': unitReads('vacancies.xlsx'),
  'POST /api/schools/:schoolId/vacancies': [
    ask(`/api/schools/${s1}/vacancies`, speakers, { body: { year: YEAR, lines: twice }, status: 422 }),
    ask(`/api/schools/${s2}/vacancies`, office, { body: { year: YEAR, lines: twice }, status: 422 }),
    ask(`/api/schools/${s5}/vacancies`, outsider, { body: { year: YEAR, lines: twice }, status: 422 }),
    ask(`/api/schools/${c1}/vacancies`, [], { ...unknownTo, body: { year: YEAR, lines: twice } }),
  ],
  'POST /api/units/:unitId/post-agreements': [
    ask(`/api/units/${c1}/post-agreements`, office, { body: { ...toItself, fromSchoolId: s1, toSchoolId: s1 }, status: 400 }), // prettier-ignore
    ask(`/api/units/${c3}/post-agreements`, outsider, { body: { ...toItself, fromSchoolId: s5, toSchoolId: s5 }, status: 400 }), // prettier-ignore
  ],
  'POST /api/post-agreements/:agreementId/withdrawal': [
    ask(`/api/post-agreements/${factId('agreement', 1)}/withdrawal`, office, { ...blind, body: why, status: 409 }),
  ],
  'GET /api/units/:unitId/recruitment': unitReads('recruitment'),
  'GET /api/units/:unitId/recruitment.xlsx': unitReads('recruitment.xlsx'),
  'POST /api/units/:unitId/recruitment': [
    ask(`/api/units/${c1}/recruitment`, speakers, { body: { year: YEAR, needs: [lack(s5)] }, status: 422 }),
    ask(`/api/units/${c3}/recruitment`, outsider, { body: { year: YEAR, needs: [lack(s1)] }, status: 422 }),
  ],
  'POST /api/units/:unitId/recruitment/report': [
    ask(`/api/units/${c1}/recruitment/report`, office, { body: { year: YEAR, on: '2023-10-01' }, status: 409 }),
    ask(`/api/units/${c3}/recruitment/report`, outsider, { body: { year: YEAR, on: '2023-10-01' }, status: 409 }),
  ],
  'PATCH /api/recruitment/:needId': [
    ask(need(1), speakers, { ...blind, body: { n: 2 }, status: 409 }),
    ask(need(2), outsider, { ...blindToC3, body: { n: 2 }, status: 409 }),
  ],
  'DELETE /api/recruitment/:needId': [
    ask(need(1), speakers, { ...blind, status: 409 }),
    ask(need(2), outsider, { ...blindToC3, status: 409 }),
  ],
  'POST /api/recruitment/:needId/result': [
    ask(`${need(1)}/result`, office, { ...blind, body: { hired: 9, on: '2023-12-01' }, status: 400 }),
    ask(`${need(2)}/result`, outsider, { ...blindToC3, body: { hired: 9, on: '2023-12-01' }, status: 400 }),
  ],
  'GET /api/units/:unitId/title-quotas': unitReads('title-quotas'),
  'GET /api/units/:unitId/title-quotas.xlsx': unitReads('title-quotas.xlsx'),
  'POST /api/units/:unitId/title-quotas': [
    ask(`/api/units/${c1}/title-quotas`, office, { body: noGrant, status: 400 }),
    ask(`/api/units/${c3}/title-quotas`, outsider, { body: noGrant, status: 400 }),
  ],
  'GET /api/title-quotas/:quotaId/candidates': [
    ask(`${quota(1)}/candidates?schoolId=${s1}`, speakers),
    ask(`${quota(1)}/candidates?schoolId=${s2}`, office),
    ask(`${quota(2)}/candidates?schoolId=${s5}`, outsider),
  ],
  'POST /api/title-quotas/:quotaId/applications': [
    ask(`${quota(1)}/applications`, speakers, { body: { ...candidate, schoolId: s1 }, status: 422 }),
    ask(`${quota(1)}/applications`, office, { body: { ...candidate, schoolId: s2 }, status: 422 }),
    ask(`${quota(1)}/applications`, outsider, { body: { ...candidate, schoolId: s5 }, status: 422 }),
  ],
  'POST /api/title-applications/:applicationId/decision': [
    ask(`${application(1)}/decision`, office, { ...blind, body: { ...decided, kind: 'takeBack' }, status: 409 }),
    ask(`${application(2)}/decision`, outsider, { ...blindToC3, body: { ...decided, kind: 'takeBack' }, status: 409 }),
  ],
  'POST /api/title-applications/:applicationId/withdrawal': [
    ask(`${application(1)}/withdrawal`, speakers, { ...blind, body: why, status: 409 }),
    ask(`${application(2)}/withdrawal`, outsider, { ...blindToC3, body: why, status: 409 }),
  ],
  'POST /api/title-applications/:applicationId/result': [
    ask(`${application(1)}/result`, office, { ...blind, body: { result: '已通过', on: '2023-12-01' } }),
  ],
}
