import { people, PLACES, teacherId } from '../cast.ts'
import { ask, foreign, offices, tryOut, unknownTo, type Ask } from './ask.ts'
import { planId, requestId, seasonId } from './season.ts'

const { c1, c3, s1, s2, s5 } = PLACES
const first = `/api/rotation-seasons/${seasonId(1)}`
const other = `/api/rotation-seasons/${seasonId(2)}`
const keepers = [...offices, 'principal', 'liaison'] as const
const leaders = ['office', 'principal'] as const
const outsider = ['outsider'] as const
const past = { wishesDue: '2001-01-01', needsDue: '2001-01-01' }
const wish = { attitude: 'neutral', ranked: [] }
const of = (season: string, school: number, n: number) => `${season}/teachers/${teacherId(school, n)}`
const pdf = { name: '证明.pdf', content: Buffer.from('%PDF-1.7') }

const nobody = '00000000-0000-7000-8000-00000000dead'
const needs = { needs: [], mostOut: null, mostIn: null, kept: [] }
const rules = {
  ...{ leastPercent: 10, mostPercent: 20, backbonePercent: 20, teams: 0, slack: 1, subjectPercent: 34 },
  ...{ sharePercent: 50, schoolSlack: 2, farthestKm: 8, standingGap: 15 },
}
const settings = {
  rules,
  weights: { travel: 'some', wishes: 'much', balance: 'much', demand: 'much' },
  keptPercent: 20,
}

/** Days that are over are refused even to those who may, so that the seasons stay as they are. */
const refusedDays = (path: string, more: object = {}, status = 400): Ask[] => [
  ask(`${first}${path}`, offices, { body: { ...past, ...more }, status }),
  ask(`${other}${path}`, foreign, { body: { ...past, ...more }, status }),
]

/** Behind the second wall plans are the office's: to anybody else there is none. */
const onPlans = (path: string, more: Partial<Ask> = {}): Ask[] => [
  ask(`/api/rotation-plans/${planId(1)}${path}`, offices, { ...unknownTo, ...more }),
  ask(`/api/rotation-plans/${planId(2)}${path}`, foreign, { ...unknownTo, ...more }),
]
const draft = { moves: [], recalls: [] }

const adoption = { title: '墙', startOn: '2022-09-01', termYears: 1, ftePercent: 100, exceptions: [] }
const adopters = (path: string, more: Partial<Ask> = {}): Ask[] => [
  ask(`/api/rotation-plans/${planId(1)}${path}`, ['office'], { blind: blindTo(1), ...more }),
  ask(`/api/rotation-plans/${planId(2)}${path}`, ['outsider'], { blind: blindTo(2), ...more }),
]
/** Those above a cluster read its plans and do not adopt them; to anybody else there is none. */
const blindTo = (n: 1 | 2) =>
  people.filter((person) => !(n === 1 ? [...offices] : [...foreign]).some((one) => one === person))

/** A plan that was adopted is not dropped; of one whose ground has changed nobody is told why. */
const plans: Record<string, readonly Ask[]> = {
  'GET /api/rotation-seasons/:seasonId/plans': [ask(`${first}/plans`, offices), ask(`${other}/plans`, foreign)],
  'POST /api/rotation-seasons/:seasonId/plans': [
    tryOut(`${first}/plans`, offices, { body: { choices: false } }),
    tryOut(`${other}/plans`, foreign, { body: { choices: false } }),
  ],
  'POST /api/rotation-seasons/:seasonId/plans/cancel': [
    ask(`${first}/plans/cancel`, offices),
    ask(`${other}/plans/cancel`, foreign),
  ],
  'GET /api/rotation-plans/:planId': onPlans(''),
  'POST /api/rotation-plans/:planId/try': onPlans('/try', { body: draft }),
  'POST /api/rotation-plans/:planId/versions': onPlans('/versions', { body: draft }),
  'PATCH /api/rotation-plans/:planId': onPlans('', { body: { note: '初稿' } }),
  'DELETE /api/rotation-plans/:planId': onPlans('', { status: 409 }),
  'GET /api/rotation-plans/:planId/adoption': adopters('/adoption'),
  'POST /api/rotation-plans/:planId/adoption': adopters('/adoption', { body: adoption, status: 409 }),
  'GET /api/rotation-plans/:planId/why': onPlans(`/why?teacherId=${nobody}`, { status: 409 }),
}

