import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { deleteLettersBefore } from '#platform/post/letter.sql.ts'
import type { NoticeLine, noticeApi } from './notice.contract.ts'
import { countUnread, deleteNoticesBefore, listNotices, markRead, type Notice } from './notice.sql.ts'

const DAY_MS = 86_400_000
const KEPT_DAYS = 365
const LETTERS_KEPT_DAYS = 184

export const noticeLineOf = ({ id, title, text, link, createdAt, readAt }: Notice): NoticeLine => ({
  id,
  title,
  text,
  to: link,
  at: createdAt.toISOString(),
  read: readAt !== null,
})

/** The person's notices, the newest first; `after` is a former page's `next`. */
export async function readNotices(
  { db, actor }: Context,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Reply<typeof noticeApi.list>> {
  const before = after === undefined ? {} : { before: after }
  const found = await listNotices(db, { accountId: actor.id, limit: limit + 1, ...before })
  const page = found.slice(0, limit)
  return {
    notices: page.map(noticeLineOf),
    next: found.length > limit ? page.at(-1)!.id : null,
    unread: await countUnread(db, actor.id),
  }
}

/** Marks the person's notices as read, all of them where none are named; tells how many are left. */
export async function readOff({ db, actor, now }: Context, ids: readonly string[] | undefined): Promise<number> {
  await markRead(db, { accountId: actor.id, ids, now })
  return countUnread(db, actor.id)
}

/** Clears away notices after a year, and what is left of letters after half a year. */
export async function clearNotices({ db, now }: Context): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await deleteNoticesBefore(db, before(KEPT_DAYS))
  await deleteLettersBefore(db, before(LETTERS_KEPT_DAYS))
}
