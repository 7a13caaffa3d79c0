import { dayOf, momentInWords } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { whyLeftOut } from './activity.rules.ts'
import { teacherCalled, teachersCalled } from './called.ts'
import type { eventApi, NewTask } from './event.contract.ts'
import { eventAgain, type EventSubject } from './event.load.ts'
import { spanOf, whyNotTell } from './event.rules.ts'
import { deleteTasks, insertTasks } from './event-parts.sql.ts'
import { deleteInvited, insertEvent, insertInvited, listInvited, lockEvent, updateEvent } from './event.sql.ts'
import { recordHeld, removeHeld } from './held.sql.ts'
import { expectInUnion } from './plan.actions.ts'
import { findPlanLine } from './plan.sql.ts'
import { researchProblems } from './problems.ts'
import { schoolsNow, type UnionSubject } from './union.load.ts'
import { listUnionSchools } from './union.sql.ts'

type Fields = Input<typeof eventApi.change>['body']

/** An activity of a union, from a confirmed line of its plan or beside it; who is invited hears of it. */
export async function addEvent(
  ctx: Context,
  subject: UnionSubject,
  { lineId, ...fields }: Input<typeof eventApi.add>['body'],
): Promise<string> {
  const { row, unit } = subject
  if (lineId) await expectConfirmed(ctx, subject, lineId)
  const key = { districtId: row.districtId, id: ctx.newId() }
  const place = { clusterId: unit.id, unionId: row.id, planLineId: lineId ?? null }
  if (!(await insertEvent(ctx.db, { ...key, ...place, ...(await writtenOf(ctx, subject, fields)) })))
    throw researchProblems.lineArranged()
  const invited = await invitedOf(ctx, subject, fields)
  await insertInvited(ctx.db, key, invited)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: key.id, change: fields.theme, after: told(fields) }) // prettier-ignore
  await tellInvited(ctx, { ...key, union: row.name, ...fields }, [fields.hostId, ...invited])
  return key.id
}

async function expectConfirmed(ctx: Context, { row }: UnionSubject, lineId: string): Promise<void> {
  const line = await findPlanLine(ctx.db, [row.districtId], lineId)
  if (line?.unionId !== row.id) throw researchProblems.lineGone()
  if (line.confirmedOn === null) throw researchProblems.lineNotConfirmed()
}

const told = ({ lecturer: _, ...fields }: Fields) => fields

async function writtenOf(ctx: Context, { row, unit }: Pick<UnionSubject, 'row' | 'unit'>, fields: Fields) {
  const { form, theme, place, hostId, agenda, day } = fields
  const span = spanOf(fields)
  if (!span) throw platformProblems.badInput({ issues: [{ path: 'until', message: '结束时间应晚于开始时间，请核对' }] })
  await expectInUnion(ctx, row, [hostId])
  const lecturer = fields.lecturer ? await teacherCalled(ctx, await schoolsNow(ctx, unit), fields.lecturer) : undefined
  return {
    ...{ form, theme, place, agenda, schoolId: hostId, schoolYear: schoolYearOf(day), ...span },
    ...{ lecturerId: lecturer?.teacherId ?? null, lecturerSchoolId: lecturer?.schoolId ?? null },
    ...{ writtenAt: ctx.now, writtenBy: ctx.actor.name },
  }
}

/** Who is invited beside the host: as the form says, or all schools of the union. */
async function invitedOf(
  ctx: Context,
  { row, unit }: Pick<UnionSubject, 'row' | 'unit'>,
  { invitedIds, hostId }: Fields,
) {
  // prettier-ignore
  const asked = invitedIds ?? (await unionSchools(ctx, row))
  const ids = [...new Set(asked)].filter((id) => id !== hostId)
  const members = invitedIds ? (await schoolsNow(ctx, unit)).map(({ id }) => id) : ids
  if (ids.some((id) => !members.includes(id))) throw researchProblems.notMember()
  return ids
}

async function unionSchools(ctx: Context, { districtId, id }: UnionSubject['row']): Promise<number[]> {
  const stays = await listUnionSchools(ctx.db, districtId, [id])
  return stays.filter(({ until }) => until === null).map(({ schoolId }) => schoolId)
}

interface Announced extends Pick<Fields, 'theme' | 'form' | 'day' | 'from' | 'place'> {
  districtId: number
  id: string
  union: string
}

async function tellInvited(ctx: Context, event: Announced, schoolIds: readonly number[]): Promise<void> {
  const { districtId, id, union, theme, form, day, from, place } = event
  await notify(ctx, {
    ...{ kind: 'teaching-research.invited', key: id, districtId },
    title: `${union}${form}：${theme}`,
    text: `${day} ${from}${place ? `，${place}` : ''}。请安排教师参加，到场扫码签到。`,
    to: `/research-activities/${id}`,
    unitIds: schoolIds,
    roles: ['liaison'],
  })
}

