import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { findActor } from '#modules/identity/index.ts'
import type { Actor } from '#shared/access.ts'
import { nameOf } from './calendar.actions.ts'
import type { Feed, NewFeed } from './feed.contract.ts'
import { deleteFeed, findFeed, listFeeds, saveFeed, type FeedRow } from './feed.sql.ts'
import { bookingProblems } from './problems.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The address is told once and never kept: a lost one is made anew. */
export async function makeFeed(ctx: Context, feed: NewFeed): Promise<{ path: string }> {
  const about = await nameOf(ctx, feed)
  if (!about) throw bookingProblems.noCalendar()
  const token = randomBytes(24).toString('base64url')
  const row = { ...feed, districtId: about.districtId, id: ctx.newId(), accountId: ctx.actor.id, madeAt: ctx.now }
  await saveFeed(ctx.db, { ...row, tokenHash: digest(token) })
  ctx.note({ subjectId: row.id, about: feed.about, name: about.name })
  return { path: `/api/feeds/${token}/calendar.ics` }
}

export async function readFeeds(ctx: Context): Promise<{ feeds: Feed[] }> {
  const feeds: Feed[] = []
  for (const row of await listFeeds(ctx.db, ctx.actor.id)) {
    const { id, about, subjectId, madeAt } = row
    const name = (await nameOf(ctx, row))?.name ?? '已不能查看'
    feeds.push({ id, about, subjectId, name, madeAt: madeAt.toISOString() })
  }
  return { feeds }
}

export async function dropFeed(ctx: Context, id: string): Promise<Record<string, never>> {
  if (!(await deleteFeed(ctx.db, ctx.actor.id, id))) throw bookingProblems.noCalendar()
  return {}
}

export interface SubscribedCalendar {
  feed: FeedRow
  name: string
  /** Who made the address: it shows what they may see, as long as they may. */
  actor: Actor
}

/** The calendar behind an address, as long as whoever made it may still see what it is about. */
export const findCalendar = (ctx: Context, token: string): Promise<SubscribedCalendar | undefined> =>
  ctx.asOwner(async (db) => {
    const inside: Context = { ...ctx, db, asOwner: (work) => work(db) }
    const feed = await findFeed(db, digest(token))
    const actor = feed && (await findActor(inside, feed.accountId))
    const about = actor && (await nameOf({ ...inside, actor }, feed))
    return about && { feed, actor, name: about.name }
  })
