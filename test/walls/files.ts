import type { Db } from '#platform/database/database.ts'
import { insertUpload } from '#modules/files/upload.sql.ts'
import { accountId, people } from '../cast.ts'
import { ask, tryOut, unknownTo, type Ask } from './ask.ts'

const UPLOAD = '00000000-0000-7000-9510-000000000001'
const url = `/api/uploads/${UPLOAD}`

/** What the liaison of S1 is sending. */
export const insertFileFacts = (db: Db): Promise<void> =>
  insertUpload(db, { id: UPLOAD, accountId: accountId('liaison'), name: '教案.pdf', bytes: 9, beganAt: new Date() })

/** Everybody sends files of their own and finds nobody else's; whoever asks without the words of tus is told so. */
const own = { ...unknownTo, status: 412 }
export const files: Record<string, readonly Ask[]> = {
  'POST /api/uploads': [ask('/api/uploads', people, { status: 412 })],
  'HEAD /api/uploads/:uploadId': [ask(url, ['liaison'], own)],
  'PATCH /api/uploads/:uploadId': [ask(url, ['liaison'], own)],
  'DELETE /api/uploads/:uploadId': [tryOut(url, ['liaison'], own)],
}
