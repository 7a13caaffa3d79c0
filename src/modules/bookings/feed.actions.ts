import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { findActor } from '#modules/identity/index.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import { loadVenue, venueAccess } from '#modules/venues/index.ts'
import type { Actor } from '#shared/access.ts'
import { seesVenues } from './booking.access.ts'
import { calendarFile } from './calendar-file.ts'
import type { Feed, NewFeed } from './feed.contract.ts'
import { deleteFeed, findFeed, listCalendar, listFeeds, saveFeed, type FeedRow } from './feed.sql.ts'
import { bookingProblems } from './problems.ts'

const PAST_DAYS = 60
const DAY = 86_400_000
/** Calendars of persons lie in no district. */
const NOWHERE = 0

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

/** What a calendar is called and where it lies, if the person may see what it is about. */
interface About {
  districtId: number
  name: string
}

async function aboutOf(ctx: Context, actor: Actor, { about, subjectId }: NewFeed): Promise<About | undefined> {
  if (about === 'person') return { districtId: NOWHERE, name: '我的场馆预约' }
  if (about === 'school') {
    const school = await findUnit(ctx.db, Number(subjectId) || 0, ctx.today)
    return school?.kind === 'school' && seesVenues(actor, school) ? school : undefined
  }
  const found = await loadVenue(ctx, subjectId)
  return found && venueAccess.read(actor, found)
    ? { districtId: found.venue.districtId, name: `${found.venue.owner}${found.venue.name}` }
    : undefined
}

/** The address is told once and never kept: a lost one is made anew. */
export async function makeFeed(ctx: Context, feed: NewFeed): Promise<{ path: string }> {
  const about = await aboutOf(ctx, ctx.actor, feed)
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
    const name = (await aboutOf(ctx, ctx.actor, row))?.name ?? '已不能查看'
    feeds.push({ id, about, subjectId, name, madeAt: madeAt.toISOString() })
  }
  return { feeds }
}

export async function dropFeed(ctx: Context, id: string): Promise<Record<string, never>> {
  if (!(await deleteFeed(ctx.db, ctx.actor.id, id))) throw bookingProblems.noCalendar()
  return {}
}

export interface Calendar {
  feed: FeedRow
  name: string
}

/** The calendar behind an address, as long as whoever made it may still see what it is about. */
export const findCalendar = (ctx: Context, token: string): Promise<Calendar | undefined> =>
  ctx.asOwner(async (db) => {
    const inside: Context = { ...ctx, db, asOwner: (work) => work(db) }
    const feed = await findFeed(db, digest(token))
    const actor = feed && (await findActor(inside, feed.accountId))
    const about = actor && (await aboutOf(inside, actor, feed))
    return about && { feed, name: about.name }
  })

export async function writeCalendar(ctx: Context, { feed, name }: Calendar): Promise<Download> {
  const from = new Date(ctx.now.getTime() - PAST_DAYS * DAY)
  const rows = await ctx.asOwner(async (db) => listCalendar(db, await listDistrictIds(db), feed, from))
  return new Download(`${name}.ics`, 'text/calendar; charset=utf-8', Buffer.from(calendarFile(name, rows)))
}
