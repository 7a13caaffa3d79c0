import { momentOf } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField, platformProblems } from '#platform/problems.ts'
import { countClashes } from './clash.actions.ts'
import { noted, type Nothing } from './register.ts'
import type { venueApi } from './venue.contract.ts'
import type { VenueSubject } from './venue.load.ts'
import { deleteClosing, deleteEquipment, insertClosing, listEquipment, saveEquipment } from './venue-part.sql.ts'

/** Repairs, exams: nobody books it meanwhile; how many bookings that stand run into it is told. */
export async function addClosing(
  ctx: Context,
  { venue }: VenueSubject,
  { fromDay, fromTime, untilDay, untilTime, why }: Input<typeof venueApi.addClosing>['body'],
): Promise<Reply<typeof venueApi.addClosing>> {
  const from = momentOf(fromDay, fromTime)
  const until = momentOf(untilDay, untilTime)
  if (until <= from) throw badField('untilDay', '结束时间不晚于开始时间，请核对。')
  if (until <= ctx.now) throw badField('untilDay', '结束时间已经过了，请核对。')
  const id = ctx.newId()
  await insertClosing(ctx.db, { districtId: venue.districtId, id, venueId: venue.id, from, until, why })
  noted(ctx, venue, { from, until, why })
  return { id, clashes: await countClashes(ctx, [venue], from, until) }
}

export async function removeClosing(ctx: Context, { venue }: VenueSubject, closingId: string): Promise<Nothing> {
  if (!(await deleteClosing(ctx.db, venue, closingId))) throw platformProblems.notFound()
  noted(ctx, venue, { removed: closingId })
  return {}
}

/** The whole list at once. What is promised to bookings stays: see bookings, which refuses a stock below it. */
export async function keepEquipment(
  ctx: Context,
  { venue }: VenueSubject,
  { equipment }: Input<typeof venueApi.saveEquipment>['body'],
): Promise<Nothing> {
  const before = await listEquipment(ctx.db, venue)
  const twin = equipment.find((one, at) => equipment.findIndex(({ name }) => name === one.name) !== at)
  if (twin) throw badField('equipment', `“${twin.name}”写了两行，请合成一行。`)
  const known = new Map(before.map((one) => [one.id, one]))
  const kept = equipment.map((one) => ({
    ...one,
    unit: one.unit || '件',
    id: known.get(one.id ?? '')?.id ?? ctx.newId(),
    shared: one.shared ?? known.get(one.id ?? '')?.shared ?? false,
  }))
  const gone = before.filter(({ id }) => kept.every((one) => one.id !== id))
  await tellStocks(ctx, venue.districtId, [...kept, ...gone.map(({ id }) => ({ id, stock: 0 }))])
  await deleteEquipment(ctx.db, venue, gone.map(({ id }) => id)) // prettier-ignore
  await saveEquipment(ctx.db, venue, kept)
  noted(ctx, venue, { equipment: kept.map(({ name, stock }) => `${name} ${stock}`) })
  return {}
}

const tellStocks = async (ctx: Context, districtId: number, stocks: readonly { id: string; stock: number }[]) =>
  ctx.venueBookings?.setStock(
    ctx,
    districtId,
    stocks.map(({ id, stock }) => ({ equipmentId: id, stock })),
  )
