import { dayAfter } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField, platformProblems } from '#platform/problems.ts'
import { callsIn, teachersCalled } from '#modules/teaching-research/index.ts'
import type { memberApi } from './member.contract.ts'
import { endMember, insertMembers } from './member.sql.ts'
import { studiosProblems } from './problems.ts'
import { schoolsNow, type StudioSubject } from './studio.load.ts'
import { lastOf } from './studio.rules.ts'

/** Teachers of the cluster's schools who join a studio. */
export async function addMembers(
  ctx: Context,
  subject: StudioSubject,
  { teachers, from }: Input<typeof memberApi.add>['body'],
): Promise<{ added: number }> {
  const { row, unit, members } = subject
  if (row.endedOn !== null) throw studiosProblems.ended()
  if (from < row.from || from > lastOf(row)) throw badField('from', '应在工作室开始和结束的日期之间，请核对')
  const found = await teachersCalled(ctx, await schoolsNow(ctx, unit), callsIn(teachers))
  const now = members.filter(({ until }) => until === null)
  for (const { teacherId, name } of found) {
    if (teacherId === row.hostId) throw studiosProblems.isHost({ name })
    if (now.some((member) => member.teacherId === teacherId)) throw studiosProblems.memberAlready({ name })
  }
  const once = [...new Map(found.map((teacher) => [teacher.teacherId, teacher])).values()]
  await insertMembers(
    ctx.db,
    row,
    once.map(({ districtId, teacherId, schoolId }) => ({ id: ctx.newId(), teacherDistrictId: districtId, teacherId, schoolId, fromDay: from })), // prettier-ignore
  )
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.name, joined: once.length })
  return { added: once.length }
}

/** The day is the first on which they are no member. */
export async function dropMember(
  ctx: Context,
  { row, unit, members }: StudioSubject,
  memberId: string,
  { on }: Input<typeof memberApi.end>['body'],
): Promise<void> {
  if (!members.some(({ id, until }) => id === memberId && until === null)) throw platformProblems.notFound()
  if (on > ctx.today) throw badField('on', '日期还没到，请核对')
  await endMember(ctx.db, row, memberId, dayAfter(on, -1))
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.name, left: 1, on })
}
