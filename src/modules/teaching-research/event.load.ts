import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { EventPlace } from './event.access.ts'
import { findEvent, type EventRow } from './event.sql.ts'
import { loadUnion, type UnionSubject } from './union.load.ts'

/** An activity, its union and its cluster. */
export type EventSubject = EventPlace & { event: EventRow; union: UnionSubject['row']; districtId: number }

export async function loadEvent(ctx: Context, eventId: string): Promise<EventSubject | undefined> {
  const event = await findEvent(ctx.db, await listDistrictIds(ctx.db), eventId)
  const subject = event && (await loadUnion(ctx, event.unionId))
  if (!event || !subject) return undefined
  const { row: union, unit, convenes, districtId } = subject
  return { event, union, unit, convenes, districtId, host: { schoolId: event.schoolId, districtId: event.hostDistrictId } } // prettier-ignore
}

/** The same, as it stands after a change in this transaction. */
export async function eventAgain(ctx: Context, subject: EventSubject): Promise<EventSubject> {
  return { ...subject, event: (await findEvent(ctx.db, [subject.districtId], subject.event.id))! }
}
