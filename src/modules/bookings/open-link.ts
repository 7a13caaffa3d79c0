import type { Context } from '#platform/context.ts'
import { seal, unseal } from '#platform/seal.ts'
import { subjectOf, type LoadedArrival } from './arrival.actions.ts'
import { findArrival } from './arrival.sql.ts'

const PURPOSE = 'bookings.arrival'
const AFTER_DAYS = 7
const DAY = 86_400_000

interface Link {
  districtId: number
  bookingId: string
  /** Milliseconds since 1970. */
  until: number
}

/** The address with which somebody without an account checks in to one booking; it is good until a week after it. */
export function linkTo(
  { config }: Pick<Context, 'config'>,
  { districtId, id, untilAt }: { districtId: number; id: string; untilAt: Date },
): { path: string; until: string } {
  const until = untilAt.getTime() + AFTER_DAYS * DAY
  const link: Link = { districtId, bookingId: id, until }
  const token = seal(config.dataDir, PURPOSE, JSON.stringify(link)).toString('base64url')
  return { path: `/m/open?t=${token}`, until: new Date(until).toISOString() }
}

/** The booking behind a link, and until when; undefined where nobody here made the link, or its time is over. */
export async function behindLink(
  ctx: Context,
  token: string,
): Promise<{ arrival: LoadedArrival; until: string } | undefined> {
  const text = unseal(ctx.config.dataDir, PURPOSE, Buffer.from(token, 'base64url'))
  if (text === undefined) return undefined
  const { districtId, bookingId, until } = JSON.parse(text) as Link
  if (until < ctx.now.getTime()) return undefined
  return ctx.asOwner(async (db) => {
    const row = await findArrival(db, [districtId], bookingId)
    return row && { arrival: await subjectOf({ ...ctx, db }, row), until: new Date(until).toISOString() }
  })
}
