import type { Context } from '#platform/context.ts'
import { findFile, type KeptFile } from '#modules/files/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listMembersOn, listUnits, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findTeacher, type KnownTeacher } from '#modules/teaching-research/index.ts'
import { listMembers, type MemberRow } from './member.sql.ts'
import { listMilestones, type MilestoneRow } from './milestone.sql.ts'
import type { ProjectPlace } from './project.access.ts'
import { findProject, lockProject, type ProjectRow } from './project.sql.ts'
import { projectsProblems } from './problems.ts'

/** A project with those who work on it and its steps, and what the reader is in it. */
export type ProjectSubject = ProjectPlace & { row: ProjectRow; members: MemberRow[]; steps: MilestoneRow[] }

export async function loadProject(ctx: Context, projectId: string): Promise<ProjectSubject | undefined> {
  const row = await findProject(ctx.db, await listDistrictIds(ctx.db), projectId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  if (!row || !unit) return undefined
  const me = await findOwnTeacher(ctx)
  const isMe = (districtId: number, teacherId: string) => me?.districtId === districtId && me.teacherId === teacherId
  const members = await listMembers(ctx.db, row)
  const isMember = members.some(({ until, districtId, teacherId }) => until === null && isMe(districtId, teacherId))
  const own = isMe(row.headDistrictId, row.headId) ? 'head' : isMember ? 'member' : null
  return { row, unit, members, own, schoolId: row.schoolId, steps: await listMilestones(ctx.db, row.districtId, [row.id]) } // prettier-ignore
}

/** The project as it stands now, for whoever writes to it; what has ended is not written to. */
export async function projectAgain(ctx: Context, { row }: ProjectSubject): Promise<ProjectSubject> {
  await lockProject(ctx.db, row)
  const now = await loadProject(ctx, row.id)
  if (!now || now.row.endedOn !== null) throw projectsProblems.ended()
  return now
}

export type MilestoneSubject = ProjectSubject & { step: MilestoneRow }

export async function loadMilestone(
  ctx: Context,
  projectId: string,
  id: string,
): Promise<MilestoneSubject | undefined> {
  const subject = await loadProject(ctx, projectId)
  const step = subject?.steps.find((one) => one.id === id)
  return subject && step && { ...subject, step }
}

export type ProofSubject = MilestoneSubject & { file: KeptFile }

export async function loadProof(ctx: Context, projectId: string, id: string): Promise<ProofSubject | undefined> {
  const subject = await loadMilestone(ctx, projectId, id)
  const fileId = subject?.step.fileId
  const file = subject && fileId ? await findFile(ctx.db, subject.row.districtId, fileId) : undefined
  return file && subject && { ...subject, file }
}

/** The teacher who the one who asks is, by the latest register. */
export async function ownTeacher(ctx: Context): Promise<KnownTeacher | undefined> {
  const own = await findOwnTeacher(ctx)
  return own && ctx.asOwner((db) => findTeacher(db, own))
}

/** The schools that are members of a cluster today. */
export const schoolsNow = async (ctx: Context, unit: { id: number }): Promise<UnitSubject[]> =>
  listUnits(ctx.db, await listMembersOn(ctx.db, unit.id, ctx.today), ctx.today)
