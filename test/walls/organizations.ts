import { people, YEAR, PLACES } from '../cast.ts'
import { own, foreign, keeper, offices, ask, tryOut, type Ask } from './ask.ts'

const { c1, c2, c3, districtA, districtB, s1, s2, s4, s5 } = PLACES
const bureau = ['city', 'district'] as const
const schoolOwn = [...offices, 'principal', 'liaison'] as const
const nobody = '00000000-0000-7000-8000-000000000009'
const change = (kind: string, schoolId: number, more = '') => `kind=${kind}&schoolId=${schoolId}&day=2024-08-31${more}`
const asBody = (query: string) =>
  Object.fromEntries(
    [...new URLSearchParams(query)].map(([key, value]) => [key, key.endsWith('Id') ? Number(value) : value]),
  )
const changes = (unit: number, query: string, who: Ask['who']) =>
  tryOut(`/api/units/${unit}/membership-changes`, who, { body: { ...asBody(query), day: '2020-08-31' } })
const duty = { schoolId: s1, stage: '小学', fromDay: '2023-09-01', untilDay: '2024-08-31' }
const school = { name: '新建小学', kind: '小学', ownership: '公办', day: '2023-09-01' }
const contact = { name: '范某某', duty: '联络员', phone: '13812345678', fromDay: '2023-09-01' }
const gone = { status: 404, refused: 404 } as const

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
  'GET /api/schools': [ask('/api/schools?q=%E4%B8%AD%E5%AD%A6', people)],
  'GET /api/units/:unitId/organization': [
    ask(`/api/units/${c1}/organization`, [...own, ...keeper]),
    ask(`/api/units/${c3}/organization`, [...foreign, ...keeper]),
  ],
  'PATCH /api/units/:unitId/organization': [
    tryOut(`/api/units/${c1}/organization`, offices, { body: details('春申学区') }),
    tryOut(`/api/units/${c3}/organization`, foreign, { body: details('龙华学区') }),
  ],
  'GET /api/units/:unitId/clusters': [
    ask(`/api/units/${districtA}/clusters`, [...bureau, ...keeper]),
    ask(`/api/units/${districtB}/clusters`, ['city', ...keeper]),
  ],
  'POST /api/units/:unitId/clusters': [
    tryOut(`/api/units/${districtA}/clusters`, bureau, { body: { name: '新学区', shortName: '新', kind: 'cluster' } }),
    tryOut(`/api/units/${districtB}/clusters`, ['city'], {
      body: { name: '新学区', shortName: '新', kind: 'cluster' },
    }),
  ],
  'POST /api/units/:unitId/closing': [
    tryOut(`/api/units/${c1}/closing`, bureau, { body: { day: '2999-08-31' } }),
    tryOut(`/api/units/${c3}/closing`, ['city'], { body: { day: '2999-08-31' } }),
  ],
  'GET /api/units/:unitId/membership-changes/preview': [
    ask(`/api/units/${c1}/membership-changes/preview?${change('leave', s2)}`, offices),
    ask(`/api/units/${c3}/membership-changes/preview?${change('leave', s5)}`, foreign),
    ask(`/api/units/${c1}/membership-changes/preview?${change('join', s4)}`, bureau),
    ask(`/api/units/${c1}/membership-changes/preview?${change('join', s5)}`, ['city']),
    ask(`/api/units/${c1}/membership-changes/preview?${change('move', s2, `&toClusterId=${c2}`)}`, bureau),
    ask(`/api/units/${c1}/membership-changes/preview?${change('move', s2, `&toClusterId=${c3}`)}`, ['city']),
  ],
  'POST /api/units/:unitId/membership-changes': [
    changes(c1, change('role', s2, '&role=%E8%BD%AE%E5%80%BC%E6%A0%A1'), offices),
    changes(c1, change('join', s1, '&untilDay=2023-08-31'), bureau),
    changes(c3, change('role', s5, '&role=%E8%BD%AE%E5%80%BC%E6%A0%A1'), foreign),
  ],
  'POST /api/membership-changes/:changeId/undo': [ask(`/api/membership-changes/${nobody}/undo`, people, gone)],
  'POST /api/units/:unitId/duties': [
    tryOut(`/api/units/${c1}/duties`, offices, { body: duty }),
    tryOut(`/api/units/${c3}/duties`, foreign, { body: { ...duty, schoolId: s5 } }),
  ],
  'PATCH /api/duties/:dutyId': [ask(`/api/duties/${nobody}`, people, { ...gone, body: duty })],
  'DELETE /api/duties/:dutyId': [ask(`/api/duties/${nobody}`, people, gone)],
  'GET /api/units/:unitId/campuses': [
    ask(`/api/units/${c1}/campuses`, [...own, ...keeper]),
    ask(`/api/units/${c3}/campuses`, [...foreign, ...keeper]),
  ],
  'GET /api/schools/:schoolId/campuses': [
    ask(`/api/schools/${s1}/campuses`, [...own, ...keeper]),
    ask(`/api/schools/${s5}/campuses`, [...foreign, ...keeper]),
  ],
  'POST /api/schools/:schoolId/campuses': [
    tryOut(`/api/schools/${s1}/campuses`, schoolOwn, { body: { name: '东校区' } }),
    tryOut(`/api/schools/${s2}/campuses`, offices, { body: { name: '东校区' } }),
    tryOut(`/api/schools/${s5}/campuses`, foreign, { body: { name: '东校区' } }),
  ],
  'PATCH /api/campuses/:campusId': [ask(`/api/campuses/${s1}`, people, { ...gone, body: { name: '东校区' } })],
  'GET /api/units/:unitId/contacts': [
    ask(`/api/units/${c1}/contacts`, own),
    ask(`/api/units/${s1}/contacts`, own),
    ask(`/api/units/${c3}/contacts`, foreign),
  ],
  'GET /api/units/:unitId/contacts.xlsx': [
    ask(`/api/units/${c1}/contacts.xlsx`, offices),
    ask(`/api/units/${s1}/contacts.xlsx`, schoolOwn),
    ask(`/api/units/${c3}/contacts.xlsx`, foreign),
  ],
  'POST /api/units/:unitId/contacts': [
    tryOut(`/api/units/${c1}/contacts`, offices, { body: contact }),
    tryOut(`/api/units/${s1}/contacts`, schoolOwn, { body: contact }),
    tryOut(`/api/units/${s5}/contacts`, foreign, { body: contact }),
  ],
  'PATCH /api/contacts/:contactId': [ask(`/api/contacts/${nobody}`, people, { ...gone, body: contact })],
  'DELETE /api/contacts/:contactId': [ask(`/api/contacts/${nobody}`, people, gone)],
  'POST /api/units/:unitId/schools': [
    tryOut(`/api/units/${c1}/schools`, offices, { body: { ...school, code: '3101122001' } }),
    tryOut(`/api/units/${districtA}/schools`, bureau, { body: { ...school, code: '3101122001' } }),
    tryOut(`/api/units/${c3}/schools`, foreign, { body: { ...school, code: '3101042005' } }),
  ],
  'POST /api/schools/:schoolId/names': [
    tryOut(`/api/schools/${s1}/names`, offices, { body: { name: '春申中学', day: '2023-09-01' } }),
    tryOut(`/api/schools/${s5}/names`, foreign, { body: { name: '龙华中学', day: '2023-09-01' } }),
  ],
  'PATCH /api/schools/:schoolId/years/:schoolYear': [
    tryOut(`/api/schools/${s1}/years/${YEAR}`, offices, { body: { kind: '小学', ownership: '公办' } }),
    tryOut(`/api/schools/${s5}/years/${YEAR}`, foreign, { body: { kind: '小学', ownership: '公办' } }),
  ],
  'POST /api/schools/:schoolId/closing': [
    tryOut(`/api/schools/${s1}/closing`, bureau, { body: { day: '2999-08-31' } }),
    tryOut(`/api/schools/${s5}/closing`, ['city'], { body: { day: '2999-08-31' } }),
  ],
  'GET /api/schools/:schoolId/merge': [
    ask(`/api/schools/${s1}/merge?intoId=${s2}`, bureau),
    ask(`/api/schools/${s1}/merge?intoId=${s5}`, ['city']),
  ],
  'POST /api/schools/:schoolId/merge': [
    tryOut(`/api/schools/${s1}/merge`, bureau, { body: { intoId: s2 } }),
    tryOut(`/api/schools/${s1}/merge`, ['city'], { body: { intoId: s5 } }),
  ],
}

function details(name: string) {
  return { name, shortName: name, kind: 'cluster', stageScope: 'worked-out' }
}
