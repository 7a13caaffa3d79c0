import { PLACES } from '../cast.ts'
import { ask, foreign, keeper, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1 } = PLACES

const nobody = '00000000-0000-7000-8000-00000000dead'
const stop = { name: '一站', longitude: 121.4, latitude: 31.07 }
const line = { name: '示例路线', stops: [stop, stop] }

export const practice: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/places': [
    ask(`/api/units/${c1}/places`, [...own, ...keeper]),
    ask(`/api/units/${c3}/places`, [...foreign, ...keeper]),
    ask(`/api/units/${s1}/places`, []),
  ],
  'GET /api/units/:unitId/guide': [
    ask(`/api/units/${c1}/guide`, [...own, ...keeper]),
    ask(`/api/units/${c3}/guide`, [...foreign, ...keeper]),
    ask(`/api/units/${c1}/guide?edition=9`, [], unknownTo),
  ],
  'POST /api/units/:unitId/guide': [
    ask(`/api/units/${c1}/guide`, ['office'], { body: { title: '示例指南' } }),
    ask(`/api/units/${c3}/guide`, ['outsider'], { body: { title: '示例指南' } }),
    ask(`/api/units/${s1}/guide`, [], { body: { title: '示例指南' } }),
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
  'GET /api/open/guides/:code': [ask('/api/open/guides/unknown', [], { refused: 404, visitor: 404 })],
  'GET /api/open/guides/:code/:format': [ask('/api/open/guides/unknown/pdf', [], { refused: 404, visitor: 404 })],
}
