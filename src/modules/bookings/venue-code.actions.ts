import { randomBytes } from 'node:crypto'
import qrcode from 'qrcode'
import type { Context } from '#platform/context.ts'
import { nextCodeAt, placeCode, toldCode, toldUntil } from '#platform/place-code.ts'
import type { HostedVenue, VenueKey } from './arrival.sql.ts'
import { findSecret, insertSecret } from './check-in.sql.ts'

/** The secret of a venue, made when its code is first asked for. Read as the owner. */
export async function secretOf(ctx: Context, key: VenueKey): Promise<Buffer> {
  const before = await findSecret(ctx.db, key)
  if (before) return before
  await insertSecret(ctx.db, key, { secret: randomBytes(32), madeAt: ctx.now })
  return (await findSecret(ctx.db, key))!
}

/** What is shown at the door now. */
export async function codeOf(ctx: Context, { districtId, id, name, host }: HostedVenue, siteAddress: string) {
  const secret = await ctx.asOwner((db) => secretOf({ ...ctx, db }, { districtId, venueId: id }))
  const place = { placeId: id, secret }
  const path = `/m/in?v=${id}&c=${placeCode(place, ctx.now)}`
  return {
    ...{ venue: name, host, path },
    svg: await qrcode.toString(siteAddress + path, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    ...{ nextAt: nextCodeAt(ctx.now).toISOString(), now: ctx.now.toISOString() },
    ...{ digits: toldCode(place, ctx.now), digitsUntil: toldUntil(ctx.now).toISOString() },
  }
}
