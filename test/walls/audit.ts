import { people, PLACES } from '../cast.ts'
import { foreign, keeper, offices, ask, type Ask } from './ask.ts'

const { c1, c3, city, districtA, s1 } = PLACES

const readers = (rest: string): readonly Ask[] => [
  ask(`/api/units/${c1}/${rest}`, offices),
  ask(`/api/units/${s1}/${rest}`, offices),
  ask(`/api/units/${c3}/${rest}`, foreign),
  ask(`/api/units/${districtA}/${rest}`, ['city', 'district']),
  ask(`/api/units/${city}/${rest}`, ['city', ...keeper]),
]

export const audit: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/audit': readers('audit'),
  'GET /api/audit/kinds': [ask('/api/audit/kinds', people)],
  'GET /api/units/:unitId/audit.xlsx': readers('audit.xlsx?result=done'),
  'GET /api/units/:unitId/audit.csv': readers('audit.csv?from=2026-01-01'),
}
