import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import type { Booking, BookingVerb } from './booking.contract.ts'
import { bookingAccess, hosts, isTheirs, seesBooker } from './booking.access.ts'
import { timeBetween, whyNotCancel, whyNotDecide, whyNotMove } from './booking.rules.ts'
import type { BookingRow } from './booking.sql.ts'
import { isDuring } from './check-in.rules.ts'
import { listLent } from './stock.sql.ts'

/** Bookings as the reader is told of them. */
export async function toldOf(ctx: Context, rows: readonly BookingRow[]): Promise<Booking[]> {
  const districtIds = [...new Set(rows.map(({ districtId }) => districtId))]
  const lent = await listLent(ctx.db, districtIds, rows.map(({ id }) => id)) // prettier-ignore
  return rows.map((row) => {
    const equipment = lent.filter(({ bookingId }) => bookingId === row.id)
    return { ...told(ctx, row), equipment: equipment.map(({ bookingId: _, ...one }) => one) }
  })
}

function told(ctx: Context, row: BookingRow): Omit<Booking, 'equipment'> {
  const { id, requestId, clusterId, venueId, venue, kind, provider, schoolId, userSchoolId, userSchool } = row
  const { status, purpose, headCount, classes, words, together, cameAt } = row
  const known = seesBooker(ctx.actor, row)
  return {
    ...{ id, requestId, clusterId, venueId, venue, kind, provider, schoolId, userSchoolId, userSchool },
    ...{ status, purpose, headCount, classes, words, together },
    ...timeBetween(row.fromAt, row.untilAt),
    bookedBy: known ? row.bookedBy : maskName(row.bookedBy),
    phone: known ? row.phone : '',
    cameAt: cameAt?.toISOString() ?? null,
    mine: row.accountId === ctx.actor.id,
    can: verbsFor(ctx, row),
  }
}

/** What the reader may do with it that its state lets anybody do. */
function verbsFor({ actor, now }: Context, row: BookingRow): BookingVerb[] {
  const possible: Record<BookingVerb, boolean> = {
    cancel: bookingAccess.cancel(actor, row) && !whyNotCancel(row, now),
    move: bookingAccess.move(actor, row) && !whyNotMove(row, now),
    decide: bookingAccess.decide(actor, row) && !whyNotDecide(row),
    checkIn: bookingAccess.move(actor, row) && mayCome(row, now),
    host: hosts(actor, row),
    link: (isTheirs(actor, row) || hosts(actor, row)) && row.status === '已定' && row.untilAt > now,
  }
  return (Object.keys(possible) as BookingVerb[]).filter((verb) => possible[verb])
}

/** It stands, nobody has come, and one can come now. */
const mayCome = ({ status, cameAt, fromAt, untilAt }: BookingRow, now: Date): boolean =>
  status === '已定' && cameAt === null && isDuring({ fromAt, untilAt }, now)
