import { PLACES } from '../cast.ts'
import { foreign, keeper, offices, ask, type Ask } from './ask.ts'

const { c1, c3, city, districtA, s1 } = PLACES

export const audit: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/audit': [
    ask(`/api/units/${c1}/audit`, offices),
    ask(`/api/units/${s1}/audit`, offices),
    ask(`/api/units/${c3}/audit`, foreign),
    ask(`/api/units/${districtA}/audit`, ['city', 'district']),
    ask(`/api/units/${city}/audit`, ['city', ...keeper]),
  ],
}
