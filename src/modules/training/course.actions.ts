import type { Input, Reply } from '#shared/endpoint.ts'
import { dayOf } from '#shared/day.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { noteAttendance } from './attendance.sql.ts'
import { keepsCourses, readsCredits, recognises } from './course.access.ts'
import type { courseApi, CoursePage } from './course.contract.ts'
import { courseAccess, findOwn, holderOf, planOf, type CourseSubject } from './course.load.ts'
import { courseVerbs, declarationOf, lineOf, participantOf, sessionOf } from './course.reply.ts'
import { instantsOf, tierOfKind, whyNotChange } from './course.rules.ts'
import {
  deleteCourse,
  deleteSessions,
  insertCourse,
  listCourses,
  listCourseYears,
  listSessions,
  saveSessions,
  updateCourse,
  type CourseFields,
  type SessionRow,
} from './course.sql.ts'
import { listDeclarationsOf } from './declaration.sql.ts'
import { keepAttended, listParticipants } from './enrolment.sql.ts'
import { trainingProblems } from './problems.ts'

/** The units whose courses stand on the page of one: its own; of a school also those of its clusters and of the district. */
const unitsOf = ({ id, kind, districtId, clusterIds }: UnitSubject): number[] =>
  kind === 'school' ? [id, ...clusterIds, districtId] : [id]

export async function readCourses(
  ctx: Context,
  unit: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof courseApi.list>> {
  const { districtId } = unit
  const unitIds = unitsOf(unit)
  const own = await findOwn(ctx)
  const thisYear = schoolYearOf(ctx.today)
  const years = [...new Set([...(await listCourseYears(ctx.db, districtId, unitIds)), thisYear])].sort((a, b) => a - b)
  const year = asked ?? thisYear
  const rows = await ctx.asOwner((db) => listCourses(db, { districtId, unitIds, year }, own?.teacherId ?? null))
  const holder = holderOf(unit)
  const can = [
    ['make', keepsCourses(ctx.actor, holder)] as const,
    ['recognise', recognises(ctx.actor, holder)] as const,
    ['readCredits', readsCredits(ctx.actor, holder)] as const,
  ].flatMap(([verb, may]) => (may ? [verb] : []))
  return { year, years, courses: rows.map((row) => lineOf(row, ctx.now)), plan: planOf(ctx, districtId) ?? null, can }
}

type Body = Input<typeof courseApi.make>['body']

/** What the form says of a course, and its sessions; a session that was not on file gets its id. */
function fieldsOf(ctx: Context, districtId: number, body: Body): { fields: CourseFields; sessions: SessionRow[] } {
  const plan = planOf(ctx, districtId)
  if (!plan) throw trainingProblems.noPlan()
  if (!plan.fields.includes(body.field)) throw trainingProblems.noField({ field: body.field })
  const sessions = body.sessions.map(({ id, day, from, until, hours, place, trainer }) => ({
    ...{ id: id ?? ctx.newId(), hours, place, trainer },
    ...instantsOf({ day, from, until }),
  }))
  const first = [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0]!
  const { title, field, stage = null, subject = null, capacity = null, words = null } = body
  const schoolYear = schoolYearOf(dayOf(first.startsAt))
  return { fields: { schoolYear, title, field, stage, subject: subject || null, capacity, words }, sessions }
}

export async function makeCourse(ctx: Context, unit: UnitSubject, body: Body): Promise<Reply<typeof courseApi.make>> {
  const { districtId } = unit
  const { fields, sessions } = fieldsOf(ctx, districtId, body)
  const key = { districtId, id: ctx.newId() }
  const made = { madeAt: ctx.now, madeBy: ctx.actor.name }
  await insertCourse(ctx.db, { ...key, ...fields, ...made, unitId: unit.id, tier: tierOfKind(unit.kind)! })
  await saveSessions(
    ctx.db,
    key,
    sessions.map((session) => ({ ...session, id: ctx.newId() })),
  )
  ctx.note({ districtId, unitId: unit.id, subjectId: key.id, course: fields.title, sessions: sessions.length })
  return { id: key.id }
}

/** Changes a course until it is declared; a session taken out takes along who came to it. */
export async function changeCourse(ctx: Context, { row }: CourseSubject, body: Body): Promise<Record<string, never>> {
  refuse(whyNotChange(row, ctx.now))
  const { fields, sessions } = fieldsOf(ctx, row.districtId, body)
  const known = new Set((await listSessions(ctx.db, row)).map(({ id }) => id))
  const kept = sessions.map((session) => (known.has(session.id) ? session : { ...session, id: ctx.newId() }))
  const ids = kept.map(({ id }) => id)
  const noted = () => ctx.asOwner((db) => noteAttendance(db, { districtId: row.districtId, courseId: row.id }))
  // Its first day may move it into another school year: the one that it leaves is counted anew as well.
  await noted()
  await updateCourse(ctx.db, row, fields)
  await deleteSessions(ctx.db, row, ids)
  await saveSessions(ctx.db, row, kept)
  await ctx.asOwner((db) => keepAttended(db, row, ids))
  await noted()
  ctx.note(noteOf({ row }))
  return {}
}

export async function dropCourse(ctx: Context, { row }: CourseSubject): Promise<Record<string, never>> {
  refuse(whyNotChange(row, ctx.now))
  if (row.people > 0) throw trainingProblems.hasPeople({ n: row.people })
  await deleteCourse(ctx.db, row)
  ctx.note(noteOf({ row }))
  return {}
}

export const noteOf = ({ row }: Pick<CourseSubject, 'row'>) => ({
  districtId: row.districtId,
  unitId: row.unitId,
  subjectId: row.id,
  course: row.title,
})

export async function readCourse(ctx: Context, subject: CourseSubject): Promise<CoursePage> {
  const { row, own, plan } = subject
  const sessions = await listSessions(ctx.db, row)
  const given = { row, sessions, plan }
  const isOwn = (teacherId: string) => teacherId === own?.teacherId
  const seesAll = courseAccess.seePeople(ctx.actor, subject)
  const people = (await listParticipants(ctx.db, row)).filter(({ teacherId }) => seesAll || isOwn(teacherId))
  return {
    course: lineOf(row, ctx.now),
    credits: plan ? Math.floor((row.hours * 100) / plan.hoursPerCredit) / 100 : 0,
    sessions: sessions.map(sessionOf),
    people: people.map((one) => participantOf(ctx, given, one, isOwn(one.teacherId))),
    declarations: (await listDeclarationsOf(ctx.db, row)).map(declarationOf),
    plan: plan ?? null,
    can: courseVerbs(ctx, subject),
  }
}
