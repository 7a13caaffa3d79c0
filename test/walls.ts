import { factId, people, PLACES, teacherId, YEAR, type Person } from './cast.ts'

/** One thing asked of an endpoint, and who may. */
export interface Ask {
  url: string
  who: readonly Person[]
  /** What those who may are answered; left out where it depends on more than who asks. */
  status?: number
  /** What the others are answered: 403, or 404 where they may not even know of it. */
  refused?: 403 | 404
  /** What a visitor is answered, of an endpoint that is open. */
  visitor?: number
  body?: object
  file?: { name: string; content: Buffer }
}

const { c1, c3, city, districtA, s1, s2, s3, s4, s5, s6 } = PLACES

/** Whose teachers each person finds, and which of them by name. */
export const reach: Record<Person, { sees: readonly number[]; names: readonly number[] }> = {
  city: { sees: [s1, s2, s3, s4, s5, s6], names: [s1, s2, s3, s4, s5, s6] },
  district: { sees: [s1, s2, s3, s4, s6], names: [s1, s2, s3, s4, s6] },
  office: { sees: [s1, s2, s3, s6], names: [s1, s2, s3] },
  principal: { sees: [s1, s2, s3], names: [s1] },
  liaison: { sees: [s1, s2, s3], names: [s1] },
  teacher: { sees: [s1, s2, s3], names: [] },
  expert: { sees: [s1, s2, s3], names: [] },
  administrator: { sees: [], names: [] },
  outsider: { sees: [s5], names: [s5] },
}

/** Who has to do with cluster C1 and its schools, and with C3 in the other district. */
const own = ['city', 'district', 'office', 'principal', 'liaison', 'teacher', 'expert'] as const
const foreign = ['city', 'outsider'] as const
const keeper = ['administrator'] as const
const offices = ['city', 'district', 'office'] as const
const exporters = own.filter((person) => person !== 'teacher')

const ask = (url: string, who: readonly Person[], more: Partial<Ask> = {}): Ask => ({ url, who, status: 200, ...more })
/** Whatever comes of it, it is not the wall that stops them. */
const tryOut = (url: string, who: readonly Person[], more: Partial<Ask> = {}): Ask => ({ url, who, ...more })

const rows = (unit: number, code: string) => `/api/units/${unit}/figures/${code}/rows?year=${YEAR}`
const sheet = (unit: number, code: string) => `/api/units/${unit}/figures/${code}/rows.xlsx?year=${YEAR}`
const notALedger = { name: '不是台账.xlsx', content: Buffer.from('not a workbook') }
const unknownTo = { refused: 404 } as const

/** Every endpoint of the product, asked for the own and for a foreign organization. A new endpoint needs its line here. */
export const expectations: Record<string, readonly Ask[]> = {
  'GET /api/health': [ask('/api/health', people, { visitor: 200 })],

  'POST /api/session': [
    tryOut('/api/session', people, { body: { login: 'nobody', password: 'nothing' }, status: 401, visitor: 401 }),
  ],
  'GET /api/session': [ask('/api/session', people)],
  'DELETE /api/session': [ask('/api/session', people)],
  'POST /api/session/password': [
    ask('/api/session/password', people, { body: { current: 'wrong', next: 'long enough, surely' }, status: 422 }),
  ],

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

  'GET /api/units/:unitId/audit': [
    ask(`/api/units/${c1}/audit`, offices),
    ask(`/api/units/${s1}/audit`, offices),
    ask(`/api/units/${c3}/audit`, foreign),
    ask(`/api/units/${districtA}/audit`, ['city', 'district']),
    ask(`/api/units/${city}/audit`, ['city', ...keeper]),
  ],
}
