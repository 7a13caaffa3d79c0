import { factId, PLACES, YEAR } from '../cast.ts'
import { foreign, keeper, offices, own, ask, tryOut, notALedger, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5 } = PLACES
const sheetOfTeachers = encodeURIComponent('教师')
const typed = { rows: [{ id: factId('import', 9), edits: { 姓名: '某' } }] }
const answered = { answers: [{ sheet: '教师', header: '教工', title: '姓名' }] }

const asked = { dueOn: '2099-12-31', sheets: ['教师'] }
const schoolsOwn = [...offices, 'principal', 'liaison'] as const

export const transfer: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/template.xlsx': [
    ask(`/api/units/${c1}/template.xlsx?year=${YEAR}`, [...own, ...keeper]),
    ask(`/api/units/${c3}/template.xlsx?year=${YEAR}`, [...foreign, ...keeper]),
  ],
  'GET /api/units/:unitId/oneroster.zip': [
    ask(`/api/units/${c1}/oneroster.zip?year=${YEAR}`, offices),
    ask(`/api/units/${c3}/oneroster.zip?year=${YEAR}`, foreign),
  ],
  'POST /api/units/:unitId/imports': [
    tryOut(`/api/units/${c1}/imports`, offices, { file: notALedger }),
    tryOut(`/api/units/${c3}/imports`, foreign, { file: notALedger }),
  ],
  'GET /api/units/:unitId/imports': [
    ask(`/api/units/${c1}/imports`, offices),
    ask(`/api/units/${c3}/imports`, foreign),
  ],
  'GET /api/imports/:importId': [
    ask(`/api/imports/${factId('import', 1)}`, offices, unknownTo),
    ask(`/api/imports/${factId('import', 2)}`, foreign, unknownTo),
  ],
  'GET /api/imports/:importId/marked': [
    ask(`/api/imports/${factId('import', 1)}/marked`, offices, { ...unknownTo, status: 410 }),
    ask(`/api/imports/${factId('import', 2)}/marked`, foreign, { ...unknownTo, status: 410 }),
  ],
  'POST /api/imports/:importId/take': [
    ask(`/api/imports/${factId('import', 1)}/take`, offices, { ...unknownTo, status: 409 }),
    ask(`/api/imports/${factId('import', 2)}/take`, foreign, { ...unknownTo, status: 409 }),
  ],
  'DELETE /api/imports/:importId': [
    ask(`/api/imports/${factId('import', 1)}`, offices, { ...unknownTo, status: 409 }),
    ask(`/api/imports/${factId('import', 2)}`, foreign, { ...unknownTo, status: 409 }),
  ],
  'GET /api/imports/:importId/corrections': [
    ask(`/api/imports/${factId('import', 1)}/corrections`, offices, unknownTo),
    ask(`/api/imports/${factId('import', 2)}/corrections`, foreign, unknownTo),
  ],
  'GET /api/imports/:importId/rows': [
    ask(`/api/imports/${factId('import', 1)}/rows?sheet=${sheetOfTeachers}`, offices, unknownTo),
    ask(`/api/imports/${factId('import', 2)}/rows?sheet=${sheetOfTeachers}`, foreign, unknownTo),
  ],
  'PATCH /api/imports/:importId/rows': [
    ask(`/api/imports/${factId('import', 1)}/rows`, offices, { ...unknownTo, body: typed }),
    ask(`/api/imports/${factId('import', 2)}/rows`, foreign, { ...unknownTo, body: typed }),
  ],
  'POST /api/imports/:importId/corrections/check': [
    tryOut(`/api/imports/${factId('import', 1)}/corrections/check`, offices, unknownTo),
    tryOut(`/api/imports/${factId('import', 2)}/corrections/check`, foreign, unknownTo),
  ],
  'POST /api/imports/:importId/corrections/take': [
    tryOut(`/api/imports/${factId('import', 1)}/corrections/take`, offices, unknownTo),
    tryOut(`/api/imports/${factId('import', 2)}/corrections/take`, foreign, unknownTo),
  ],
  'POST /api/imports/:importId/headers': [
    ask(`/api/imports/${factId('import', 1)}/headers`, offices, { ...unknownTo, status: 409, body: answered }),
    ask(`/api/imports/${factId('import', 2)}/headers`, foreign, { ...unknownTo, status: 409, body: answered }),
  ],
  'GET /api/units/:unitId/calls': [ask(`/api/units/${c1}/calls`, offices), ask(`/api/units/${c3}/calls`, foreign)],
  'POST /api/units/:unitId/calls': [
    tryOut(`/api/units/${c1}/calls`, offices, { body: { ...asked, schoolYear: YEAR + 1 } }),
    tryOut(`/api/units/${c3}/calls`, foreign, { body: { ...asked, schoolYear: YEAR + 1 } }),
  ],
  'GET /api/calls/:callId': [
    ask(`/api/calls/${factId('call', 1)}`, offices),
    ask(`/api/calls/${factId('call', 2)}`, foreign),
  ],
  'PATCH /api/calls/:callId': [
    ask(`/api/calls/${factId('call', 1)}`, offices, { body: asked }),
    ask(`/api/calls/${factId('call', 2)}`, foreign, { body: asked }),
  ],
  'POST /api/calls/:callId/close': [
    ask(`/api/calls/${factId('call', 1)}/close`, offices),
    ask(`/api/calls/${factId('call', 2)}/close`, foreign),
  ],
  'POST /api/calls/:callId/reopen': [
    ask(`/api/calls/${factId('call', 1)}/reopen`, offices),
    ask(`/api/calls/${factId('call', 2)}/reopen`, foreign),
  ],
  'POST /api/calls/:callId/reminders': [
    ask(`/api/calls/${factId('call', 1)}/reminders`, offices),
    tryOut(`/api/calls/${factId('call', 2)}/reminders`, foreign),
  ],
  'POST /api/imports/:importId/verdict': [
    ask(`/api/imports/${factId('import', 4)}/verdict`, foreign, { body: { accepted: true }, refused: 404 }),
  ],
  'GET /api/units/:unitId/hand-ins': [
    ask(`/api/units/${s1}/hand-ins`, schoolsOwn),
    ask(`/api/units/${s5}/hand-ins`, foreign),
  ],
  'POST /api/units/:unitId/hand-ins/:callId': [
    tryOut(`/api/units/${s1}/hand-ins/${factId('call', 1)}`, schoolsOwn, { file: notALedger }),
    tryOut(`/api/units/${s5}/hand-ins/${factId('call', 2)}`, foreign, { file: notALedger }),
  ],
  'GET /api/imports/:importId/obstacles': [
    ask(`/api/imports/${factId('import', 3)}/obstacles`, schoolsOwn, unknownTo),
    ask(`/api/imports/${factId('import', 2)}/obstacles`, foreign, unknownTo),
  ],
  'POST /api/imports/:importId/undo': [
    tryOut(`/api/imports/${factId('import', 3)}/undo`, schoolsOwn, unknownTo),
    tryOut(`/api/imports/${factId('import', 2)}/undo`, foreign, unknownTo),
  ],
}
