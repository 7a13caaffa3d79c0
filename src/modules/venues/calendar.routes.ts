import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { keepsCalendar } from './calendar.access.ts'
import { dropSpecialDay, dropTerm, keepSpecialDay, keepTerm, readCalendar } from './calendar.actions.ts'
import { calendarApi } from './calendar.contract.ts'

export function calendarRoutes(host: Host): void {
  const load = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
  const keep = { load, may: keepsCalendar }
  route(host, calendarApi.read, {
    load,
    may: unitAccess.readSchools,
    run: (ctx, { subject, query }) => readCalendar(ctx, subject, query.month),
  })
  route(host, calendarApi.saveTerm, { ...keep, run: (ctx, { subject, body }) => keepTerm(ctx, subject, body) })
  route(host, calendarApi.dropTerm, { ...keep, run: (ctx, { subject, body }) => dropTerm(ctx, subject, body) })
  route(host, calendarApi.saveDay, { ...keep, run: (ctx, { subject, body }) => keepSpecialDay(ctx, subject, body) })
  route(host, calendarApi.dropDay, { ...keep, run: (ctx, { subject, body }) => dropSpecialDay(ctx, subject, body.day) })
}
