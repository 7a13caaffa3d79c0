import { people } from '../cast.ts'
import { ask, tryOut, type Ask } from './ask.ts'

export const identity: Record<string, readonly Ask[]> = {
  'POST /api/session': [
    tryOut('/api/session', people, { body: { login: 'nobody', password: 'nothing' }, status: 401, visitor: 401 }),
  ],
  'GET /api/session': [ask('/api/session', people)],
  'DELETE /api/session': [ask('/api/session', people)],
  'POST /api/session/password': [
    ask('/api/session/password', people, { body: { current: 'wrong', next: 'long enough, surely' }, status: 422 }),
  ],
}
