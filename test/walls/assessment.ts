import { YEAR, PLACES } from '../cast.ts'
import { own, foreign, exporters, ask, rows, sheet, type Ask } from './ask.ts'

const { c1, c3, city, districtA, s1 } = PLACES

export const assessment: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/figures': [
    ask(`/api/units/${c1}/figures`, own),
    ask(`/api/units/${s1}/figures`, own),
    ask(`/api/units/${c3}/figures`, foreign),
    ask(`/api/units/${districtA}/figures`, ['city', 'district']),
    ask(`/api/units/${city}/figures`, ['city']),
  ],
  'GET /api/units/:unitId/figures/:code': [
    ask(`/api/units/${c1}/figures/rotated?year=${YEAR}`, own),
    ask(`/api/units/${c3}/figures/rotated?year=${YEAR}`, foreign),
  ],
  'GET /api/units/:unitId/figures/:code/rows': [
    ...['teachers', 'rotated', 'cross_school_mentoring', 'open_lessons'].flatMap((code) => [
      ask(rows(c1, code), own),
      ask(rows(s1, code), own),
      ask(rows(c3, code), foreign),
    ]),
    ask(rows(districtA, 'rotated'), []),
  ],
  'GET /api/units/:unitId/figures/:code/rows.xlsx': [
    ask(sheet(c1, 'rotated'), exporters),
    ask(sheet(c3, 'rotated'), foreign),
  ],
}
