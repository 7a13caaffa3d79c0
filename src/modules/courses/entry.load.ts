import { findOwnTeacher } from '#modules/identity/index.ts'
import { findUnit, listDistrictIds, placeOf } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Context } from '#platform/context.ts'
import { listAuthors, type AuthorRow } from './author.sql.ts'
import type { CoursePlace } from './entry.access.ts'
import { findEntry, lockEntry, type EntryRow } from './entry.sql.ts'
import { lacksExperts, readerOf } from './reader.actions.ts'
import { isVisible } from './visible.rules.ts'

/** A course that the reader finds, with what says what they may do with it. */
export interface CourseSubject extends CoursePlace {
  course: EntryRow
  at: UnitSubject
  authors: readonly AuthorRow[]
  /** Who of a register the reader is. */
  ownId: string | undefined
}

/** Undefined where the reader may not even know of it. */
export async function loadCourse(ctx: Context, id: string): Promise<CourseSubject | undefined> {
  const course = await findEntry(ctx.db, await listDistrictIds(ctx.db), id)
  const reader = await readerOf(ctx)
  const at = course && isVisible(reader, course) ? await findUnit(ctx.db, course.schoolId, ctx.today) : undefined
  if (!course || !at) return undefined
  const authors = await listAuthors(ctx.db, course)
  const own = await findOwnTeacher(ctx)
  const isAuthor = own?.districtId === course.districtId && authors.some(({ teacherId }) => teacherId === own.teacherId)
  const isExpertless = await lacksExperts(ctx, course)
  return { course, reader, at, school: placeOf(at), authors, isAuthor, isExpertless, ownId: own?.teacherId }
}

/** One that is about to change: whoever else changes it has done so, or waits. */
export async function loadCourseAlone(ctx: Context, id: string): Promise<CourseSubject | undefined> {
  const found = await findEntry(ctx.db, await listDistrictIds(ctx.db), id)
  if (found) await lockEntry(ctx.db, found)
  return found && loadCourse(ctx, id)
}
