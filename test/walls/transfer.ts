import { factId, PLACES, YEAR } from '../cast.ts'
import { foreign, keeper, offices, own, ask, tryOut, notALedger, unknownTo, type Ask } from './ask.ts'

const { c1, c3 } = PLACES

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
}
