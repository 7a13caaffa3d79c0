import type { Role } from '#shared/access.ts'
import { dayOf } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { postLetter } from '#platform/post.ts'
import type { Told } from '#platform/tell.ts'
import { listAccountsAt } from '#modules/identity/index.ts'
import { openAddress } from './address.ts'
import { listWays, type Ways } from './channel.sql.ts'
import { afterQuiet, nextHour } from './hour.rules.ts'
import { insertNotices, type NewNotice } from './notice.sql.ts'
import { topicOf } from './topic.rules.ts'

type Whom = { unitIds: readonly number[]; roles: readonly Role[] } | { accountIds: readonly string[] }

/** Tells persons something, in this transaction: in the product, and by the channels that each of them chose. */
export async function notify(ctx: Context, about: Told & Whom): Promise<{ told: number; unreached: number[] }> {
  const { told, ways, unreached } = await ctx.asOwner(async (db) => {
    const { accountIds, unreached } = await findWhom(db, about, ctx.today)
    const ways = await listWays(db, accountIds)
    const notices = accountIds.map((accountId) => noticeOf(ctx, about, accountId, waysOf(ways, accountId)))
    return { told: await insertNotices(db, notices), ways, unreached }
  })
  for (const { id, accountId } of told) await sendOut(ctx, about, id, waysOf(ways, accountId))
  return { told: told.length, unreached }
}

const waysOf = (ways: readonly Ways[], accountId: string) => ways.find((one) => one.accountId === accountId)

async function findWhom(db: Db, whom: Whom, today: string): Promise<{ accountIds: string[]; unreached: number[] }> {
  if ('accountIds' in whom) return { accountIds: [...new Set(whom.accountIds)], unreached: [] }
  const found = await listAccountsAt(db, { ...whom, today })
  const reached = new Set(found.map(({ unitId }) => unitId))
  return {
    accountIds: [...new Set(found.map(({ accountId }) => accountId))],
    unreached: whom.unitIds.filter((unitId) => !reached.has(unitId)),
  }
}

function noticeOf(ctx: Context, what: Told, accountId: string, ways: Ways | undefined): NewNotice {
  const { districtId, kind, key, title, text, to } = what
  const hour = ways?.digestHour ?? null
  const digest = hour === null ? null : dayOf(nextHour(hour, ctx.now))
  return { districtId, id: ctx.newId(), accountId, kind, key, title, text, link: to, createdAt: ctx.now, digest }
}

/** At once, one letter for each channel; or a place in the next digest. */
async function sendOut(ctx: Context, what: Told, noticeId: string, ways: Ways | undefined): Promise<void> {
  if (!ways) return
  const { accountId, digestHour } = ways
  const wanted = channelsFor(ways, what.kind)
  if (digestHour !== null && wanted.length > 0) return gather(ctx, accountId, digestHour)
  for (const channel of wanted)
    await postLetter(ctx, {
      districtId: what.districtId,
      channel: channel.channel,
      ...openAddress(ctx.config, channel),
      subject: what.title,
      text: what.text,
      link: what.to,
      key: `notice:${noticeId}:${channel.id}`,
      accountId,
      dueAt: afterQuiet(ways, ctx.now),
    })
}

/** The channels by which a person wants to hear of a kind. */
export const channelsFor = ({ channels, muted }: Ways, kind: string): Ways['channels'] =>
  channels.filter(({ channel }) => !muted.some((one) => one.channel === channel && one.topic === topicOf(kind)))

/** One letter a day and person, whichever districts they hear from. */
async function gather(ctx: Context, accountId: string, hour: number): Promise<void> {
  const dueAt = nextHour(hour, ctx.now)
  const day = dayOf(dueAt)
  await ctx.enqueue({
    kind: 'workbench.digest',
    districtId: 0,
    payload: { accountId, day },
    key: `${accountId}:${day}`,
    dueAt,
  })
}
