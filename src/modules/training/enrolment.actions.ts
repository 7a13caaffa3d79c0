import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { noteAttendance } from './attendance.sql.ts'
import { noteOf } from './course.actions.ts'
import type { courseApi } from './course.contract.ts'
import { schoolsToAdd, type CourseSubject } from './course.load.ts'
import { whyNotChange, whyNotEnrolOrLeave } from './course.rules.ts'
import { listSessions, lockCourse } from './course.sql.ts'
import {
  countEnrolments,
  deleteEnrolment,
  insertEnrolments,
  listRegistered,
  markPresent,
  type NewEnrolment,
} from './enrolment.sql.ts'
import { trainingProblems } from './problems.ts'

/** A teacher takes a place. */
export async function enrolSelf(ctx: Context, subject: CourseSubject): Promise<Reply<typeof courseApi.enrol>> {
  const { row, own } = subject
  refuse(whyNotEnrolOrLeave(row, ctx.now))
  if (!own) throw trainingProblems.notInAudience()
  await enrol(ctx, subject, [own])
  return { title: row.title }
}

/** Puts teachers on the list, as far as there are places: the course is held until this is over. */
async function enrol(
  ctx: Context,
  { row }: CourseSubject,
  teachers: readonly { teacherId: string; schoolId: number }[],
): Promise<number> {
  const { districtId, id: courseId, capacity } = row
  const fresh = teachers.map(({ teacherId, schoolId }): NewEnrolment => ({
    ...{ districtId, courseId, teacherId, schoolId },
    ...{ id: ctx.newId(), enrolledAt: ctx.now, enrolledBy: ctx.actor.name },
  }))
  const added = await ctx.asOwner(async (db) => {
    await lockCourse(db, row)
    const n = await insertEnrolments(db, fresh)
    if (capacity !== null && n > 0 && (await countEnrolments(db, row)) > capacity)
      throw trainingProblems.full({ capacity })
    return n
  })
  ctx.note({ ...noteOf({ row }), teachers: added })
  return added
}

export async function leaveSelf(ctx: Context, { row, own }: CourseSubject): Promise<Record<string, never>> {
  refuse(whyNotEnrolOrLeave(row, ctx.now))
  if (own) await deleteEnrolment(ctx.db, row, own.teacherId)
  ctx.note(noteOf({ row }))
  return {}
}

export async function readCandidates(
  ctx: Context,
  subject: CourseSubject,
  q: string,
): Promise<Reply<typeof courseApi.candidates>> {
  const schoolIds = schoolsToAdd(ctx.actor, subject)
  const { districtId, id } = subject.row
  const found = await listRegistered(ctx.db, { districtId, schoolIds }, { q, notIn: id })
  return { candidates: found.map(({ schoolId: _, ...one }) => one) }
}

export async function addPeople(
  ctx: Context,
  subject: CourseSubject,
  { teacherIds }: Input<typeof courseApi.add>['body'],
): Promise<Reply<typeof courseApi.add>> {
  refuse(whyNotChange(subject.row, ctx.now))
  const schoolIds = schoolsToAdd(ctx.actor, subject)
  const found = await listRegistered(ctx.db, { districtId: subject.row.districtId, schoolIds }, { teacherIds })
  const lost = new Set(teacherIds).size - found.length
  if (lost > 0) throw trainingProblems.notOfAudience({ n: lost })
  return { added: await enrol(ctx, subject, found) }
}

/** Who came to a session: those named, and nobody else. */
export async function markAttendance(
  ctx: Context,
  { row }: CourseSubject,
  sessionId: string,
  teacherIds: readonly string[],
): Promise<Reply<typeof courseApi.mark>> {
  refuse(whyNotChange(row, ctx.now))
  const session = (await listSessions(ctx.db, row)).find(({ id }) => id === sessionId)
  if (!session) throw trainingProblems.noSession()
  const present = await markPresent(ctx.db, row, sessionId, teacherIds)
  await ctx.asOwner((db) => noteAttendance(db, { districtId: row.districtId, courseId: row.id }))
  ctx.note({ ...noteOf({ row }), present })
  return { present }
}
