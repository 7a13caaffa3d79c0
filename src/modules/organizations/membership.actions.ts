import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { stageScope } from './cluster.rules.ts'
import { frozenAgainst, type FrozenSchool } from './frozen.actions.ts'
import type { MemberRole } from './membership.rules.ts'
import { deleteMemberships, insertMemberships, listRoster, saveRoster } from './membership.sql.ts'
import { newsOf, painted, type Said } from './painting.actions.ts'
import { listMemberKinds } from './school.sql.ts'
import { updateStageScope } from './unit.sql.ts'

interface Named extends Said {
  role: MemberRole
}

/**
 * Writes down what this year says of the schools' roles and paints the memberships where that is news. A school that is
 * kept out by a frozen list is not written down either: read again once the freeze is lifted, the ledger is news.
 */
export async function takeRoles(
  ctx: Context,
  clusterId: number,
  schoolYear: number,
  schools: readonly Named[],
): Promise<void> {
  const { db } = ctx
  const said = await newsOf(db, clusterId, schoolYear, schools)
  const news = without(said, await frozenAgainst(ctx, clusterId, schoolYear, said))
  if (news.length > 0) {
    const entries = news.map(({ id, role }) => ({ schoolId: id, schoolYear, role }))
    await saveRoster(db, clusterId, entries)
    await paint(db, clusterId, schoolYear, news)
  }
  await updateStageScope(db, clusterId, stageScope(await listMemberKinds(db, clusterId)))
}

/** The schools that a year's ledger names and a frozen list keeps out. */
export async function keptOut(
  ctx: Context,
  clusterId: number,
  schoolYear: number,
  schools: readonly Named[],
): Promise<FrozenSchool[]> {
  return frozenAgainst(ctx, clusterId, schoolYear, await newsOf(ctx.db, clusterId, schoolYear, schools))
}

/**
 * Ends the membership of schools that the 学校 sheet of a school year leaves out, until the next year of which a ledger
 * speaks. A school that another file named for that year stays; so does one whose list is frozen. Returns the ids of those
 * that left, and the schools that a frozen list keeps in.
 */
export async function endMemberships(
  ctx: Context,
  clusterId: number,
  schoolYear: number,
  schools: readonly { id: number; districtId: number }[],
): Promise<{ gone: number[]; frozen: FrozenSchool[] }> {
  const { db } = ctx
  const ids = schools.map(({ id }) => id)
  const roster = await listRoster(db, clusterId, ids)
  const named = new Set(roster.filter((entry) => entry.schoolYear === schoolYear).map(({ schoolId }) => schoolId))
  const silent = schools.filter(({ id }) => !named.has(id)).map((school) => ({ ...school, role: null }))
  const frozen = await frozenAgainst(ctx, clusterId, schoolYear, silent)
  const gone = without(silent, frozen)
  if (gone.length > 0) {
    await paint(db, clusterId, schoolYear, gone)
    await updateStageScope(db, clusterId, stageScope(await listMemberKinds(db, clusterId)))
  }
  return { gone: gone.map(({ id }) => id), frozen }
}

function without<S extends { id: number }>(schools: readonly S[], frozen: readonly FrozenSchool[]): S[] {
  const held = new Set(frozen.map(({ id }) => id))
  return schools.filter(({ id }) => !held.has(id))
}

async function paint(db: Db, clusterId: number, schoolYear: number, said: readonly Said[]): Promise<void> {
  const parts = await painted(db, clusterId, schoolYear, said)
  const ids = parts.map(({ id }) => id)
  await deleteMemberships(db, clusterId, ids)
  await insertMemberships(
    db,
    clusterId,
    parts.flatMap(({ id, after }) => after.map((part) => ({ ...part, schoolId: id }))),
  )
}