export const rotationPlanning: Record<string, readonly Ask[]> = {
  ...plans,
  'GET /api/units/:unitId/rotation-season': [
    ask(`/api/units/${c1}/rotation-season`, offices),
    ask(`/api/units/${c3}/rotation-season`, foreign),
    ask(`/api/units/${s1}/rotation-season`, []),
  ],
  'POST /api/units/:unitId/rotation-season': [
    ask(`/api/units/${c1}/rotation-season`, offices, { body: { ...past, schoolYear: 2001 }, status: 400 }),
    ask(`/api/units/${c3}/rotation-season`, foreign, { body: { ...past, schoolYear: 2001 }, status: 400 }),
  ],
  'PATCH /api/rotation-seasons/:seasonId': refusedDays(''),
  'POST /api/rotation-seasons/:seasonId/close': [tryOut(`${other}/close`, foreign)],
  'POST /api/rotation-seasons/:seasonId/reopen': [
    tryOut(`${first}/reopen`, offices, { body: { ...past, reason: '还有人没有填' } }),
    tryOut(`${other}/reopen`, foreign, { body: { ...past, reason: '还有人没有填' } }),
  ],
  'GET /api/rotation-wishes': [ask('/api/rotation-wishes', people)],
  // Nobody of the cast is a teacher of the lists: what is not there and what is not theirs look the same.
  'POST /api/rotation-wishes/:seasonId': [ask(`/api/rotation-wishes/${seasonId(1)}`, [], { ...unknownTo, body: wish })],
  'POST /api/rotation-wishes/:seasonId/requests': [
    ask(`/api/rotation-wishes/${seasonId(1)}/requests`, [], {
      ...unknownTo,
      body: { kind: '其他', fromDay: '2022-09-01', untilDay: '2023-08-31' },
    }),
  ],
  'GET /api/rotation-seasons/:seasonId/teachers': [
    ask(`${first}/teachers`, offices),
    ask(`${first}/teachers?schoolId=${s1}`, keepers),
    ask(`${first}/teachers?schoolId=${s2}`, offices),
    ask(`${other}/teachers`, foreign),
    ask(`${other}/teachers?schoolId=${s5}`, foreign),
  ],
  'GET /api/rotation-seasons/:seasonId/teachers/:teacherId/wish': [
    ask(`${of(first, s1, 1)}/wish`, keepers, { blind: ['administrator', 'outsider'] }),
    ask(`${of(first, s2, 1)}/wish`, offices, { blind: ['administrator', 'outsider'] }),
    ask(`${of(other, s5, 1)}/wish`, foreign, unknownTo),
  ],
  'POST /api/rotation-seasons/:seasonId/teachers/:teacherId/wish': [
    ask(`${of(first, s1, 1)}/wish`, keepers, { body: wish, blind: ['administrator', 'outsider'] }),
    ask(`${of(first, s2, 1)}/wish`, offices, { body: wish, blind: ['administrator', 'outsider'] }),
    tryOut(`${of(other, s5, 1)}/wish`, foreign, { ...unknownTo, body: wish }),
  ],
  'GET /api/rotation-seasons/:seasonId/requests': [
    ask(`${first}/requests`, ['office']),
    ask(`${first}/requests?schoolId=${s1}`, leaders),
    ask(`${first}/requests?schoolId=${s2}`, ['office']),
    ask(`${other}/requests`, outsider),
  ],
  'GET /api/rotation-requests/:requestId/proof': [
    ask(`/api/rotation-requests/${requestId(1)}/proof`, leaders, { status: 404 }),
    ask(`/api/rotation-requests/${requestId(2)}/proof`, outsider, { status: 404 }),
  ],
  'POST /api/rotation-requests/:requestId/proof': [
    ask(`/api/rotation-requests/${requestId(1)}/proof`, [], { file: pdf }),
    ask(`/api/rotation-requests/${requestId(2)}/proof`, [], { file: pdf }),
  ],
  'DELETE /api/rotation-requests/:requestId': [
    ask(`/api/rotation-requests/${requestId(1)}`, []),
    ask(`/api/rotation-requests/${requestId(2)}`, []),
  ],
  'POST /api/rotation-requests/:requestId/answer': [
    ask(`/api/rotation-requests/${requestId(1)}/answer`, leaders, { body: { confirmed: true }, status: 409 }),
    ask(`/api/rotation-requests/${requestId(2)}/answer`, outsider, { body: { confirmed: true }, status: 409 }),
  ],
  'GET /api/rotation-seasons/:seasonId/schools': [ask(`${first}/schools`, offices), ask(`${other}/schools`, foreign)],
  'GET /api/units/:unitId/rotation-needs': [
    ask(`/api/units/${s1}/rotation-needs`, keepers),
    ask(`/api/units/${s2}/rotation-needs`, offices),
    ask(`/api/units/${s5}/rotation-needs`, foreign),
  ],
  'POST /api/rotation-seasons/:seasonId/schools/:schoolId': [
    ask(`${first}/schools/${s1}`, keepers, { body: needs }),
    ask(`${first}/schools/${s2}`, offices, { body: needs }),
    tryOut(`${other}/schools/${s5}`, foreign, { body: needs }),
  ],
  'POST /api/rotation-seasons/:seasonId/reminders': [
    ask(`${first}/reminders`, offices),
    tryOut(`${other}/reminders`, foreign),
  ],
  'POST /api/rotation-seasons/:seasonId/teacher-reminders': [
    ask(`${first}/teacher-reminders`, offices),
    tryOut(`${other}/teacher-reminders`, foreign),
  ],
  'GET /api/rotation-seasons/:seasonId/settings': [
    ask(`${first}/settings`, offices),
    ask(`${other}/settings`, foreign),
  ],
  'PATCH /api/rotation-seasons/:seasonId/settings': [
    ask(`${first}/settings`, offices, { body: settings }),
    ask(`${other}/settings`, foreign, { body: settings }),
  ],
  'POST /api/rotation-seasons/:seasonId/standings': [
    ask(`${first}/standings`, offices, { body: { schoolId: s1, standing: 80 } }),
    ask(`${other}/standings`, foreign, { body: { schoolId: s5, standing: null } }),
  ],
  'GET /api/rotation-seasons/:seasonId/teams': [ask(`${first}/teams`, offices), ask(`${other}/teams`, foreign)],
  'POST /api/rotation-seasons/:seasonId/teams': [
    ask(`${first}/teams`, offices, { body: { teacherIds: [teacherId(s1, 1), teacherId(s2, 1)] }, status: 400 }),
    ask(`${other}/teams`, foreign, { body: { teacherIds: [teacherId(s1, 1), teacherId(s2, 1)] }, status: 400 }),
  ],
  'DELETE /api/rotation-seasons/:seasonId/teams/:teamId': [
    ask(`${first}/teams/${nobody}`, offices),
    ask(`${other}/teams/${nobody}`, foreign),
  ],
  'POST /api/rotation-seasons/:seasonId/pins': [
    ask(`${first}/pins`, offices, { body: { teacherId: nobody, kind: 'stays' }, status: 400 }),
    ask(`${other}/pins`, foreign, { body: { teacherId: nobody, kind: 'stays' }, status: 400 }),
  ],
  'DELETE /api/rotation-seasons/:seasonId/pins/:pinId': [
    ask(`${first}/pins/${nobody}`, offices),
    ask(`${other}/pins/${nobody}`, foreign),
  ],
}
