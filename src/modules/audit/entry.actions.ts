import type { Reply } from '#shared/endpoint.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { deleteAuditBefore } from '#platform/record.ts'
import { accountVerbs } from '#modules/identity/index.ts'
import { listCities, listDistrictIds, listMembers, listStandings, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { entryAccess } from './entry.access.ts'
import type { EntryFilter, entryApi } from './entry.contract.ts'
import { isLook, looks, placeFrom, placeOf, summaryOf, type Place } from './entry.rules.ts'
import { listEntries, type Entry, type Scope } from './entry.sql.ts'

type Line = Reply<typeof entryApi.list>['entries'][number]

/** What changed lately in a unit, newest first; `after` is a former page's `next`. */
export async function recentChanges(
  ctx: Context,
  unit: UnitSubject,
  { after, limit, ...filter }: EntryFilter & { after?: string | undefined; limit: number },
): Promise<Reply<typeof entryApi.list>> {
  const found = await findEntries(ctx, unit, { filter, before: pageAfter(after), limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { entries: await withUnits(ctx, page), next: found.length > limit && last ? placeOf(last) : null }
}

/** The lines of a whole search, for taking out of the house. */
export const allChanges = async (
  ctx: Context,
  unit: UnitSubject,
  { filter, limit }: { filter: EntryFilter; limit: number },
): Promise<Line[]> => withUnits(ctx, await findEntries(ctx, unit, { filter, before: undefined, limit }))

async function findEntries(
  ctx: Context,
  unit: UnitSubject,
  { filter, before, limit }: { filter: EntryFilter; before: Place | undefined; limit: number },
): Promise<Entry[]> {
  const scope = await scopeOf(ctx, unit)
  const without = isLook(filter.kind) ? [] : looks.map(({ verb }) => verb)
  const query = { scope, filter, without, before, limit }
  // Who keeps the accounts reads of a district what was done to accounts, which the wall knows nothing of.
  return 'verbs' in scope ? ctx.asOwner((db) => listEntries(db, query)) : listEntries(ctx.db, query)
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
  if (kind === 'city') return scopeOfCity(ctx, unit)
  const members = await listMembers(ctx.db, id, [schoolYearOf(ctx.today)])
  const schools = members.map((member) => ({ districtId: member.districtId, unitId: member.schoolId }))
  return { units: [{ districtId, unitId: id }, ...schools.filter(({ unitId }) => unitId !== id)] }
}

async function scopeOfCity({ db, actor, today }: Context, city: UnitSubject): Promise<Scope> {
  const [standing] = await listStandings(db, [city.id], today)
  const below = [city.id, ...(standing?.districtIds ?? [])]
  const platform = entryAccess.readOfPlatform(actor, city) ? [0] : []
  if (entryAccess.readOfPlace(actor, city)) return { districtIds: [...platform, ...below] }
  return { districtIds: [...platform, ...below], verbs: accountVerbs }
}

async function withUnits(ctx: Context, entries: readonly Entry[]): Promise<Line[]> {
  const ids = [...new Set(entries.flatMap(({ unitId }) => unitId ?? []))]
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  return entries.map(({ facts, at, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    unitName: (entry.unitId !== null && names.get(entry.unitId)) || '',
    summary: summaryOf(facts),
  }))
}

/** The districts under which lines may stand: the platform itself, the cities and their districts. */
export async function districtsOnRecord({ db }: Pick<Context, 'db'>): Promise<number[]> {
  const cities = await listCities(db)
  return [0, ...cities.map(({ id }) => id), ...(await listDistrictIds(db))]
}

/** Clears away entries that have been kept for as long as the configuration says. */
export async function clearEntries(ctx: Context): Promise<void> {
  const { db, now, config } = ctx
  await deleteAuditBefore(db, await districtsOnRecord(ctx), new Date(now.getTime() - config.auditDays * 86_400_000))
}
