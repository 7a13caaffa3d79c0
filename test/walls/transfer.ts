import { factId, PLACES, YEAR } from '../cast.ts'
import { foreign, keeper, offices, own, ask, tryOut, notALedger, unknownTo, type Ask } from './ask.ts'

const { c1, c3 } = PLACES
const sheetOfTeachers = encodeURIComponent('教师')
const typed = { rows: [{ id: factId('import', 9), edits: { 姓名: '某' } }] }
const answered = { answers: [{ sheet: '教师', header: '教工', title: '姓名' }] }

export const transfer: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/template.xlsx': [
    ask(`/api/units/${c1}/template.xlsx?year=${YEAR}`, [...own, ...keeper]),
    ask(`/api/units/${c3}/template.xlsx?year=${YEAR}`, [...foreign, ...keeper]),
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
}
