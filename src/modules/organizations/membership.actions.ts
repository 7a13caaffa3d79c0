import type { Db } from '#platform/database/database.ts'
import { grouped } from '#shared/group.ts'
import { stageScope } from './cluster.rules.ts'
import { paintMembership, type MemberRole } from './membership.rules.ts'
import {
  deleteMemberships,
  insertMemberships,
  listKeptYears,
  listMemberships,
  listRoster,
  listRosterYears,
  saveRoster,
  type RosterEntry,
} from './membership.sql.ts'
import { listMemberKinds } from './school.sql.ts'
import { updateStageScope } from './unit.sql.ts'

/** Writes down what this year says of the schools' roles and paints the memberships where that is news. */
export async function takeRoles(
  db: Db,
  clusterId: number,
  schoolYear: number,
  schools: readonly { id: number; role: MemberRole }[],
): Promise<void> {
  const ids = schools.map(({ id }) => id)
  const roster = grouped(await listRoster(db, clusterId, ids), ({ schoolId }) => schoolId)
  const news = schools.filter(({ id, role }) => !says(roster.get(id), schoolYear, role))
  if (news.length > 0) {
    await saveRoster(
      db,
      clusterId,
      news.map(({ id, role }) => ({ schoolId: id, schoolYear, role })),
    )
    await paint(db, clusterId, schoolYear, news)
  }
  await updateStageScope(db, clusterId, stageScope(await listMemberKinds(db, clusterId)))
}

/**
 * Ends the membership of schools that the 学校 sheet of a school year leaves out, until the next year of which a ledger
 * speaks. A school that another file named for that year stays. Returns the ids of those that left.
 */
export async function endMemberships(
  db: Db,
  clusterId: number,
  schoolYear: number,
  schoolIds: readonly number[],
): Promise<number[]> {
  const roster = await listRoster(db, clusterId, schoolIds)
  const named = new Set(roster.filter((entry) => entry.schoolYear === schoolYear).map(({ schoolId }) => schoolId))
  const gone = schoolIds.filter((id) => !named.has(id))
  if (gone.length === 0) return []
  await paint(
    db,
    clusterId,
    schoolYear,
    gone.map((id) => ({ id, role: null })),
  )
  await updateStageScope(db, clusterId, stageScope(await listMemberKinds(db, clusterId)))
  return gone
}

const says = (entries: readonly RosterEntry[] | undefined, schoolYear: number, role: MemberRole) =>
  entries?.some((entry) => entry.schoolYear === schoolYear && entry.role === role) ?? false

/** Paints what a year said, but for schools of which a person said it: those keep what they have. */
async function paint(
  db: Db,
  clusterId: number,
  schoolYear: number,
  said: readonly { id: number; role: MemberRole | null }[],
): Promise<void> {
  const all = said.map(({ id }) => id)
  const kept = grouped(await listKeptYears(db, clusterId, all), ({ schoolId }) => schoolId)
  const keptOf = (id: number) => (kept.get(id) ?? []).map((one) => one.schoolYear)
  const open = said.filter(({ id }) => !keptOf(id).includes(schoolYear))
  const ids = open.map(({ id }) => id)
  const years = await listRosterYears(db, clusterId)
  const before = grouped(await listMemberships(db, clusterId, ids), ({ schoolId }) => schoolId)
  const painted = open.flatMap(({ id, role }) =>
    paintMembership(before.get(id) ?? [], { schoolYear, role }, [...years, ...keptOf(id)]).map((part) => ({
      ...part,
      schoolId: id,
    })),
  )
  await deleteMemberships(db, clusterId, ids)
  await insertMemberships(db, clusterId, painted)
}
