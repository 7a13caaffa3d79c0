import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { badField } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { teacherCalled } from '#modules/teaching-research/index.ts'
import { memberRows, membersCalled } from './member.actions.ts'
import { insertMembers } from './member.sql.ts'
import { insertMilestones } from './milestone.sql.ts'
import { headsSchool, keepsProjects, registersProjects } from './project.access.ts'
import type { NewProject, projectApi, ProjectFields } from './project.contract.ts'
import { ownTeacher, projectAgain, schoolsNow, type ProjectSubject } from './project.load.ts'
import { usualSteps, whyNotEnd } from './project.rules.ts'
import { insertProject, updateProject, type ProjectRow, type ProjectWritten } from './project.sql.ts'
import { projectsProblems } from './problems.ts'

/** Who heads a project, and the school at which they work. */
interface Head {
  districtId: number
  teacherId: string
  schoolId: number
}

/** By the office for anybody, by the leadership of a school for its teachers, by a teacher as the head themselves. */
export async function addProject(ctx: Context, unit: UnitSubject, fields: NewProject): Promise<string> {
  const schools = await schoolsNow(ctx, unit)
  const me = await ownTeacher(ctx)
  // Before anybody is looked for: whoever registers nothing does not learn who works here either.
  if (!registersProjects(ctx.actor, unit, { schools, ownSchool: me?.schoolId })) throw projectsProblems.notYours()
  const head = await teacherCalled(ctx, schools, fields.head)
  await refuseStranger(ctx, unit, head)
  const members = await membersCalled(ctx, unit, fields.members, head.teacherId)
  const key = { districtId: unit.districtId, id: ctx.newId() }
  await insertProject(ctx.db, { ...key, clusterId: unit.id, ...writtenOf(ctx, fields, head) })
  await insertMembers(ctx.db, key, memberRows(ctx, members, fields.from))
  const steps = usualSteps(fields).map((step) => ({ ...step, id: ctx.newId(), setAt: ctx.now }))
  await insertMilestones(ctx.db, key, steps)
  ctx.note({
    districtId: unit.districtId,
    unitId: unit.id,
    subjectId: key.id,
    change: fields.title,
    after: told(fields),
  })
  return key.id
}

const told = ({ title, level, number, from, until }: ProjectFields | ProjectRow) => ({ title, level, number, from, until }) // prettier-ignore

async function refuseStranger(ctx: Context, unit: UnitSubject, head: Head): Promise<void> {
  if (keepsProjects(ctx.actor, unit) || headsSchool(ctx.actor, head.schoolId)) return
  const me = await ownTeacher(ctx)
  if (me?.teacherId !== head.teacherId || me.districtId !== head.districtId) throw projectsProblems.notYours()
}

function writtenOf(ctx: Context, fields: ProjectFields, head: Head): ProjectWritten {
  const { title, level, number, about, from, until } = fields
  if (until < from) throw badField('until', '结束日期早于开始日期，请核对')
  const who = { headDistrictId: head.districtId, headId: head.teacherId, schoolId: head.schoolId }
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  return { title, pinyin: spellTitle(title).pinyin, level, number, about, ...who, fromDay: from, untilDay: until, ...changed } // prettier-ignore
}

export async function changeProject(ctx: Context, subject: ProjectSubject, fields: ProjectFields): Promise<void> {
  const now = await projectAgain(ctx, subject)
  const { row, unit } = now
  await updateProject(ctx.db, row, writtenOf(ctx, fields, await headOf(ctx, now, fields.head)))
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: fields.title, before: told(row), after: told(fields) }) // prettier-ignore
}

/** Who is head stays so, though they may have left for a school outside the cluster; another is no member at the same time. */
async function headOf(ctx: Context, { row, unit, members }: ProjectSubject, call: string): Promise<Head> {
  const { headDistrictId: districtId, headId: teacherId, schoolId } = row
  if (call === row.headName) return { districtId, teacherId, schoolId }
  const head = await teacherCalled(ctx, await schoolsNow(ctx, unit), call)
  if (head.teacherId === teacherId) return head
  await refuseStranger(ctx, unit, head)
  if (members.some((one) => one.until === null && one.teacherId === head.teacherId))
    throw projectsProblems.memberAlready({ name: head.name })
  return head
}

export async function endProject(
  ctx: Context,
  subject: ProjectSubject,
  { as, on, why }: Input<typeof projectApi.end>['body'],
): Promise<void> {
  const { row, unit, steps } = await projectAgain(ctx, subject)
  refuse(whyNotEnd(as, steps))
  if (on > ctx.today) throw badField('on', '日期还没到，请核对')
  if (as === '结题' && on < row.from) throw badField('on', '早于课题开始的日期，请核对')
  if (as === '终止' && why === '') throw badField('why', '请写一句为什么终止')
  await updateProject(ctx.db, row, { closedOn: on, closedAs: as, closedWhy: why })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, as, on, why })
}
