import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listMembersOn, listUnits, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listMembers, type MemberRow } from './member.sql.ts'
import type { StudioPlace } from './studio.access.ts'
import { findStudio, type StudioRow } from './studio.sql.ts'

/** A studio, its cluster and members, and what the reader is in it. */
export type StudioSubject = StudioPlace & { row: StudioRow; members: MemberRow[] }

export async function loadStudio(ctx: Context, studioId: string): Promise<StudioSubject | undefined> {
  const row = await findStudio(ctx.db, await listDistrictIds(ctx.db), studioId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  return row && unit && subjectOf(ctx, unit, row)
}

export async function subjectOf(ctx: Context, unit: UnitSubject, row: StudioRow): Promise<StudioSubject> {
  const members = await listMembers(ctx.db, row)
  const me = await findOwnTeacher(ctx)
  const isMe = (districtId: number | null, teacherId: string | null) =>
    me !== undefined && me.districtId === districtId && me.teacherId === teacherId
  const now = members.filter(({ until }) => until === null)
  const isMember = now.some((member) => isMe(member.districtId, member.teacherId))
  return {
    ...{ row, unit, members },
    school: { schoolId: row.schoolId, districtId: row.schoolDistrictId },
    memberSchools: now.map(({ schoolId, districtId }) => ({ schoolId, districtId })),
    own: isMe(row.hostDistrictId, row.hostId) ? 'host' : isMember ? 'member' : null,
  }
}

/** The schools that are members of a cluster today. */
export const schoolsNow = async (ctx: Context, unit: { id: number }): Promise<UnitSubject[]> =>
  listUnits(ctx.db, await listMembersOn(ctx.db, unit.id, ctx.today), ctx.today)
