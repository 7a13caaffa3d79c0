import type { Db } from '#platform/database/database.ts'
import { grouped } from '#shared/group.ts'
import { paintMembership, type MemberRole, type Membership } from './membership.rules.ts'
import { listKeptYears, listMemberships, listRoster, listRosterYears, type RosterEntry } from './membership.sql.ts'

/** What the ledger of a year says of a school; null: it leaves the school out. */
export interface Said {
  id: number
  districtId: number
  role: MemberRole | null
}

export interface Painted {
  id: number
  before: Membership[]
  after: Membership[]
}

/** Of what a year's ledger says of schools, that which no ledger of the year said before. */
export async function newsOf<S extends Said>(
  db: Db,
  clusterId: number,
  schoolYear: number,
  said: readonly S[],
): Promise<S[]> {
  const ids = said.map(({ id }) => id)
  const roster = grouped(await listRoster(db, clusterId, ids), ({ schoolId }) => schoolId)
  return said.filter(({ id, role }) => !says(roster.get(id), schoolYear, role))
}

const says = (entries: readonly RosterEntry[] | undefined, schoolYear: number, role: MemberRole | null) =>
  entries?.some((entry) => entry.schoolYear === schoolYear && entry.role === role) ?? false

/** What the memberships would be as the year says; schools of which a person said it keep what they have. */
export async function painted(
  db: Db,
  clusterId: number,
  schoolYear: number,
  said: readonly Pick<Said, 'id' | 'role'>[],
): Promise<Painted[]> {
  const all = said.map(({ id }) => id)
  const kept = grouped(await listKeptYears(db, clusterId, all), ({ schoolId }) => schoolId)
  const keptOf = (id: number) => (kept.get(id) ?? []).map((one) => one.schoolYear)
  const years = await listRosterYears(db, clusterId)
  const standing = grouped(await listMemberships(db, clusterId, all), ({ schoolId }) => schoolId)
  return said
    .filter(({ id }) => !keptOf(id).includes(schoolYear))
    .map(({ id, role }) => {
      const before = standing.get(id) ?? []
      return { id, before, after: paintMembership(before, { schoolYear, role }, [...years, ...keptOf(id)]) }
    })
}
