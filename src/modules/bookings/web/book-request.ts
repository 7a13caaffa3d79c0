import { z } from 'zod'
import { day, Request } from '../booking.contract.ts'

/** What was chosen, to be booked together or to be waited for. */
export interface Chosen {
  venues: readonly { id: string; name: string }[]
  wait: boolean
}

/** The time that was asked for. */
export interface Asked {
  day: string
  from: string
  until: string
  people: number | undefined
}

/** Something that a venue lends. */
export interface Thing {
  id: string
  name: string
  unit: string
  stock: number
  venueId: string
}

const { guest } = Request.shape

/** `user`: the school's number, or the name of a group from outside. `lent`: how many of what, by its number. */
export const BookFields = Request.pick({ purpose: true, headCount: true, classes: true, phone: true }).extend({
  user: z.union([z.number(), guest]),
  untilDay: day.nullish(),
  lent: z.record(z.string(), z.number().int().min(0).max(9999)).default({}),
})
export type BookFields = z.output<typeof BookFields>

/** What is sent: the venues that were chosen with what is taken along of each; `skip` are days left out of a series. */
export function requestOf(
  { venues }: Chosen,
  { day, from, until }: Asked,
  { untilDay, user, lent, ...fields }: BookFields,
  { things, skip }: { things: readonly Thing[]; skip: string[] },
) {
  const lines = venues.map(({ id: venueId }) => ({
    venueId,
    equipment: things
      .filter((one) => one.venueId === venueId && (lent[one.id] ?? 0) > 0)
      .map(({ id }) => ({ equipmentId: id, quantity: lent[id]! })),
  }))
  return {
    ...{ ...fields, lines, day, from, until },
    ...(typeof user === 'number' ? { userSchoolId: user } : { guest: user }),
    ...(untilDay && { series: { untilDay, everyWeeks: 1 as const, skip } }),
  }
}
