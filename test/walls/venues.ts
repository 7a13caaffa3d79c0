import { PLACES } from '../cast.ts'
import { ask, foreign, keeper, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA } = PLACES
const id = (kind: number, n: number) => `00000000-0000-7000-94${kind}0-00000000000${n}`

/** What stands in the register of venues: of S1 in C1 and of S5 in C3 a venue, and of each cluster a partner; a picture of the first and of the last. */
export const VENUES = {
  venue: (n: 1 | 2) => id(1, n),
  site: (n: 1 | 2) => id(2, n),
  picture: (n: 1 | 2) => id(3, n),
} as const

const readers = [...own, ...keeper]
const foreignReaders = [...foreign, ...keeper]
const keepers = ['office', 'principal', 'liaison'] as const
const outsider = ['outsider'] as const
const venue = (n: 1 | 2, path = '') => `/api/venues/${VENUES.venue(n)}${path}`
const fields = { name: '新场馆', kind: '体育场馆', capacity: 0 }
const backwards = { fromDay: '2026-01-02', fromTime: '08:00', untilDay: '2026-01-01', untilTime: '08:00', why: '维修' }
const nobody = '00000000-0000-7000-8000-00000000dead'
const twice = { equipment: [1, 2].map(() => ({ name: '球', unit: '只', stock: 1 })) }

/** Asked of both venues; nothing is changed by it. */
const ofBoth = (path: string, body: object | undefined, status: number): Ask[] => [
  tryOut(venue(1, path), keepers, { ...(body && { body }), status }),
  tryOut(venue(2, path), outsider, { ...(body && { body }), status }),
]

const office = ['office'] as const
const noSite = { name: '新基地', kind: '企业', longitude: 121 }
const site = (n: 1 | 2, path = '') => `/api/sites/${VENUES.site(n)}${path}`
const ofBothSites = (path: string, body?: object, status?: number): Ask[] => [
  tryOut(site(1, path), office, { ...(body && { body }), ...(status && { status }) }),
  tryOut(site(2, path), outsider, { ...(body && { body }), ...(status && { status }) }),
]

/** Days that are turned round: nothing comes of them. */
const turned = { fromDay: '2026-02-02', untilDay: '2026-02-01' }
const turnedQuery = new URLSearchParams(turned).toString()
const notes = { name: '说明.txt', content: Buffer.from('不是课表') }
const shown = new URLSearchParams({ words: '内景', width: '1', height: '1' }).toString()
const picture = (n: 1 | 2, path = '') => `/api/pictures/${VENUES.picture(n)}${path}`
const calendarKeepers = ['office', 'district'] as const
/** Its end is before its beginning; nobody recorded it. */
const term = { schoolYear: 2001, term: '上学期', from: '2001-09-02', until: '2001-09-01', source: '示例' }
const ofBothCalendars = (path: string, body: object, status: number): Ask[] => [
  tryOut(`/api/units/${c1}/school-calendar${path}`, calendarKeepers, { body, status }),
  tryOut(`/api/units/${c3}/school-calendar${path}`, outsider, { body, status }),
]

