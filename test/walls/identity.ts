import { accountId, people, PLACES } from '../cast.ts'
import { ask, tryOut, type Ask } from './ask.ts'
import { LEAVER } from './leaver.ts'

const { c1, c3, city, districtA, s1, s5 } = PLACES
const leaver = `/api/accounts/${LEAVER.accountId}`
const nobodys = 'a-token-that-was-never-given-to-anybody'
/** Who looks after a liaison of S1, who may give that role, and who of them is over the other office. */
const keepers = ['city', 'district', 'office', 'principal', 'administrator'] as const
const givers = ['office', 'principal'] as const
const officeGrant = accountId('outsider').replace('-a000-', '-b000-')
const liaison = { name: '新来的', role: 'liaison' }
/** A role that would have ended long ago: whoever may give it is told so. */
const over = { untilDay: '2001-01-01' }
const code = { code: '123456' }

export const identity: Record<string, readonly Ask[]> = {
  'POST /api/session': [
    tryOut('/api/session', people, { body: { login: 'nobody', password: 'nothing' }, status: 401, visitor: 401 }),
  ],
  'POST /api/session/code': [tryOut('/api/session/code', people, { body: code, status: 401, visitor: 401 })],
  'GET /api/session': [ask('/api/session', people)],
  'DELETE /api/session': [ask('/api/session', people)],
  'GET /api/session/all': [ask('/api/session/all', people)],
  'DELETE /api/session/others': [ask('/api/session/others', people)],
  'POST /api/session/password': [
    ask('/api/session/password', people, { body: { current: 'wrong', next: 'long enough, surely' }, status: 422 }),
  ],
  'GET /api/session/second-factor': [ask('/api/session/second-factor', people)],
  'POST /api/session/second-factor/begin': [
    ask('/api/session/second-factor/begin', people, { body: { password: 'wrong' }, status: 422 }),
  ],
  'POST /api/session/second-factor': [ask('/api/session/second-factor', people, { body: code, status: 409 })],
  'POST /api/session/second-factor/codes': [
    ask('/api/session/second-factor/codes', people, { body: code, status: 409 }),
  ],
  'POST /api/session/second-factor/end': [ask('/api/session/second-factor/end', people, { body: code, status: 409 })],

  'GET /api/outside': [ask('/api/outside', people, { visitor: 200 })],
  'POST /api/outside/start': [
    ask('/api/outside/start', people, { body: { purpose: 'sign-in' }, status: 404, visitor: 404 }),
  ],
  'POST /api/outside/finish': [
    ask('/api/outside/finish', people, { body: { answer: 'code=x&state=y' }, status: 401, visitor: 401 }),
  ],
  'DELETE /api/outside': [ask('/api/outside', people)],

  'GET /api/account/data': [ask('/api/account/data', people)],
  'GET /api/account/data.xlsx': [ask('/api/account/data.xlsx', people)],
  'GET /api/account/data.json': [ask('/api/account/data.json', people)],
  'POST /api/account/corrections': [
    tryOut('/api/account/corrections', people, { body: { wish: '我的学科应当是数学' } }),
  ],
  'GET /api/corrections': [ask('/api/corrections', people)],
  'POST /api/corrections/:correctionId/answer': [
    tryOut(`/api/corrections/${LEAVER.correctionId}/answer`, ['city', 'district', 'office', 'principal', 'liaison'], {
      body: { answer: '已经改好' },
    }),
  ],

  'GET /api/units/:unitId/accounts': [
    ask(`/api/units/${c1}/accounts`, keepers),
    ask(`/api/units/${s1}/accounts`, keepers),
    ask(`/api/units/${c3}/accounts`, ['city', 'outsider', 'administrator']),
    ask(`/api/units/${s5}/accounts`, ['city', 'outsider', 'administrator']),
    ask(`/api/units/${districtA}/accounts`, ['city', 'district', 'administrator']),
    ask(`/api/units/${city}/accounts`, ['city', 'administrator']),
  ],
  'POST /api/accounts/:accountId/grants': [
    ask(`${leaver}/grants`, givers, { body: { role: 'teacher', unitId: s1, ...over }, status: 422 }),
    ask(`${leaver}/grants`, ['outsider'], { body: { role: 'teacher', unitId: s5, ...over }, status: 422 }),
    ask(`${leaver}/grants`, ['city', 'district', 'administrator'], {
      body: { role: 'cluster-office', unitId: c1, ...over },
      status: 422,
    }),
    // Nobody gives themself anything.
    ask(`/api/accounts/${accountId('administrator')}/grants`, ['city', 'district'], {
      body: { role: 'cluster-office', unitId: c1, ...over },
      status: 422,
    }),
  ],
  'PATCH /api/grants/:grantId': [
    ask(`/api/grants/${LEAVER.grantId}`, givers, { body: { untilDay: '2090-08-31' } }),
    ask(`/api/grants/${officeGrant}`, ['city', 'administrator'], { body: { untilDay: '2090-08-31' } }),
  ],
  'DELETE /api/grants/:grantId': [ask(`/api/grants/${LEAVER.endedId}`, keepers)],
  'POST /api/accounts/:accountId/hand-over': [
    ask(`${leaver}/hand-over`, givers, { body: { fromDay: '2090-09-01' }, status: 422 }),
  ],
  'POST /api/accounts/:accountId/password-link': [tryOut(`${leaver}/password-link`, keepers)],
  'POST /api/accounts/:accountId/unlock': [ask(`${leaver}/unlock`, keepers)],
  'POST /api/accounts/:accountId/sign-out': [ask(`${leaver}/sign-out`, keepers)],
  'DELETE /api/accounts/:accountId/second-factor': [ask(`${leaver}/second-factor`, keepers)],
  'POST /api/accounts/:accountId/close': [ask(`${leaver}/close`, keepers)],
  'POST /api/accounts/:accountId/reopen': [ask(`${leaver}/reopen`, keepers)],

  'GET /api/units/:unitId/invitations': [
    ask(`/api/units/${c1}/invitations`, keepers),
    ask(`/api/units/${c3}/invitations`, ['city', 'outsider', 'administrator']),
  ],
  'POST /api/units/:unitId/invitations': [
    ask(`/api/units/${s1}/invitations`, givers, { body: liaison }),
    ask(`/api/units/${s5}/invitations`, ['outsider'], { body: liaison }),
    ask(`/api/units/${s1}/invitations`, ['district', 'office'], { body: { ...liaison, role: 'principal' } }),
    ask(`/api/units/${c1}/invitations`, ['city', 'district', 'administrator'], {
      body: { ...liaison, role: 'cluster-office' },
    }),
    ask(`/api/units/${city}/invitations`, ['administrator'], { body: { ...liaison, role: 'administrator' } }),
  ],
  'POST /api/units/:unitId/invitations/liaisons': [
    ask(`/api/units/${c1}/invitations/liaisons`, ['office'], {
      body: { untilDay: null, lines: [{ name: '新来的', school: '没有这所学校' }] },
      status: 422,
    }),
  ],
  'POST /api/invitations/:invitationId/link': [tryOut(`/api/invitations/${LEAVER.invitationId}/link`, givers)],
  'DELETE /api/invitations/:invitationId': [ask(`/api/invitations/${LEAVER.invitationId}`, givers)],
  'GET /api/units/:unitId/persons': [
    ask(`/api/units/${s1}/persons`, givers),
    ask(`/api/units/${s5}/persons`, ['outsider']),
  ],
  'GET /api/join/:token': [ask(`/api/join/${nobodys}`, people, { status: 410, visitor: 410 })],
  'POST /api/join/:token': [
    ask(`/api/join/${nobodys}`, people, {
      body: { login: 'newcomer', password: 'long enough, surely' },
      status: 410,
      visitor: 410,
    }),
  ],
  'POST /api/join/:token/account': [ask(`/api/join/${nobodys}/account`, people, { status: 410 })],
  'GET /api/password/:token': [ask(`/api/password/${nobodys}`, people, { status: 410, visitor: 410 })],
  'POST /api/password/:token': [
    ask(`/api/password/${nobodys}`, people, { body: { password: 'long enough, surely' }, status: 410, visitor: 410 }),
  ],
}
