import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Channel } from './letter.ts'

export interface LetterRow {
  districtId: number
  id: string
  channel: Channel
  key: string
  accountId: string | null
  /** The person who asked for it; null: the system. */
  askedBy: string | null
  shown: string
  subject: string
  content: Buffer
  createdAt: Date
}

/** Returns whether it was written: under its key another may stand. */
export async function insertLetter(db: Db, letter: LetterRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('platform.letter')
    .values(letter)
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type LetterState = 'waiting' | 'sending' | 'sent' | 'repeated' | 'unsure' | 'failed'

export interface TakenLetter extends Omit<LetterRow, 'content' | 'createdAt' | 'key'> {
  content: Buffer | null
  state: LetterState
  marked: boolean
  tries: number
}

export interface LetterPlace {
  districtId: number
  id: string
}

/**
 * Notes that a letter is being sent. One that stood so already was left by a process that died: it is marked, and sent
 * once more; one that was left so twice is given up as 'unsure'. Undefined where it is over.
 */
export async function markSending(
  db: Db,
  { districtId, id }: LetterPlace,
  now: Date,
): Promise<TakenLetter | undefined> {
  const { rows } = await sql<TakenLetter>`
    update platform.letter set tries = tries + 1, marked = marked or state = 'sending',
      state = case when state = 'sending' and marked then 'unsure' else 'sending' end,
      ended_at = case when state = 'sending' and marked then ${now}::timestamptz end
    where district_id = ${districtId} and id = ${id} and state in ('waiting', 'sending')
    returning district_id, id, channel, account_id, asked_by, shown, subject, content, state, marked, tries`.execute(db)
  return rows[0]
}

interface Ending {
  state: LetterState
  marked?: boolean
  endedAt?: Date
  reason?: string
  /** What it said is taken away when it is over. */
  content?: null
}

export async function updateLetter(db: Db, { districtId, id }: LetterPlace, ending: Ending): Promise<void> {
  await db
    .updateTable('platform.letter')
    .set(ending)
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

/** Takes away what ended before a day. */
export async function deleteLettersBefore(db: Db, day: Date): Promise<void> {
  await db.deleteFrom('platform.letter').where('endedAt', '<', day).execute()
}
