import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { whyLeftOut } from './activity.rules.ts'
import type { EventLine } from './event-line.contract.ts'
import { listEvents, type EventRow } from './event.sql.ts'

/** The activities of a cluster in a school year, of all its unions or of one; the latest first. */
export async function linesOf(
  ctx: Context,
  unit: UnitSubject,
  { year, unionId }: { year: number; unionId?: string },
): Promise<EventLine[]> {
  const rows = await listEvents(ctx.db, { districtId: unit.districtId, clusterId: unit.id }, year)
  return rows.filter((row) => unionId === undefined || row.unionId === unionId).map(lineOf)
}

export const lineOf = (row: EventRow): EventLine => ({
  ...{ id: row.id, unionId: row.unionId, union: row.union, form: row.form, theme: row.theme, status: row.status },
  ...{ fromAt: row.fromAt.toISOString(), untilAt: row.untilAt.toISOString(), place: row.place },
  ...{ hostId: row.schoolId, host: row.host, signs: row.signs, schools: row.schools },
  leftOut: row.status === '已开展' ? whyLeftOut(row) : null,
})
