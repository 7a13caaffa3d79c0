import type { Db } from '#platform/database/database.ts'
import { accountId, people, PLACES } from '../cast.ts'
import { ask, foreign, keeper, offices, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, districtA } = PLACES

const nobody = '00000000-0000-7000-8000-00000000dead'
const stop = { name: '一站', longitude: 121.4, latitude: 31.07 }
const ROUTE = '00000000-0000-7000-9430-000000000001'
const STOP = '00000000-0000-7000-9431-000000000001'
/** Under way, and long done. */
const [WALK, DONE] = ['00000000-0000-7000-9432-000000000001', '00000000-0000-7000-9432-000000000002'] as const

/** A published route of C1; a class of S1 on it, and one that is done. */
export async function insertWalkFacts(db: Db): Promise<void> {
  const at = new Date('2023-11-01T00:00:00Z')
  const route = {
    districtId: districtA,
    id: ROUTE,
    clusterId: c1,
    name: '示例路线',
    pinyin: 'shi li',
    isPublished: true,
  }
  await db
    .insertInto('practice.route')
    .values({ ...route, changedAt: at, changedBy: '某人' })
    .execute()
  const place = { name: '一站', longitude: 121.4, latitude: 31.07, position: 1 }
  await db
    .insertInto('practice.stop')
    .values({ ...place, districtId: districtA, id: STOP, routeId: ROUTE })
    .execute()
  const walk = { districtId: districtA, clusterId: c1, routeId: ROUTE, route: '示例路线', schoolId: s1, accountId: accountId('teacher'), leader: '某人', classes: '四（1）班', headCount: 38, startedAt: at } // prettier-ignore
  const done = { doneAt: at, number: 1, numberYear: 2023, code: 'ABCD2345EFGH' }
  await db
    .insertInto('practice.walk')
    .values({ ...walk, id: WALK })
    .execute()
  await db
    .insertInto('practice.walk')
    .values({ ...walk, ...done, id: DONE })
    .execute()
  for (const walkId of [WALK, DONE])
    await db
      .insertInto('practice.walkStop')
      .values({ ...place, districtId: districtA, walkId, stopId: STOP })
      .execute()
}

/** Who does not find what S1 has on file at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
const school = ['principal', 'liaison', 'teacher'] as const
const afar = { way: '定位', longitude: 116.4, latitude: 39.9, accuracy: 10 }
const group = { classes: '四（1）班', headCount: 38 }

const line = { name: '示例路线', stops: [stop, stop] }

export const practice: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/places': [
    ask(`/api/units/${c1}/places`, [...own, ...keeper]),
    ask(`/api/units/${c3}/places`, [...foreign, ...keeper]),
    ask(`/api/units/${s1}/places`, [], unknownTo),
  ],
  'GET /api/units/:unitId/guide': [
    ask(`/api/units/${c1}/guide`, [...own, ...keeper]),
    ask(`/api/units/${c3}/guide`, [...foreign, ...keeper]),
    ask(`/api/units/${c1}/guide?edition=9`, [], unknownTo),
  ],
  'POST /api/units/:unitId/guide': [
    ask(`/api/units/${c1}/guide`, ['office'], { body: { title: '示例指南' } }),
    ask(`/api/units/${c3}/guide`, ['outsider'], { body: { title: '示例指南' } }),
    ask(`/api/units/${s1}/guide`, [], { ...unknownTo, body: { title: '示例指南' } }),
  ],
  // The second to issue it is told that nothing changed meanwhile.
  'POST /api/units/:unitId/guide/editions': [
    tryOut(`/api/units/${c1}/guide/editions`, ['office'], { body: {} }),
    tryOut(`/api/units/${c3}/guide/editions`, ['outsider'], { body: {} }),
  ],
  'GET /api/units/:unitId/guide/differences': [
    ask(`/api/units/${c1}/guide/differences?from=0&to=0`, [...own, ...keeper]),
    ask(`/api/units/${c3}/guide/differences?from=0&to=0`, [...foreign, ...keeper]),
  ],
  'GET /api/units/:unitId/guide/:format': [
    tryOut(`/api/units/${c1}/guide/pdf`, [...own, ...keeper]),
    tryOut(`/api/units/${c3}/guide/docx`, [...foreign, ...keeper]),
  ],
  'GET /api/units/:unitId/study-routes': [
    ask(`/api/units/${c1}/study-routes`, [...own, ...keeper]),
    ask(`/api/units/${c3}/study-routes`, [...foreign, ...keeper]),
  ],
  'POST /api/units/:unitId/study-routes': [
    tryOut(`/api/units/${c1}/study-routes`, ['office'], { body: line }),
    tryOut(`/api/units/${c3}/study-routes`, ['outsider'], { body: line }),
  ],
  'POST /api/units/:unitId/study-routes/:routeId/drop': [
    ask(`/api/units/${c1}/study-routes/${nobody}/drop`, ['office'], { status: 404 }),
    ask(`/api/units/${c3}/study-routes/${nobody}/drop`, ['outsider'], { status: 404 }),
  ],
  'GET /api/walks': [ask('/api/walks', people)],
  'GET /api/units/:unitId/walks': [
    ask(`/api/units/${c1}/walks`, [...own, ...keeper]),
    ask(`/api/units/${c3}/walks`, [...foreign, ...keeper]),
  ],
  'POST /api/units/:unitId/study-routes/:routeId/walks': [
    tryOut(`/api/units/${c1}/study-routes/${ROUTE}/walks`, [...own, ...keeper], { body: group }),
    ask(`/api/units/${c3}/study-routes/${ROUTE}/walks`, [], { ...unknownTo, body: group }),
  ],
  'GET /api/units/:unitId/study-routes/:routeId/stops/:stopId/code': [
    ask(`/api/units/${c1}/study-routes/${ROUTE}/stops/${STOP}/code`, ['office']),
  ],
  'GET /api/walks/:walkId': [ask(`/api/walks/${WALK}`, [...offices, ...school], blind)],
  'POST /api/walks/:walkId/stops/:stopId/check-in': [
    ask(`/api/walks/${DONE}/stops/${STOP}/check-in`, school, { ...blind, body: afar, status: 409 }),
  ],
  'POST /api/walks/:walkId/drop': [ask(`/api/walks/${DONE}/drop`, school, { ...blind, status: 409 })],
  'GET /api/walks/:walkId/certificate/:format': [
    ask(`/api/walks/${WALK}/certificate/pdf`, [...offices, ...school], { ...blind, status: 409 }),
  ],
  'GET /api/open/walks/:code': [ask('/api/open/walks/unknown', people, { visitor: 200 })],
  'GET /api/open/guides/:code': [ask('/api/open/guides/unknown', [], { refused: 404, visitor: 404 })],
  'GET /api/open/guides/:code/:format': [ask('/api/open/guides/unknown/pdf', [], { refused: 404, visitor: 404 })],
}
