import { dayAfter } from '#shared/day.ts'
import { grouped } from '#shared/group.ts'
import { firstDay, lastDay, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { listTeachersAt } from '#modules/cover/index.ts'
import { findHomeCluster, findUnit, listMembersOn } from '#modules/organizations/index.ts'
import { beginStudio } from './begin.actions.ts'
import { insertMembers } from './member.sql.ts'
import { insertTask, markDone } from './task.sql.ts'

const MEMBERS = 3

/**
 * A studio of the sample in its second year: its host and members are teachers of the register, of several schools. Neither
 * year has a register: no figure begins with it.
 */
export async function insertSampleStudio(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const { districtId } = cluster
  const year = schoolYearOf(ctx.today)
  const teachers = await listTeachersAt(ctx.db, districtId, await listMembersOn(ctx.db, cluster.id, ctx.today), year)
  const fit = teachers.filter(({ stage, subject }) => stage === '小学' && subject === '数学')
  const [host, ...members] = [...grouped(fit, ({ schoolId }) => schoolId).values()].map((own) => own.at(-1)!)
  if (!host || members.length < MEMBERS) return
  const from = firstDay(year - 1)
  const kind = { line: '名师工作室' as const, kind: '学区工作室' as const, field: '小学数学' }
  const about = { name: '小学数学教学工作室', about: '每月一次研修，每学期面向学区上一节示范课。' }
  const { schoolId, teacherId: hostId, name: hostName } = host
  const place = { hostDistrictId: districtId, hostId, hostName, schoolDistrictId: districtId, schoolId }
  const id = await beginStudio(ctx, cluster, { ...kind, ...about, schoolId, from, until: lastDay(year + 1) }, place)
  const key = { districtId, id }
  const joined = members.slice(0, MEMBERS).map(({ teacherId, schoolId: at }) => ({ id: ctx.newId(), teacherDistrictId: districtId, teacherId, schoolId: at, fromDay: from })) // prettier-ignore
  await insertMembers(ctx.db, key, joined)
  await insertYear(ctx, key, year)
}

/** What it means to do in the year: one thing is done, the other is to come. */
async function insertYear(ctx: Context, key: { districtId: number; id: string }, schoolYear: number): Promise<void> {
  const [done, ahead] = [ctx.newId(), ctx.newId()]
  const [dueOn = ''] = [dayAfter(ctx.today, 60), lastDay(schoolYear)].sort()
  const [doneOn = ''] = [dayAfter(firstDay(schoolYear), 19), ctx.today].sort()
  await insertTask(ctx.db, key, { id: done, schoolYear, what: '定好本学年的研修计划', dueOn: dayAfter(firstDay(schoolYear), 29) }) // prettier-ignore
  await insertTask(ctx.db, key, { id: ahead, schoolYear, what: '面向学区上一节示范课', dueOn })
  const proof = { proofKind: '说明' as const, proofTitle: '计划已发给各位成员', proofAddress: null, fileId: null }
  await markDone(ctx.db, key, done, { ...proof, doneOn, doneBy: ctx.actor.name })
}