export const venues: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/venues': [
    ask(`/api/units/${c1}/venues`, readers),
    ask(`/api/units/${c3}/venues`, foreignReaders),
    ask(`/api/units/${s1}/venues`, [], unknownTo),
    ask(`/api/units/${districtA}/venues`, [], unknownTo),
  ],
  'GET /api/units/:unitId/venues.xlsx': [
    ask(`/api/units/${c1}/venues.xlsx`, readers),
    ask(`/api/units/${c3}/venues.xlsx`, foreignReaders),
  ],
  'POST /api/schools/:schoolId/venues': [
    tryOut(`/api/schools/${s1}/venues`, keepers, { body: { ...fields, capacity: 1, longitude: 121 }, status: 400 }),
    tryOut(`/api/schools/${s5}/venues`, outsider, { body: { ...fields, capacity: 1, longitude: 121 }, status: 400 }),
  ],
  'GET /api/venues/:venueId': [ask(venue(1), readers), ask(venue(2), foreignReaders)],
  'PATCH /api/venues/:venueId': ofBoth('', { ...fields, capacity: 1, longitude: 121 }, 400),
  'POST /api/venues/:venueId/close': [tryOut(venue(1, '/close'), keepers), tryOut(venue(2, '/close'), outsider)],
  'POST /api/venues/:venueId/reopen': [tryOut(venue(1, '/reopen'), keepers), tryOut(venue(2, '/reopen'), outsider)],
  'POST /api/venues/:venueId/closings': ofBoth('/closings', backwards, 400),
  'POST /api/venues/:venueId/closings/:closingId/undo': ofBoth(`/closings/${nobody}/undo`, undefined, 404),
  'POST /api/venues/:venueId/equipment': ofBoth('/equipment', twice, 400),
  'POST /api/venues/:venueId/pictures': [
    tryOut(venue(1, `/pictures?${shown}`), keepers, { file: notes, status: 422 }),
    tryOut(venue(2, `/pictures?${shown}`), outsider, { file: notes, status: 422 }),
  ],
  'POST /api/sites/:siteId/pictures': [
    tryOut(site(1, `/pictures?${shown}`), office, { file: notes, status: 422 }),
    tryOut(site(2, `/pictures?${shown}`), outsider, { file: notes, status: 422 }),
  ],
  'GET /api/pictures/:pictureId': [ask(picture(1), readers), ask(picture(2), foreignReaders)],
  'PATCH /api/pictures/:pictureId': [
    tryOut(picture(1), keepers, { body: { words: '室内操场' } }),
    tryOut(picture(2), outsider, { body: { words: '示例博物馆' } }),
  ],
  'POST /api/pictures/:pictureId/forward': [
    tryOut(picture(1, '/forward'), keepers),
    tryOut(picture(2, '/forward'), outsider),
  ],
  'DELETE /api/pictures/:pictureId': [tryOut(`/api/pictures/${nobody}`, [], unknownTo)],
  'GET /api/venues/:venueId/lessons': [ask(venue(1, '/lessons'), keepers), ask(venue(2, '/lessons'), outsider)],
  'POST /api/venues/:venueId/lessons': ofBoth('/lessons', { ...turned, lessons: [] }, 400),
  'GET /api/schools/:schoolId/venue-lessons/form.xlsx': [
    ask(`/api/schools/${s1}/venue-lessons/form.xlsx`, keepers),
    ask(`/api/schools/${s5}/venue-lessons/form.xlsx`, outsider),
  ],
  'POST /api/schools/:schoolId/venue-lessons': [
    tryOut(`/api/schools/${s1}/venue-lessons?${turnedQuery}`, keepers, { file: notes, status: 400 }),
    tryOut(`/api/schools/${s5}/venue-lessons?${turnedQuery}`, outsider, { file: notes, status: 400 }),
  ],
  'GET /api/units/:unitId/school-calendar': [
    ask(`/api/units/${c1}/school-calendar`, readers),
    ask(`/api/units/${c3}/school-calendar`, foreignReaders),
    ask(`/api/units/${s1}/school-calendar`, [], unknownTo),
  ],
  'POST /api/units/:unitId/school-calendar/terms': ofBothCalendars('/terms', term, 400),
  'POST /api/units/:unitId/school-calendar/terms/undo': ofBothCalendars('/terms/undo', term, 404),
  'POST /api/units/:unitId/school-calendar/days': [
    tryOut(`/api/units/${c1}/school-calendar/days`, calendarKeepers, { body: { day: '2000-01-01', kind: '节假日' } }),
    tryOut(`/api/units/${c3}/school-calendar/days`, outsider, { body: { day: '2000-01-01', kind: '节假日' } }),
  ],
  'POST /api/units/:unitId/school-calendar/days/undo': ofBothCalendars('/days/undo', { day: '2000-02-01' }, 404),
  'GET /api/units/:unitId/sites': [
    ask(`/api/units/${c1}/sites`, readers),
    ask(`/api/units/${c3}/sites`, foreignReaders),
    ask(`/api/units/${s1}/sites`, [], unknownTo),
  ],
  'GET /api/units/:unitId/sites.xlsx': [
    ask(`/api/units/${c1}/sites.xlsx`, office),
    ask(`/api/units/${c3}/sites.xlsx`, outsider),
  ],
  'POST /api/units/:unitId/sites': [
    tryOut(`/api/units/${c1}/sites`, office, { body: noSite, status: 400 }),
    tryOut(`/api/units/${c3}/sites`, outsider, { body: noSite, status: 400 }),
  ],
  'GET /api/sites/:siteId': [ask(site(1), readers), ask(site(2), foreignReaders)],
  'PATCH /api/sites/:siteId': ofBothSites('', noSite, 400),
  'POST /api/sites/:siteId/venues': ofBothSites('/venues', { ...fields, capacity: 1, longitude: 121 }, 400),
  'POST /api/sites/:siteId/close': ofBothSites('/close'),
  'POST /api/sites/:siteId/reopen': ofBothSites('/reopen'),
}
