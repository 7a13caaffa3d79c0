import { randomBytes } from 'node:crypto'
import { dayOf } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import { codeOf } from '#shared/paper-code.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { noteOf } from './course.actions.ts'
import type { courseApi } from './course.contract.ts'
import { planOf, type CourseSubject } from './course.load.ts'
import { earnedBy } from './course.reply.ts'
import { whyNotFinish } from './course.rules.ts'
import { listSessions, type CourseRow } from './course.sql.ts'
import { insertCredits } from './credit.sql.ts'
import { recount } from './counter.actions.ts'
import { insertDeclaration } from './declaration.sql.ts'
import { listParticipants } from './enrolment.sql.ts'
import { trainingProblems } from './problems.ts'

/** Who earned how much by a course, by the plan in force on its last day. */
export async function earners(ctx: Context, row: CourseRow) {
  const plan = planOf(ctx, row.districtId, dayOf(row.endsAt))
  if (!plan) throw trainingProblems.noPlan()
  const sessions = await listSessions(ctx.db, row)
  const people = await listParticipants(ctx.db, row)
  return people
    .map((one) => ({ ...one, hundredths: earnedBy({ row, sessions, plan }, one.attended) }))
    .filter(({ hundredths }) => hundredths > 0)
}

/** Writes the credits of a course under a tier: each teacher has them once. Returns how many are new. */
export async function giveCredits(ctx: Context, row: CourseRow, tier: string, evidence: string): Promise<number> {
  const { districtId, id: courseId, title, field } = row
  const found = await earners(ctx, row)
  const common = { districtId, courseId, title, field, tier, evidence, earnedOn: dayOf(row.endsAt) }
  const fresh = found.map(({ teacherId, schoolId, hundredths }) => ({
    ...common,
    ...{ teacherId, schoolId, hundredths, id: ctx.newId(), code: codeOf(randomBytes(12)) },
    ...{ notedAt: ctx.now, notedBy: ctx.actor.name },
  }))
  const teacherIds = await insertCredits(ctx.db, fresh)
  await recount(ctx, districtId, teacherIds)
  await tellEarners(ctx, row, teacherIds)
  return teacherIds.length
}

/** Who has new credits hears of it where the others are told. */
async function tellEarners(ctx: Context, { districtId, id, title }: CourseRow, teacherIds: readonly string[]) {
  if (teacherIds.length === 0) return
  const accounts = await ctx.asOwner((db) => listAccountsOfTeachers(db, districtId, teacherIds))
  await notify(ctx, {
    kind: 'training.credited',
    key: id,
    districtId,
    title: `《${title}》的学分已经记入`,
    text: '还缺哪些学分、哪门课能补上，在“我的学分”里看。',
    to: '/account/training',
    accountIds: accounts.map(({ accountId }) => accountId),
  })
}

/** A cluster declares what is over; a school and a district recognise their own courses themselves. */
export async function finishCourse(ctx: Context, { row }: CourseSubject): Promise<Reply<typeof courseApi.finish>> {
  refuse(whyNotFinish(row, ctx.now))
  const { districtId, id: courseId, hours } = row
  const people = (await earners(ctx, row)).length
  if (people === 0) throw trainingProblems.nobodyEarned()
  ctx.note({ ...noteOf({ row }), people })
  if (row.tier !== '学区集团')
    return { declared: false, people: await giveCredits(ctx, row, row.tier, `${row.unitName}开设`) }
  const said = { declaredAt: ctx.now, declaredBy: ctx.actor.name }
  await insertDeclaration(ctx.db, { districtId, id: ctx.newId(), courseId, hours, people, ...said })
  return { declared: true, people }
}
