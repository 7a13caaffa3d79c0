import { people, PLACES, YEAR } from '../cast.ts'
import { ask, foreign, own, tryOut, unknownTo, type Ask } from './ask.ts'
import { EVENTS, LINES, PAIRS, UNIONS } from './research-facts.ts'

const { c1, c3, s1, s2, s5 } = PLACES

const office = ['office'] as const
const outsider = ['outsider'] as const
const nobody = '00000000-0000-7000-8000-00000000dead'
/** Whom the second wall keeps from what C1 and C3 hold. */
const blind = { blind: ['administrator', 'outsider'] } as const
const blindToC3 = { blind: ['district', 'office', 'principal', 'liaison', 'teacher', 'expert', 'administrator'] } as const // prettier-ignore

const [union, event] = [(n: 0 | 1) => `/api/unions/${UNIONS[n]}`, (n: 0 | 1) => `/api/research-activities/${EVENTS[n]}`]
/** A school that is in none of the clusters. */
const fields = { name: '示例联合体', stages: ['小学'], field: '语文', schoolIds: [s1, 1], since: '2023-09-01' }
const line = { year: YEAR, month: 10, form: '课题', theme: '示例', hostId: 1 }
const activity = { form: '课题', theme: '示例', day: '2023-11-01', from: '14:00', until: '16:00', hostId: 1 }
const minutes = { minutes: '示例的活动纪要' }
const link = { kind: '材料', title: '示例' }
const digits = { way: '备用码', digits: '000000' }
const recorded = (schoolId: number) => ({ schoolId, teachers: '某人' })

const pair = (n: 0 | 1) => `/api/mentoring-pairs/${PAIRS[n]}`
const newPair = { year: YEAR, mentor: '某人', mentee: '某人', subject: '语文', goals: '示例的目标', from: '2023-09-01', until: '2024-06-30' } // prettier-ignore
const entry = { on: '2023-10-01', words: '示例的内容' }
const ending = { on: '2023-10-01', why: '示例' }

const ofUnit = (path: string): Ask[] => [
  ask(`/api/units/${c1}/${path}?year=${YEAR}`, own),
  ask(`/api/units/${c3}/${path}?year=${YEAR}`, foreign),
  ask(`/api/units/${s1}/${path}?year=${YEAR}`, [], unknownTo),
]
const ofEvent = (path: string, body: object, status: number): Ask[] => [
  ask(`${event(0)}/${path}`, office, { ...blind, body, status }),
  ask(`${event(1)}/${path}`, outsider, { ...blindToC3, body, status }),
]

