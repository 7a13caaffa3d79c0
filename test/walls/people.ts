import { teacherId, YEAR, PLACES } from '../cast.ts'
import { ask, exporters, foreign, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s2, s5, s6 } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'

/** Who writes the register of S1; who is told of its teachers' exemptions. */
const keepers = ['city', 'district', 'office', 'principal', 'liaison'] as const
const leaders = ['office', 'principal'] as const
/** Who does not find a teacher of S1 at all. */
const blind = { blind: ['administrator', 'outsider'] } as const

const facts = (school: number) => ({ staffNo: `0${school}1`, name: '已在册', gender: null, year: YEAR })
const inYear = (school: number, more = '') => `/api/teachers/${teacherId(school, 1)}/years/${YEAR}${more}`
const period = { kind: '没有这一种', fromDay: '2023-09-01', untilDay: '2024-08-31' }

export const people: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/teachers': [
    ask(`/api/units/${c1}/teachers?year=${YEAR}`, own),
    ask(`/api/units/${s1}/teachers?year=${YEAR}`, own),
    ask(`/api/units/${s6}/teachers?year=${YEAR - 1}`, offices),
    ask(`/api/units/${c3}/teachers?year=${YEAR}`, foreign),
  ],
  'GET /api/units/:unitId/teachers/cross': [
    ask(`/api/units/${c1}/teachers/cross?year=${YEAR}`, own),
    ask(`/api/units/${c3}/teachers/cross?year=${YEAR}`, foreign),
  ],
  'GET /api/units/:unitId/teachers.xlsx': [
    ask(`/api/units/${c1}/teachers.xlsx?year=${YEAR}`, exporters),
    ask(`/api/units/${c3}/teachers.xlsx?year=${YEAR}`, foreign),
  ],
  'GET /api/teachers/:teacherId': [
    ask(`/api/teachers/${teacherId(s1, 1)}`, own, unknownTo),
    ask(`/api/teachers/${teacherId(s6, 1)}`, offices, unknownTo),
    ask(`/api/teachers/${teacherId(s5, 1)}`, foreign, unknownTo),
  ],
  // What is asked for here is refused by its rules even to those who may, so that the cast stays as it is.
  'POST /api/schools/:schoolId/teachers': [
    ask(`/api/schools/${s1}/teachers`, keepers, { body: facts(s1), status: 409 }),
    ask(`/api/schools/${s5}/teachers`, foreign, { body: facts(s5), status: 409 }),
  ],
  'PATCH /api/teachers/:teacherId/years/:year': [
    ask(inYear(s1), keepers, { ...blind, body: { ...facts(s1), staffNo: `0${s1}2` }, status: 409 }),
    tryOut(inYear(s5), foreign, { ...unknownTo, body: { ...facts(s5), staffNo: `0${s5}2` } }),
  ],
  'POST /api/teachers/:teacherId/years/:year/move': [
    ask(inYear(s1, '/move'), keepers, { ...blind, body: { schoolId: s1 }, status: 422 }),
    ask(inYear(s1, '/move'), ['city'], { ...blind, body: { schoolId: s5 }, status: 422 }),
    ask(inYear(s2, '/move'), offices, { ...blind, body: { schoolId: s2 }, status: 422 }),
  ],
  'POST /api/teachers/:teacherId/years/:year/leave': [
    tryOut(`/api/teachers/${nobody}/years/${YEAR}/leave`, [], { ...unknownTo, body: { note: '退休' } }),
    tryOut(`/api/teachers/${teacherId(s5, 3)}/years/${YEAR}/leave`, foreign, { ...unknownTo, body: { note: '退休' } }),
  ],
  'POST /api/teachers/:teacherId/years/:year/return': [tryOut(inYear(s1, '/return'), [], unknownTo)],
  'POST /api/teachers/:teacherId/years/:year/volunteer': [
    tryOut(inYear(s1, '/volunteer'), keepers, { ...blind, body: { volunteered: false, note: '本人没有申请' } }),
  ],
  'POST /api/units/:unitId/teachers/roll-over': [
    ask(`/api/units/${c1}/teachers/roll-over`, offices, { body: { year: 2001 }, status: 409 }),
    ask(`/api/units/${s1}/teachers/roll-over`, keepers, { body: { year: 2001 }, status: 409 }),
    ask(`/api/units/${c3}/teachers/roll-over`, foreign, { body: { year: 2001 }, status: 409 }),
  ],
  'GET /api/teachers/:teacherId/changes': [
    ask(`/api/teachers/${teacherId(s1, 1)}/changes`, own, unknownTo),
    ask(`/api/teachers/${teacherId(s5, 3)}/changes`, foreign, unknownTo),
  ],
  'GET /api/teachers/:teacherId/exemptions': [
    ask(`/api/teachers/${teacherId(s1, 1)}/exemptions`, keepers, blind),
    ask(`/api/teachers/${teacherId(s5, 1)}/exemptions`, foreign, unknownTo),
  ],
  'POST /api/teachers/:teacherId/exemptions': [
    ask(`/api/teachers/${teacherId(s1, 1)}/exemptions`, leaders, { ...blind, body: period, status: 400 }),
    ask(`/api/teachers/${teacherId(s2, 1)}/exemptions`, ['office'], { ...blind, body: period, status: 400 }),
  ],
  'POST /api/exemptions/:exemptionId/proof': [
    tryOut(`/api/exemptions/${nobody}/proof`, [], {
      ...unknownTo,
      file: { name: '证明.pdf', content: Buffer.from('%PDF-') },
    }),
  ],
  'GET /api/exemptions/:exemptionId/proof': [tryOut(`/api/exemptions/${nobody}/proof`, [], unknownTo)],
  'DELETE /api/exemptions/:exemptionId': [tryOut(`/api/exemptions/${nobody}?why=登记错了`, [], unknownTo)],
  'GET /api/units/:unitId/eligible': [
    ask(`/api/units/${c1}/eligible?year=${YEAR}`, own),
    ask(`/api/units/${c3}/eligible?year=${YEAR}`, foreign),
  ],
  'POST /api/units/:unitId/eligible/freeze': [
    ask(`/api/units/${c1}/eligible/freeze`, offices, { body: { year: 2001 }, status: 409 }),
    ask(`/api/units/${s1}/eligible/freeze`, offices, { body: { year: 2001 }, status: 409 }),
    ask(`/api/units/${c3}/eligible/freeze`, foreign, { body: { year: 2001 }, status: 409 }),
  ],
  'POST /api/units/:unitId/eligible/thaw': [
    ask(`/api/units/${c1}/eligible/thaw`, offices, { body: { year: 2001, reason: '名册有误' }, status: 409 }),
    ask(`/api/units/${c3}/eligible/thaw`, foreign, { body: { year: 2001, reason: '名册有误' }, status: 409 }),
  ],
  'GET /api/units/:unitId/duplicates': [
    ask(`/api/units/${c1}/duplicates`, offices),
    ask(`/api/units/${c3}/duplicates`, foreign),
  ],
  'POST /api/teachers/:teacherId/merge': [
    ask(`/api/teachers/${teacherId(s1, 1)}/merge`, offices, {
      ...blind,
      body: { goneId: teacherId(s1, 1) },
      status: 422,
    }),
    tryOut(`/api/teachers/${teacherId(s1, 1)}/merge`, ['city'], { ...unknownTo, body: { goneId: teacherId(s5, 1) } }),
  ],
  'POST /api/teacher-merges/:mergeId/undo': [tryOut(`/api/teacher-merges/${nobody}/undo`, [], unknownTo)],
  'POST /api/teachers/:teacherId/distinct': [
    tryOut(`/api/teachers/${teacherId(s1, 2)}/distinct`, offices, { ...blind, body: { otherId: teacherId(s2, 2) } }),
    tryOut(`/api/teachers/${teacherId(s1, 2)}/distinct`, [], { ...unknownTo, body: { otherId: nobody } }),
  ],
}
