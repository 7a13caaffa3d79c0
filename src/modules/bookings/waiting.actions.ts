import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Request } from './booking.contract.ts'
import { timeBetween } from './booking.rules.ts'
import { listHeldFor } from './booking.actions.ts'
import { districtsOf, refuseGuest, userOf } from './party.actions.ts'
import { bookingProblems } from './problems.ts'
import { readGround, readInTheWay } from './ground.actions.ts'
import { wishesOf, type Wish } from './take.actions.ts'
import type { Waiting } from './waiting.contract.ts'
import {
  findWaiting,
  insertWaiting,
  listWaitingOf,
  updateExpired,
  updateWaiting,
  type WaitingRow,
} from './waiting.sql.ts'

/** Stands in the line for a time of a venue that somebody else has; what is free or closed then is no line. */
export async function joinLine(ctx: Context, unit: UnitSubject, request: Request): Promise<Waiting> {
  const wishes = wishesOf(ctx, request)
  const [wish] = wishes
  if (!wish || wishes.length > 1) throw bookingProblems.notToWait({ words: '候补一次只能排一个场馆的一个时间。' })
  const districtIds = await districtsOf(ctx, unit)
  const ground = await readGround(ctx, unit, districtIds, wishes)
  const { venues } = ground
  const { userSchoolId, guest } = userOf(ctx, unit, ground.members, request)
  if (guest) refuseGuest(ctx, unit, venues)
  const inTheWay = await readInTheWay(ctx, unit, ground, { userSchoolId, headCount: request.headCount }, wishes)
  if (inTheWay.length > 0) throw bookingProblems.notToBeHad({ inTheWay })
  const venue = venues.get(wish.venueId)!
  if ((await listHeldFor(ctx, districtIds, wishes, venues)).length === 0)
    throw bookingProblems.notToWait({ words: '这个时间现在空着，可以直接预约。' })
  if (await waitsAlready(ctx, districtIds, wish))
    throw bookingProblems.notToWait({ words: '您已经在排这个时间的候补。' })
  const { districtId, schoolId } = venue
  const { purpose, headCount, classes, phone } = request
  const id = ctx.newId()
  const whose = { accountId: ctx.actor.id, bookedBy: ctx.actor.name, userSchoolId, guest }
  const what = {
    purpose,
    headCount,
    classes,
    phone,
    equipment: wish.equipment,
    fromAt: wish.fromAt,
    untilAt: wish.untilAt,
  }
  await insertWaiting(
    ctx.db,
    { districtId, id, clusterId: unit.id, venueId: venue.id, schoolId, ...whose, ...what },
    ctx.now,
  )
  ctx.note({ districtId, unitId: unit.id, subjectId: id, venue: venue.name })
  // As the owner: how many stand before is counted over all schools.
  return told((await ctx.asOwner((db) => findWaiting(db, [districtId], id)))!)
}

/** Nobody stands twice in a line: for a time that meets one for which the person waits there. */
async function waitsAlready(ctx: Context, districtIds: readonly number[], wish: Wish): Promise<boolean> {
  const waiting = await ctx.asOwner((db) => listWaitingOf(db, districtIds, ctx.actor.id, ctx.now))
  return waiting.some(
    ({ venueId, status, fromAt, untilAt }) =>
      status === '候补' && venueId === wish.venueId && fromAt < wish.untilAt && wish.fromAt < untilAt,
  )
}

const told = ({
  id,
  venueId,
  venue,
  provider,
  fromAt,
  untilAt,
  guest,
  purpose,
  headCount,
  status,
  before,
  bookingId,
}: WaitingRow): Waiting => ({
  ...{ id, venueId, venue, provider, guest, purpose, headCount, status, before, bookingId },
  ...timeBetween(fromAt, untilAt),
})

export async function readMyWaiting(ctx: Context): Promise<{ waiting: Waiting[] }> {
  const districtIds = await listDistrictIds(ctx.db)
  const rows = await ctx.asOwner((db) => listWaitingOf(db, districtIds, ctx.actor.id, ctx.now))
  return { waiting: rows.map(told) }
}

export const loadWaiting = async (ctx: Context, id: string): Promise<WaitingRow | undefined> =>
  findWaiting(ctx.db, await listDistrictIds(ctx.db), id)

export async function leaveLine(ctx: Context, row: WaitingRow): Promise<Record<string, never>> {
  const { districtId, id, clusterId, venue } = row
  if (!(await updateWaiting(ctx.db, row, { status: '已退出', bookingId: null })))
    throw bookingProblems.notToWait({ words: '这次候补已经结束，不用退出。' })
  ctx.note({ districtId, unitId: clusterId, subjectId: id, venue })
  return {}
}

export const expireWaiting = (ctx: Context): Promise<void> => updateExpired(ctx.db, ctx.now)