export const teachingResearch: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/unions': ofUnit('unions'),
  'POST /api/units/:unitId/unions': [
    ask(`/api/units/${c1}/unions`, office, { body: fields, status: 422 }),
    ask(`/api/units/${c3}/unions`, outsider, { body: fields, status: 422 }),
  ],
  'GET /api/unions/:unionId': [
    ask(`${union(0)}?year=${YEAR}`, own),
    ask(`${union(1)}?year=${YEAR}`, foreign),
    ask(`/api/unions/${nobody}?year=${YEAR}`, [], unknownTo),
  ],
  'POST /api/unions/:unionId': [
    ask(union(0), office, { body: fields, status: 422 }),
    ask(union(1), outsider, { body: fields, status: 422 }),
  ],
  'POST /api/unions/:unionId/plan-lines': [
    ask(`${union(0)}/plan-lines`, office, { body: line, status: 422 }),
    ask(`${union(1)}/plan-lines`, outsider, { body: line, status: 422 }),
  ],
  'POST /api/unions/:unionId/plan-confirmation': [
    tryOut(`${union(0)}/plan-confirmation`, office, { body: { year: YEAR } }),
    tryOut(`${union(1)}/plan-confirmation`, outsider, { body: { year: YEAR } }),
  ],
  'POST /api/plan-lines/:lineId/drop': [
    ask(`/api/plan-lines/${nobody}/drop`, [], unknownTo),
    tryOut(`/api/plan-lines/${LINES[1]}/drop`, outsider),
  ],
  'GET /api/units/:unitId/research-activities': ofUnit('research-activities'),
  'POST /api/unions/:unionId/activities': [
    ask(`${union(0)}/activities`, office, { body: activity, status: 422 }),
    ask(`${union(1)}/activities`, outsider, { body: activity, status: 422 }),
  ],
  'GET /api/research-activities': [ask('/api/research-activities', people)],
  'GET /api/research-activities/:eventId': [
    ask(event(0), own, blind),
    ask(event(1), foreign, blindToC3),
    ask(`/api/research-activities/${nobody}`, [], unknownTo),
  ],
  'POST /api/research-activities/:eventId': [
    ask(event(0), office, { ...blind, body: activity, status: 409 }),
    ask(event(1), outsider, { ...blindToC3, body: activity, status: 409 }),
  ],
  'POST /api/research-activities/:eventId/minutes': ofEvent('minutes', minutes, 409),
  'POST /api/research-activities/:eventId/held': ofEvent('held', {}, 409),
  'POST /api/research-activities/:eventId/cancellation': ofEvent('cancellation', { why: '示例' }, 409),
  'POST /api/research-activities/:eventId/links': ofEvent('links', link, 422),
  'POST /api/research-activities/:eventId/links/:linkId/drop': ofEvent(`links/${nobody}/drop`, {}, 404),
  'GET /api/research-activities/:eventId/links/:linkId/file': [ask(`${event(0)}/links/${nobody}/file`, [], unknownTo)],
  'GET /api/research-activities/:eventId/links/:linkId/file/text': [ask(`${event(0)}/links/${nobody}/file/text`, [], unknownTo)], // prettier-ignore
  'GET /api/research-activities/:eventId/code': [
    ask(`${event(0)}/code`, ['office', 'principal', 'liaison', 'teacher'], blind),
    ask(`${event(1)}/code`, outsider, blindToC3),
  ],
  'POST /api/research-activities/:eventId/sign-ins': [
    ask(`${event(0)}/sign-ins`, own, { ...blind, body: digits, status: 409 }),
    ask(`${event(1)}/sign-ins`, foreign, { ...blindToC3, body: digits, status: 409 }),
  ],
  'POST /api/research-activities/:eventId/recorded-sign-ins': [
    tryOut(`${event(0)}/recorded-sign-ins`, ['office', 'principal', 'liaison'], { ...blind, body: recorded(s2) }), // prettier-ignore
    tryOut(`${event(1)}/recorded-sign-ins`, outsider, { ...blindToC3, body: recorded(s5) }),
  ],
  'POST /api/research-activities/:eventId/sign-ins/:signId/drop': [
    ask(`${event(0)}/sign-ins/${nobody}/drop`, ['office', 'principal', 'liaison'], { ...blind, status: 404 }),
    ask(`${event(1)}/sign-ins/${nobody}/drop`, outsider, { ...blindToC3, status: 404 }),
  ],
  'GET /api/units/:unitId/mentoring-pairs': ofUnit('mentoring-pairs'),
  'POST /api/units/:unitId/mentoring-pairs': [
    ask(`/api/units/${c1}/mentoring-pairs`, office, { body: newPair, status: 422 }),
    ask(`/api/units/${c3}/mentoring-pairs`, outsider, { body: newPair, status: 422 }),
  ],
  'GET /api/mentoring-pairs/:pairId': [
    ask(pair(0), ['office', 'principal', 'liaison'], blind),
    ask(pair(1), outsider, blindToC3),
  ],
  'POST /api/mentoring-pairs/:pairId/meetings': [
    ask(`${pair(0)}/meetings`, [], { ...blind, body: entry }),
    ask(`${pair(1)}/meetings`, [], { ...blindToC3, body: entry }),
  ],
  'POST /api/mentoring-pairs/:pairId/reports': [
    ask(`${pair(0)}/reports`, [], { ...blind, body: entry }),
    ask(`${pair(1)}/reports`, [], { ...blindToC3, body: entry }),
  ],
  'POST /api/mentoring-pairs/:pairId/sign-offs': [
    ask(`${pair(0)}/sign-offs`, ['principal', 'liaison'], { ...blind, status: 409 }),
    ask(`${pair(1)}/sign-offs`, [], blindToC3),
  ],
  'POST /api/mentoring-pairs/:pairId/end': [
    ask(`${pair(0)}/end`, office, { ...blind, body: ending, status: 409 }),
    ask(`${pair(1)}/end`, outsider, { ...blindToC3, body: ending, status: 409 }),
  ],
}
