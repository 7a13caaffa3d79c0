import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'

export interface NewNotice {
  districtId: number
  id: string
  accountId: string
  kind: string
  key: string
  title: string
  text: string
  link: string
  createdAt: Date
  digest: string | null
}

/** Writes notices; returns those that are new: who was told under the kind and key before is not told again. */
export async function insertNotices(
  db: Db,
  notices: readonly NewNotice[],
): Promise<{ id: string; accountId: string }[]> {
  if (notices.length === 0) return []
  return db
    .insertInto('workbench.notice')
    .values([...notices])
    .onConflict((same) => same.doNothing())
    .returning(['id', 'accountId'])
    .execute()
}

export interface Notice extends Pick<NewNotice, 'id' | 'kind' | 'title' | 'text' | 'link' | 'createdAt'> {
  readAt: Date | null
}

const shown = ['id', 'kind', 'title', 'text', 'link', 'createdAt', 'readAt'] as const

/** The notices of an account, the newest first. */
export function listNotices(
  db: Db,
  { accountId, unread, before, limit }: { accountId: string; unread?: boolean; before?: string; limit: number },
): Promise<Notice[]> {
  return db
    .selectFrom('workbench.notice')
    .select(shown)
    .where('accountId', '=', accountId)
    .$if(unread === true, (query) => query.where('readAt', 'is', null))
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function countUnread(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('workbench.notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Marks notices as read, all of the account's where none are named. */
export async function markRead(
  db: Db,
  { accountId, ids, now }: { accountId: string; ids: readonly string[] | undefined; now: Date },
): Promise<void> {
  await db
    .updateTable('workbench.notice')
    .set({ readAt: now })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...ids!]))
    .execute()
}

/** What a person's digest of a day gathers: what they have not read yet, the oldest first. */
export function listDigest(db: Db, accountId: string, day: string): Promise<Notice[]> {
  return db
    .selectFrom('workbench.notice')
    .select(shown)
    .where('accountId', '=', accountId)
    .where('digest', '=', day)
    .where('readAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** Takes away what is older than it must be kept. */
export async function deleteNoticesBefore(db: Db, day: Date): Promise<void> {
  await sql`delete from workbench.notice where created_at < ${day}`.execute(db)
}
