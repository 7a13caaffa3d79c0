import { teacherId, YEAR, PLACES } from '../cast.ts'
import { own, foreign, offices, ask, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, s6 } = PLACES

export const people: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/teachers': [
    ask(`/api/units/${c1}/teachers?year=${YEAR}`, own),
    ask(`/api/units/${s1}/teachers?year=${YEAR}`, own),
    ask(`/api/units/${s6}/teachers?year=${YEAR - 1}`, offices),
    ask(`/api/units/${c3}/teachers?year=${YEAR}`, foreign),
  ],
  'GET /api/teachers/:teacherId': [
    ask(`/api/teachers/${teacherId(s1, 1)}`, own, unknownTo),
    ask(`/api/teachers/${teacherId(s6, 1)}`, offices, unknownTo),
    ask(`/api/teachers/${teacherId(s5, 1)}`, foreign, unknownTo),
  ],
}
