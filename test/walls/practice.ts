import { PLACES } from '../cast.ts'
import { ask, foreign, keeper, own, type Ask } from './ask.ts'

const { c1, c3, s1 } = PLACES

export const practice: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/places': [
    ask(`/api/units/${c1}/places`, [...own, ...keeper]),
    ask(`/api/units/${c3}/places`, [...foreign, ...keeper]),
    ask(`/api/units/${s1}/places`, []),
  ],
}
