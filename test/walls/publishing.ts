import { factId, PLACES, YEAR } from '../cast.ts'
import { ask, foreign, own, tryOut, type Ask } from './ask.ts'

const { c1, c3, s1, districtA } = PLACES
const first = `/api/reports/${factId('report', 1)}`
const other = `/api/reports/${factId('report', 2)}`
const office = ['office'] as const
const outsider = ['outsider'] as const

/** An issued report: its office is told that it cannot be changed any more, everybody else that they may not. */
const onceIssued = (path: string, body?: object): Ask[] => [
  ask(first + path, office, { status: 409, ...(body && { body }) }),
  ask(other + path, outsider, { status: 409, ...(body && { body }) }),
]
const details = { title: '报告', number: '', signature: '学区办公室', signedOn: '', contact: '' }

export const publishing: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/reports': [
    ask(`/api/units/${c1}/reports`, own),
    ask(`/api/units/${c3}/reports`, foreign),
    ask(`/api/units/${s1}/reports`, []),
    ask(`/api/units/${districtA}/reports`, []),
  ],
  'POST /api/units/:unitId/reports': [
    ask(`/api/units/${c1}/reports`, office, { body: { schoolYear: YEAR } }),
    ask(`/api/units/${c3}/reports`, outsider, { body: { schoolYear: YEAR } }),
  ],
  'GET /api/reports/:reportId': [ask(first, own), ask(other, foreign)],
  'PATCH /api/reports/:reportId': onceIssued('', details),
  'PATCH /api/reports/:reportId/words': onceIssued('/words', { key: 'lead', words: '改过', from: '' }),
  'POST /api/reports/:reportId/figures': onceIssued('/figures'),
  'POST /api/reports/:reportId/files': onceIssued('/files'),
  'POST /api/reports/:reportId/issue': onceIssued('/issue'),
  'DELETE /api/reports/:reportId': onceIssued(''),
  'GET /api/reports/:reportId/files/:format': [
    ask(`${first}/files/pdf`, own, { status: 404 }),
    ask(`${other}/files/pdf`, foreign, { status: 404 }),
  ],
  'POST /api/reports/:reportId/editions': [tryOut(`${first}/editions`, office), tryOut(`${other}/editions`, outsider)],
  'POST /api/reports/:reportId/withdrawal': [
    tryOut(`${first}/withdrawal`, office, { body: { reason: '数据有误' } }),
    tryOut(`${other}/withdrawal`, outsider, { body: { reason: '数据有误' } }),
  ],
}
