import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { recordUse } from '#modules/venues/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { listDue, findArrival, type ArrivalRow } from './arrival.sql.ts'
import { shortenHold } from './hold.sql.ts'
import { ledgerKind, releasedAt, spanInWords, whatBecame } from './check-in.rules.ts'
import { markBecame } from './check-in.sql.ts'
import { askTheLine, giveBack, holdBooking, returnRest } from './give-back.actions.ts'

/** A booking comes to its end: used, it stands in the ledger of the school whose venue it was; missed, its time is free. */
export async function become(ctx: Context, booking: ArrivalRow, status: '已用' | '未到'): Promise<void> {
  await markBecame(ctx.db, booking, { status, at: ctx.now, by: ctx.actor.name })
  if (status === '已用') {
    await ctx.asOwner((db) => endHere(db, booking, ctx.now))
    if (ctx.now < booking.untilAt) await askTheLine(ctx, booking.districtId, booking.venueId)
    return recordInLedger(ctx, booking)
  }
  await giveBack(ctx, [booking])
  if (!booking.kept) await tellMissed(ctx, booking)
}

/** The venue and what was lent are free from now on; of a booking that was missed at first both went back before. */
async function endHere(db: Db, booking: ArrivalRow, now: Date): Promise<void> {
  await shortenHold(db, booking, now)
  if (booking.status === '已定') await returnRest(db, booking, now)
}

/** Uses of a partner's venue, and by visitors, are no sharing between schools: the ledger has no line for them. */
export async function recordInLedger(ctx: Context, booking: ArrivalRow): Promise<void> {
  const line = lineOf(booking)
  if (!line) return
  const { venue, venueKind, headCount, checkIn } = booking
  await recordUse(ctx.db, {
    ...{ ...line, id: ctx.newId(), venueName: venue, venueKind: ledgerKind(venueKind) },
    headCount: checkIn?.headCount ?? headCount,
  })
}

/** The line of the ledger in which a use stands; none where no school shares with a school. */
export function lineOf({ districtId, id, clusterId, schoolId, userSchoolId, fromAt }: ArrivalRow) {
  if (schoolId === null || userSchoolId === null) return undefined
  const usedOn = dayOf(fromAt)
  return {
    districtId,
    clusterId,
    key: `booking:${id}`,
    schoolId,
    userSchoolId,
    usedOn,
    schoolYear: schoolYearOf(usedOn),
  }
}

async function tellMissed(ctx: Context, { districtId, id, venue, fromAt, untilAt, accountId }: ArrivalRow) {
  if (accountId === null) return
  await notify(ctx, {
    ...{ kind: 'bookings.missed', key: id, districtId },
    title: `${venue}的预约没有人签到，场地已让出`,
    text: `${spanInWords(fromAt, untilAt)}。人确实来过的，请场馆在 7 天内补登记。`,
    ...{ to: '/m/', accountIds: [accountId] },
  })
}

/** What is due in a district by now: bookings to which nobody came, and those that were used to their end. */
export async function settleDue(ctx: Context, districtIds: readonly number[]): Promise<number> {
  return ctx.asOwner(async (db) => {
    const inside: Context = { ...ctx, db, asOwner: (work) => work(db) }
    const due = await listDue(db, districtIds, ctx.now)
    for (const { districtId, id } of due) {
      await holdBooking(db, { districtId, id })
      const booking = await findArrival(db, [districtId], id)
      const became = booking && whatBecame(booking, booking.checkIn !== null, ctx.now)
      if (became) await become(inside, booking, became)
    }
    return due.length
  })
}

export const settleAllDue = async (ctx: Context): Promise<void> =>
  void (await settleDue(ctx, await listDistrictIds(ctx.db)))

interface Due {
  districtId: number
}

/** Looks after what is due in a district at a moment that was foreseen. */
export const dueBookings: JobKind<Due> = {
  name: 'bookings.due',
  title: '到时未签到的预约让出，用完的计入场馆共享',
  tries: 5,
  run: (system: System, { payload: { districtId } }) => system.inContext((ctx) => settleDue(ctx, [districtId])),
}

/** A booking that now stands, or was moved: when nobody has come by then, its time is given back. */
export const watchArrival = (ctx: Context, booking: Watched): Promise<unknown> =>
  watch(ctx, booking, releasedAt(booking))

/** Somebody came: at its end it counts. */
export const watchEnd = (ctx: Context, booking: Watched): Promise<unknown> => watch(ctx, booking, booking.untilAt)

type Watched = Pick<ArrivalRow, 'districtId' | 'id' | 'status' | 'fromAt' | 'untilAt' | 'releaseMinutes'>

const watch = (ctx: Context, { districtId, id }: Watched, dueAt: Date) =>
  ctx.enqueue({ kind: dueBookings.name, districtId, payload: { districtId }, key: `${id}:${dueAt.getTime()}`, dueAt })
