import type { Reply } from '#shared/endpoint.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { deleteAuditBefore } from '#platform/record.ts'
import { listCities, listDistrictIds, listMembers, listStandings, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { entryAccess } from './entry.access.ts'
import type { entryApi } from './entry.contract.ts'
import { placeFrom, placeOf, summaryOf, type Place } from './entry.rules.ts'
import { listEntries, type Entry, type Scope } from './entry.sql.ts'

/** What changed lately in a unit, newest first; `after` is a former page's `next`. */
export async function recentChanges(
  ctx: Context,
  unit: UnitSubject,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Reply<typeof entryApi.list>> {
  const found = await listEntries(ctx.db, await scopeOf(ctx, unit), pageAfter(after), limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { entries: await withUnits(ctx, page), next: found.length > limit && last ? placeOf(last) : null }
}

function pageAfter(after: string | undefined): Place | undefined {
  const place = after === undefined ? undefined : placeFrom(after)
  if (after !== undefined && !place)
    throw platformProblems.badInput({ issues: [{ path: 'after', message: '格式不对' }] })
  return place
}

async function scopeOf(ctx: Context, unit: UnitSubject): Promise<Scope> {
  const { id, kind, districtId } = unit
  if (kind === 'district') return { districtIds: [id] }
  if (kind === 'city') return { districtIds: await districtsOfCity(ctx, unit) }
  const members = await listMembers(ctx.db, id, [schoolYearOf(ctx.today)])
  const schools = members.map((member) => ({ districtId: member.districtId, unitId: member.schoolId }))
  return { units: [{ districtId, unitId: id }, ...schools.filter(({ unitId }) => unitId !== id)] }
}

async function districtsOfCity({ db, actor, today }: Context, city: UnitSubject): Promise<number[]> {
  const [standing] = await listStandings(db, [city.id], today)
  return [
    ...(entryAccess.readOfPlace(actor, city) ? [city.id, ...(standing?.districtIds ?? [])] : []),
    ...(entryAccess.readOfPlatform(actor, city) ? [0] : []),
  ]
}

async function withUnits(ctx: Context, entries: readonly Entry[]): Promise<Reply<typeof entryApi.list>['entries']> {
  const ids = [...new Set(entries.flatMap(({ unitId }) => unitId ?? []))]
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  return entries.map(({ facts, at, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    unitName: (entry.unitId !== null && names.get(entry.unitId)) || '',
    summary: summaryOf(facts),
  }))
}

/** Clears away entries that have been kept for as long as the configuration says. */
export async function clearEntries({ db, now, config }: Context): Promise<void> {
  const cities = await listCities(db)
  const districtIds = [0, ...cities.map(({ id }) => id), ...(await listDistrictIds(db))]
  await deleteAuditBefore(db, districtIds, new Date(now.getTime() - config.auditDays * 86_400_000))
}
