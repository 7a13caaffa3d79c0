import { dayAfter } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField, platformProblems } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { callsIn, teachersCalled, type KnownTeacher } from '#modules/teaching-research/index.ts'
import { deleteUnbegun, endMember, insertMembers, type NewMember } from './member.sql.ts'
import type { projectApi } from './project.contract.ts'
import { projectAgain, schoolsNow, type ProjectSubject } from './project.load.ts'
import { projectsProblems } from './problems.ts'

/** Teachers of the cluster's schools who are meant as members, each once; the head is none. */
export async function membersCalled(
  ctx: Context,
  unit: UnitSubject,
  calls: string,
  headId: string,
): Promise<KnownTeacher[]> {
  const found = await teachersCalled(ctx, await schoolsNow(ctx, unit), callsIn(calls))
  for (const { teacherId, name } of found) if (teacherId === headId) throw projectsProblems.isHead({ name })
  return [...new Map(found.map((teacher) => [teacher.teacherId, teacher])).values()]
}

export const memberRows = (ctx: Context, members: readonly KnownTeacher[], fromDay: string): NewMember[] =>
  members.map(({ districtId, teacherId, schoolId }) => ({ id: ctx.newId(), teacherDistrictId: districtId, teacherId, schoolId, fromDay })) // prettier-ignore

export async function addMembers(
  ctx: Context,
  subject: ProjectSubject,
  { teachers, from }: Input<typeof projectApi.addMembers>['body'],
): Promise<{ added: number }> {
  const { row, unit, members } = await projectAgain(ctx, subject)
  if (from < row.from || from > row.until) throw badField('from', '应在课题开始和结束的日期之间，请核对')
  const called = await membersCalled(ctx, unit, teachers, row.headId)
  const now = members.filter(({ until }) => until === null)
  for (const { teacherId, name } of called)
    if (now.some((member) => member.teacherId === teacherId)) throw projectsProblems.memberAlready({ name })
  await insertMembers(ctx.db, row, memberRows(ctx, called, from))
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, joined: called.length })
  return { added: called.length }
}

/** The day is the first on which they are no member. */
export async function dropMember(
  ctx: Context,
  subject: ProjectSubject,
  memberId: string,
  { on }: Input<typeof projectApi.endMember>['body'],
): Promise<void> {
  const { row, unit, members } = await projectAgain(ctx, subject)
  if (!members.some(({ id, until }) => id === memberId && until === null)) throw platformProblems.notFound()
  if (on > ctx.today) throw badField('on', '日期还没到，请核对')
  const lastDay = dayAfter(on, -1)
  await deleteUnbegun(ctx.db, row, memberId, lastDay)
  await endMember(ctx.db, row, memberId, lastDay)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, left: 1, on })
}