/** A lecturer who is left out stays who it was. */
export async function changeEvent(ctx: Context, subject: EventSubject, fields: Fields): Promise<void> {
  const { event, union: row, unit } = subject
  if (event.status === '已取消') throw researchProblems.cancelled()
  const written = await writtenOf(ctx, { row, unit }, fields)
  if (event.status === '已开展') refuse(whyNotTell({ ...event, ...written }, ctx.now))
  const { lecturerId, lecturerSchoolId, ...rest } = written
  await updateEvent(ctx.db, event, { ...rest, ...(lecturerId !== null && { lecturerId, lecturerSchoolId }) })
  if (fields.invitedIds) {
    const invited = await invitedOf(ctx, { row, unit }, fields)
    await deleteInvited(ctx.db, event)
    await insertInvited(ctx.db, event, invited)
  }
  ctx.note({ ...noteOf(subject), after: told(fields) })
  await settle(ctx, subject)
}

export const noteOf = ({ event, unit }: EventSubject) => ({ districtId: event.districtId, unitId: unit.id, subjectId: event.id, change: event.theme }) // prettier-ignore

/** What is held stands in the ledger as it is told now. */
export async function settle(ctx: Context, subject: EventSubject): Promise<void> {
  const { event } = await eventAgain(ctx, subject)
  if (event.status !== '已开展') return
  const { id: eventId, union: unionName, clusterId, schoolYear, theme, form, schoolId, lecturerId } = event
  await ctx.asOwner(async (db) =>
    recordHeld(db, await listDistrictIds(db), {
      ...{ districtId: event.hostDistrictId, id: ctx.newId(), eventId, unionName, clusterId, schoolYear, theme, form },
      ...{ schoolId, lecturerId, heldOn: dayOf(event.fromAt), leftOut: whyLeftOut(event) },
    }),
  )
}

const heldNow = (ctx: Context) => ({ status: '已开展' as const, heldAt: ctx.now, heldBy: ctx.actor.name })

export async function holdEvent(ctx: Context, subject: EventSubject): Promise<void> {
  const { event } = subject
  await lockEvent(ctx.db, event)
  refuse(whyNotTell(event, ctx.now))
  if (event.status === '待开展') await updateEvent(ctx.db, event, heldNow(ctx))
  ctx.note(noteOf(subject))
  await settle(ctx, subject)
}

/** Minutes say that it was held. */
export async function writeMinutes(
  ctx: Context,
  subject: EventSubject,
  { minutes, decisions, tasks }: Input<typeof eventApi.minutes>['body'],
): Promise<void> {
  const { event } = subject
  await lockEvent(ctx.db, event)
  refuse(whyNotTell(event, ctx.now))
  const said = { minutes, decisions, minutesAt: ctx.now, minutesBy: ctx.actor.name }
  await updateEvent(ctx.db, event, { ...said, ...(event.status === '待开展' && heldNow(ctx)) })
  await writeTasks(ctx, subject, tasks)
  ctx.note({ ...noteOf(subject), tasks: tasks.length })
  await settle(ctx, subject)
}

async function writeTasks(ctx: Context, { event, unit }: EventSubject, tasks: readonly NewTask[]): Promise<void> {
  const people = await teachersCalled(ctx, await schoolsNow(ctx, unit), tasks.map(({ person }) => person)) // prettier-ignore
  await deleteTasks(ctx.db, event)
  await insertTasks(
    ctx.db,
    event,
    tasks.map(({ what, dueOn }, n) => {
      const { districtId: teacherDistrictId, teacherId, schoolId } = people[n]!
      return { id: ctx.newId(), what, dueOn, teacherDistrictId, teacherId, schoolId }
    }),
  )
}

/** Called off, or entered by mistake: it stays on file with the reason, and counts nowhere. */
export async function cancelEvent(ctx: Context, subject: EventSubject, why: string): Promise<void> {
  const { event } = subject
  await lockEvent(ctx.db, event)
  if (event.status === '已取消') throw researchProblems.cancelled()
  await updateEvent(ctx.db, event, { status: '已取消', cancelledWhy: why })
  await ctx.asOwner(async (db) => removeHeld(db, await listDistrictIds(db), event.id))
  ctx.note({ ...noteOf(subject), why })
  if (event.fromAt > ctx.now) await tellCancelled(ctx, subject, why)
}

async function tellCancelled(ctx: Context, { event }: EventSubject, why: string): Promise<void> {
  const invited = await listInvited(ctx.db, event)
  await notify(ctx, {
    ...{ kind: 'teaching-research.cancelled', key: event.id, districtId: event.districtId },
    title: `${event.union}的活动取消了：${event.theme}`,
    text: `原定 ${momentInWords(event.fromAt)}。原因：${why}`,
    to: `/research-activities/${event.id}`,
    unitIds: [event.schoolId, ...invited.map(({ id }) => id)],
    roles: ['liaison'],
  })
}
