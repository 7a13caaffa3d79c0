import { people } from '../cast.ts'
import { ask, type Ask } from './ask.ts'

export const main: Record<string, readonly Ask[]> = {
  'GET /api/health': [ask('/api/health', people, { visitor: 200 })],
}
