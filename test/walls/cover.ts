import { PLACES, people, teacherId } from '../cast.ts'
import { ask, foreign, notALedger, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'
import { COVER } from './cover-facts.ts'

const { c1, c3, s1, s5 } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'

/** Who answers for the lessons of S1. */
const keepers = [...offices, 'principal', 'liaison'] as const
const span = `year=2023&term=${encodeURIComponent('上学期')}&fromDay=2023-09-01&untilDay=2024-01-20`
const wrongBells = { bells: [{ period: 1, fromTime: '08:00', untilTime: '07:00' }] }
/** Who does not find what stands of S1 at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
const rule = { speedKmh: 15, bufferMinutes: 10, askMode: '逐个', askCount: 3, waitMinutes: 15 }
const away = (school: number) => ({ teacherId: teacherId(school, 1), fromDay: '2023-11-06', untilDay: '2023-11-06' })
const stake = (school: number) =>
  `/api/schools/${school}/absences/lessons?${new URLSearchParams(away(school)).toString()}`
const lesson = { weekday: 1, period: 1, className: '七（1）班', subject: '数学' }
const newPost = { teacherId: nobody, toSchoolId: s1, form: '走教', fromDay: '2023-09-01', untilDay: '2023-12-01', lessons: [lesson] } // prettier-ignore
const ofGap = (more = '') => `/api/gaps/${COVER.gap}${more}`

export const cover: Record<string, readonly Ask[]> = {
  'GET /api/schools/:schoolId/timetable': [
    ask(`/api/schools/${s1}/timetable`, own),
    ask(`/api/schools/${s5}/timetable`, foreign),
  ],
  'GET /api/schools/:schoolId/classes': [
    ask(`/api/schools/${s1}/classes?year=2023`, own),
    ask(`/api/schools/${s5}/classes`, foreign),
  ],
  'GET /api/schools/:schoolId/timetable/form.xlsx': [
    ask(`/api/schools/${s1}/timetable/form.xlsx`, keepers),
    ask(`/api/schools/${s5}/timetable/form.xlsx`, foreign),
  ],
  'POST /api/schools/:schoolId/timetable/drafts': [
    tryOut(`/api/schools/${s1}/timetable/drafts?${span}`, keepers, { file: notALedger }),
    tryOut(`/api/schools/${s5}/timetable/drafts?${span}`, foreign, { file: notALedger }),
  ],
  'POST /api/timetable-drafts/:draftId/take': [tryOut(`/api/timetable-drafts/${nobody}/take`, [], unknownTo)],
  'DELETE /api/timetable-drafts/:draftId': [tryOut(`/api/timetable-drafts/${nobody}`, [], unknownTo)],
  'PATCH /api/schools/:schoolId/bells': [
    ask(`/api/schools/${s1}/bells`, keepers, { body: wrongBells, status: 400 }),
    ask(`/api/schools/${s5}/bells`, foreign, { body: wrongBells, status: 400 }),
  ],
  'GET /api/units/:unitId/cover': [
    ask(`/api/units/${c1}/cover?day=2023-11-06`, own),
    ask(`/api/units/${s1}/cover?day=2023-11-06`, own),
    ask(`/api/units/${c3}/cover`, foreign),
  ],
  'PATCH /api/units/:unitId/cover/rule': [
    ask(`/api/units/${c1}/cover/rule`, offices, { body: rule }),
    ask(`/api/units/${c3}/cover/rule`, foreign, { body: rule }),
  ],
  'GET /api/schools/:schoolId/absences/lessons': [ask(stake(s1), keepers), ask(stake(s5), foreign)],
  'POST /api/schools/:schoolId/absences': [
    ask(`/api/schools/${s1}/absences`, keepers, { body: { ...away(s1), reason: '公务' }, status: 422 }),
    ask(`/api/schools/${s5}/absences`, foreign, { body: { ...away(s5), reason: '公务' }, status: 422 }),
  ],
  'POST /api/absences/:absenceId/withdraw': [
    ask(`/api/absences/${COVER.absence}/withdraw`, keepers, { ...blind, status: 409 }),
  ],
  'GET /api/gaps/:gapId': [ask(ofGap(), own, unknownTo)],
  'POST /api/gaps/:gapId/assign': [
    ask(ofGap('/assign'), keepers, { ...blind, body: { teacherId: nobody }, status: 409 }),
  ],
  'POST /api/gaps/:gapId/own': [ask(ofGap('/own'), keepers, { ...blind, body: {}, status: 409 })],
  'POST /api/gaps/:gapId/again': [ask(ofGap('/again'), keepers, { ...blind, status: 409 })],
  'POST /api/gaps/:gapId/confirm': [ask(ofGap('/confirm'), keepers, { ...blind, status: 409 })],
  'POST /api/gaps/:gapId/contest': [
    ask(ofGap('/contest'), keepers, { ...blind, body: { why: '没有来' }, status: 409 }),
  ],
  'GET /api/cover/mine': [ask('/api/cover/mine', people)],
  // A question is found by the teacher whom it is put to, and by nobody else.
  'GET /api/asks/:askId': [tryOut(`/api/asks/${nobody}`, [], unknownTo)],
  'POST /api/asks/:askId/answer': [tryOut(`/api/asks/${nobody}/answer`, [], { ...unknownTo, body: { yes: true } })],
  'GET /api/units/:unitId/cover/given': [
    ask(`/api/units/${c1}/cover/given?year=2023`, own),
    ask(`/api/units/${c3}/cover/given?year=2023`, foreign),
  ],
  'POST /api/given/:givenId/confirm': [ask(`/api/given/${COVER.given}/confirm`, keepers, blind)],
  'POST /api/given/:givenId/contest': [
    ask(`/api/given/${COVER.given}/contest`, keepers, { ...blind, body: { why: '没有来' } }),
  ],
  'GET /api/units/:unitId/cover/posts': [
    ask(`/api/units/${c1}/cover/posts`, own),
    ask(`/api/units/${c3}/cover/posts`, foreign),
  ],
  'POST /api/units/:unitId/cover/posts': [
    ask(`/api/units/${c1}/cover/posts`, offices, { body: newPost, status: 422 }),
    ask(`/api/units/${c3}/cover/posts`, foreign, { body: newPost, status: 422 }),
  ],
  'POST /api/cover-posts/:postId/end': [
    ask(`/api/cover-posts/${COVER.post}/end`, keepers, { ...blind, body: { day: '2023-09-02' }, status: 422 }),
  ],
}
