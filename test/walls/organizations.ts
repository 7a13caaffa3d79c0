import { people, YEAR, PLACES } from '../cast.ts'
import { own, foreign, keeper, ask, type Ask } from './ask.ts'

const { c1, c3, districtA, s1, s5 } = PLACES

export const organizations: Record<string, readonly Ask[]> = {
  'GET /api/clusters': [ask('/api/clusters', people)],
  'GET /api/units/:unitId': [
    ask(`/api/units/${c1}`, [...own, ...keeper]),
    ask(`/api/units/${s1}`, [...own, ...keeper]),
    ask(`/api/units/${c3}`, [...foreign, ...keeper]),
    ask(`/api/units/${districtA}`, ['city', 'district', ...keeper]),
  ],
  'GET /api/units/:unitId/schools': [
    ask(`/api/units/${c1}/schools?year=${YEAR}`, [...own, ...keeper]),
    ask(`/api/units/${c3}/schools?year=${YEAR}`, [...foreign, ...keeper]),
  ],
  'GET /api/schools/:schoolId': [
    ask(`/api/schools/${s1}`, [...own, ...keeper]),
    ask(`/api/schools/${s5}`, [...foreign, ...keeper]),
  ],
}
