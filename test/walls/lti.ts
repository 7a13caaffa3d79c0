import { people, PLACES } from '../cast.ts'
import { ask, offices, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1 } = PLACES
const nobody = '00000000-0000-7000-8000-00000000dead'
const tool = {
  name: '示例工具',
  address: 'https://tool.example.cn/lti',
  loginAddress: 'https://tool.example.cn/login',
  redirects: ['https://tool.example.cn/launch'],
}

export const lti: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/lti-tools': [
    ask(`/api/units/${c1}/lti-tools`, offices),
    ask(`/api/units/${c3}/lti-tools`, ['city', 'outsider']),
    ask(`/api/units/${s1}/lti-tools`, [], unknownTo),
  ],
  // The second to register it is told that it is there.
  'POST /api/units/:unitId/lti-tools': [
    tryOut(`/api/units/${c1}/lti-tools`, ['district', 'office'], { body: tool }),
    tryOut(`/api/units/${c3}/lti-tools`, ['outsider'], { body: tool }),
    ask(`/api/units/${s1}/lti-tools`, [], { ...unknownTo, body: tool }),
  ],
  'GET /api/lti/tools/:toolId/keys': [ask(`/api/lti/tools/${nobody}/keys`, [], { refused: 404, visitor: 404 })],
  'GET /api/lti/auth': [ask('/api/lti/auth', people, { status: 409 })],
  // Whoever asks by a form is sent to ask again, and judged there.
  'POST /api/lti/auth': [ask('/api/lti/auth', people, { status: 303, visitor: 303, body: {} })],
}
