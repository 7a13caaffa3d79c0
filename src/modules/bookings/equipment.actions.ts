import type { Context } from '#platform/context.ts'
import { unlessTooFew } from '#platform/database/savepoint.ts'
import type { Bookable } from '#modules/venues/index.ts'
import type { Lent } from './booking.contract.ts'
import { timeInWords, type Time } from './booking.rules.ts'
import { bookingProblems } from './problems.ts'
import { insertLent, listMostOut, takeStock, type NewLent } from './stock.sql.ts'

interface Taker {
  bookingId: string
  venueId: string
  time: Time
  fromAt: Date
  untilAt: Date
  equipment: readonly Lent[]
}

/** Takes along what bookings ask for of the equipment of their venues, or throws what there is too little of. */
export async function takeEquipment(
  ctx: Context,
  takers: readonly Taker[],
  venues: ReadonlyMap<string, Bookable>,
): Promise<void> {
  const lent = takers.flatMap((taker) => lentBy(taker, venues.get(taker.venueId)!))
  if (lent.length === 0) return
  if (!(await unlessTooFew(ctx.db, () => takeStock(ctx.db, lent)))) throw await whatIsOut(ctx, takers, venues)
  await insertLent(ctx.db, lent)
}

function lentBy({ equipment, bookingId, fromAt, untilAt }: Taker, venue: Bookable): NewLent[] {
  if (equipment.some(({ equipmentId }) => !venue.equipment.some(({ id }) => id === equipmentId)))
    throw bookingProblems.noSuchEquipment()
  return merged(equipment).map((one) => ({ ...one, districtId: venue.districtId, bookingId, fromAt, untilAt }))
}

/** The same thing named twice is wanted as many times. */
function merged(equipment: readonly Lent[]): Lent[] {
  const wanted = new Map<string, number>()
  for (const { equipmentId, quantity } of equipment) wanted.set(equipmentId, (wanted.get(equipmentId) ?? 0) + quantity)
  return [...wanted].map(([equipmentId, quantity]) => ({ equipmentId, quantity }))
}

async function whatIsOut(ctx: Context, takers: readonly Taker[], venues: ReadonlyMap<string, Bookable>) {
  for (const { venueId, fromAt, untilAt, time, equipment } of takers) {
    const venue = venues.get(venueId)!
    const equipmentIds = equipment.map(({ equipmentId }) => equipmentId)
    const out = await listMostOut(ctx.db, { districtId: venue.districtId, equipmentIds, fromAt, untilAt })
    for (const { equipmentId, quantity } of merged(equipment)) {
      const { name, unit, stock } = venue.equipment.find(({ id }) => id === equipmentId)!
      const left = stock - (out.find((one) => one.equipmentId === equipmentId)?.used ?? 0)
      if (left < quantity)
        return bookingProblems.equipmentOut({
          words: `${time.day} ${timeInWords(time)} ${name}只剩 ${left} ${unit}，您要 ${quantity} ${unit}，请减少或换一个时间。`,
        })
    }
  }
  return bookingProblems.equipmentOut({ words: '所要的设备有一种不够，几次加起来超过了数量，请减少。' })
}
