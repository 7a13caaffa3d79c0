import type { Context } from '#platform/context.ts'
import { deleteHold } from './release.sql.ts'

/** Gives the rest of a booking's time back. */
export async function releaseHold(ctx: Context, booking: { districtId: number; id: string }): Promise<void> {
  await deleteHold(ctx.db, booking)
}
