import { YEAR, PLACES } from '../cast.ts'
import { own, foreign, exporters, ask, rows, sheet, tryOut, type Ask } from './ask.ts'

const { c1, c3, city, districtA, s1 } = PLACES
const keepers = ['district', 'office'] as const
const goal = {
  version: 0,
  direction: 'at-least',
  baselineYear: YEAR,
  steps: [{ year: YEAR + 1, value: 30 }],
  basis: '',
  reason: '请示范',
}
const note = { concern: 'jump/2022', words: '那年停了半年' }

export const assessment: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/formation': [
    ask(`/api/units/${c1}/formation?year=${YEAR}`, own),
    ask(`/api/units/${c3}/formation?year=${YEAR}`, foreign),
    ask(`/api/units/${s1}/formation?year=${YEAR}`, [], { refused: 404 }),
  ],
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
  'GET /api/units/:unitId/targets': [
    ask(`/api/units/${c1}/targets`, own),
    ask(`/api/units/${c3}/targets`, foreign),
    ask(`/api/units/${districtA}/targets`, ['city', 'district']),
  ],
  'GET /api/units/:unitId/targets/:code': [
    ask(`/api/units/${c1}/targets/rotation_rate`, own),
    ask(`/api/units/${c3}/targets/rotation_rate`, foreign),
  ],
  // The second to set it is told that the first was quicker.
  'POST /api/units/:unitId/targets/:code': [
    tryOut(`/api/units/${c1}/targets/rotation_rate`, keepers, { body: goal }),
    ask(`/api/units/${c3}/targets/rotation_rate`, ['outsider'], { body: goal }),
    ask(`/api/units/${s1}/targets/rotation_rate`, [], { body: goal }),
  ],
  'POST /api/units/:unitId/targets/:code/end': [
    tryOut(`/api/units/${c1}/targets/rotation_rate/end`, keepers, { body: { version: 1, reason: '不再需要' } }),
    tryOut(`/api/units/${c3}/targets/rotation_rate/end`, ['outsider'], { body: { version: 1, reason: '不再需要' } }),
  ],
  'GET /api/units/:unitId/concerns': [ask(`/api/units/${c1}/concerns`, own), ask(`/api/units/${c3}/concerns`, foreign)],
  // A world of one year has no jump: whoever may write is told that there is nothing to explain.
  'POST /api/units/:unitId/figures/:code/notes': [
    ask(`/api/units/${c1}/figures/rotation_rate/notes`, keepers, { body: note, status: 409 }),
    ask(`/api/units/${c3}/figures/rotation_rate/notes`, ['outsider'], { body: note, status: 409 }),
  ],
  'GET /api/units/:unitId/forecasts': [
    ask(`/api/units/${c1}/forecasts`, own),
    ask(`/api/units/${c1}/forecasts?code=open_lessons`, own),
    ask(`/api/units/${s1}/forecasts`, own),
    ask(`/api/units/${c3}/forecasts`, foreign),
  ],
}
