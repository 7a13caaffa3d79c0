import { people } from '../cast.ts'
import { ask, tryOut, unknownTo, type Ask } from './ask.ts'

/** Nobody's: a person's own are shown to nobody else, so what is not there and what is not theirs look the same. */
const nobodys = '00000000-0000-7000-8000-00000000dead'
const channel = `/api/notice-channels/${nobodys}`

/** Everyone has a day, notices and ways of their own; row-level security shows them no other person's. */
export const workbench: Record<string, readonly Ask[]> = {
  'GET /api/today': [ask('/api/today', people)],
  'GET /api/notices': [ask('/api/notices', people)],
  'GET /api/notices/unread': [ask('/api/notices/unread', people)],
  'POST /api/notices/read': [ask('/api/notices/read', people)],
  'GET /api/notice-ways': [ask('/api/notice-ways', people)],
  'PATCH /api/notice-ways': [
    ask('/api/notice-ways', people, { body: { digestHour: null, quietFrom: 22, quietUntil: 7 } }),
  ],
  'POST /api/notice-ways/topics': [
    ask('/api/notice-ways/topics', people, { body: { topic: 'ledgers', channel: 'mail', on: true } }),
  ],
  'POST /api/notice-channels/mail': [
    tryOut('/api/notice-channels/mail', people, { body: { address: 'someone@school.example' }, status: 409 }),
  ],
  'POST /api/notice-channels/webhook': [
    tryOut('/api/notice-channels/webhook', people, {
      body: { bot: 'json', address: 'https://127.0.0.1/hook' },
      status: 422,
    }),
  ],
  'POST /api/notice-channels/:channelId/confirm': [
    ask(`${channel}/confirm`, [], { body: { code: '123456' }, ...unknownTo }),
  ],
  'POST /api/notice-channels/:channelId/code': [ask(`${channel}/code`, [], unknownTo)],
  'POST /api/notice-channels/:channelId/try': [ask(`${channel}/try`, [], unknownTo)],
  'DELETE /api/notice-channels/:channelId': [ask(channel, [], unknownTo)],
  'GET /api/jobs/:jobId': [ask(`/api/jobs/${nobodys}`, [], unknownTo)],
  'POST /api/jobs/:jobId/again': [ask(`/api/jobs/${nobodys}/again`, [], unknownTo)],
}
