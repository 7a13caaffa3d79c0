import { randomBytes } from 'node:crypto'
import qrcode from 'qrcode'
import type { Context } from '#platform/context.ts'
import { nextCodeAt, placeCode, toldCode, toldUntil } from '#platform/place-code.ts'
import type { HostedVenue } from './arrival.sql.ts'
import { findSecret, insertSecret } from './check-in.sql.ts'

/** A place that has codes: a venue, a stop of a route of study. */
export interface PlaceKey {
  districtId: number
  placeId: string
}

/** The secret of a place, made when its code is first asked for. */
export const placeSecret = (ctx: Context, { districtId, placeId }: PlaceKey): Promise<Buffer> =>
  ctx.asOwner(async (db) => {
    const key = { districtId, venueId: placeId }
    const before = await findSecret(db, key)
    if (before) return before
    await insertSecret(db, key, { secret: randomBytes(32), madeAt: ctx.now })
    return (await findSecret(db, key))!
  })

/** What is shown at a place now: a picture to scan that leads to `pathOf` its code, and digits to tell. */
export async function shownCode(ctx: Context, key: PlaceKey, pathOf: (code: string) => string, siteAddress: string) {
  const place = { placeId: key.placeId, secret: await placeSecret(ctx, key) }
  const path = pathOf(placeCode(place, ctx.now))
  return {
    path,
    svg: await qrcode.toString(siteAddress + path, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    ...{ nextAt: nextCodeAt(ctx.now).toISOString(), now: ctx.now.toISOString() },
    ...{ digits: toldCode(place, ctx.now), digitsUntil: toldUntil(ctx.now).toISOString() },
  }
}

/** What is shown at the door of a venue now. */
export const codeOf = async (ctx: Context, { districtId, id, name, host }: HostedVenue, siteAddress: string) => ({
  ...{ venue: name, host },
  ...(await shownCode(ctx, { districtId, placeId: id }, (code) => `/m/in?v=${id}&c=${code}`, siteAddress)),
})
