import { within } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listMembers, listUnitNames, listYears, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { duplicateApi, Entry, MergeLine } from './duplicate.contract.ts'
import { listEntries, listPairs, type FoundEntry } from './duplicate.sql.ts'
import { insertDistinct, listMerges } from './merge.sql.ts'
import type { TeacherRow } from './teacher.rules.ts'

/** As many pairs as a person looks through at a sitting. */
const SHOWN = 60

/** Entries that may be one person, among the schools whose names the reader sees. */
export async function readDuplicates(ctx: Context, unit: UnitSubject): Promise<Reply<typeof duplicateApi.list>> {
  const schools = await namedSchools(ctx, unit.id)
  const pairs = await listPairs(ctx.db, schools)
  const shown = pairs.slice(0, SHOWN)
  const districtIds = [...new Set(schools.map(({ districtId }) => districtId))]
  const entries = await listEntries(
    ctx.db,
    districtIds,
    shown.flatMap(({ one, other }) => [one, other]),
  )
  const told = new Map((await entriesOf(ctx, entries)).map((entry) => [entry.teacherId, entry]))
  return {
    pairs: shown.map(({ one, other, signs }) => ({
      signs,
      entries: [told.get(one), told.get(other)].filter((entry) => entry !== undefined),
    })),
    total: pairs.length,
    merges: await mergesOf(ctx, schools),
  }
}

/** How many pairs wait in a unit. */
export async function countDuplicates(ctx: Context, unitId: number): Promise<number> {
  return (await listPairs(ctx.db, await namedSchools(ctx, unitId))).length
}

async function namedSchools({ db, actor }: Context, unitId: number): Promise<Member[]> {
  const members = await listMembers(db, unitId, await listYears(db, unitId))
  const seen = new Set<number>()
  return members.filter(
    (member) => within(actor.names, member) && !seen.has(member.schoolId) && seen.add(member.schoolId),
  )
}

async function entriesOf({ db }: Context, found: readonly FoundEntry[]): Promise<Entry[]> {
  const units = await listUnitNames(db, [...new Set(found.map(({ schoolId }) => schoolId))])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return found.map(({ districtId: _, ...entry }) => ({
    ...entry,
    schoolName: names.get(entry.schoolId) ?? '',
    years: [...entry.years].sort((a, b) => a - b),
  }))
}

async function mergesOf({ db }: Context, schools: readonly Member[]): Promise<MergeLine[]> {
  const merges = await listMerges(db, schools)
  const units = await listUnitNames(
    db,
    merges.map(({ goneSchoolId }) => goneSchoolId),
  )
  const kept = await listEntries(
    db,
    merges.map(({ districtId }) => districtId),
    merges.map(({ keptTeacherId }) => keptTeacherId),
  )
  return merges.map((merge) => ({
    id: merge.id,
    keptTeacherId: merge.keptTeacherId,
    keptName: kept.find(({ teacherId }) => teacherId === merge.keptTeacherId)?.name ?? '',
    goneName: merge.goneName,
    goneSchoolName: units.find(({ id }) => id === merge.goneSchoolId)?.name ?? '',
    mergedAt: merge.mergedAt.toISOString(),
    mergedBy: merge.mergedBy,
  }))
}

/** Remembers that two entries are two persons. */
export async function tellApart(
  ctx: Context,
  { kept, gone }: { kept: readonly TeacherRow[]; gone: readonly TeacherRow[] },
): Promise<Record<string, never>> {
  const [one, other] = [kept.at(-1)!, gone.at(-1)!].sort((a, b) => (a.teacherId < b.teacherId ? -1 : 1)) as [
    TeacherRow,
    TeacherRow,
  ]
  await insertDistinct(ctx.db, {
    districtId: one.districtId,
    oneTeacherId: one.teacherId,
    otherTeacherId: other.teacherId,
    oneSchoolId: one.schoolId,
    otherSchoolId: other.schoolId,
    saidAt: ctx.now,
    saidBy: ctx.actor.name,
  })
  ctx.note({ districtId: one.districtId, unitId: one.schoolId, subjectId: one.teacherId, other: other.teacherId })
  return {}
}
