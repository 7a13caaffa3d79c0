import { findUnit, listDistrictIds, placeOf } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { CoursePlace } from './entry.access.ts'
import { findPath, listStepCourses, lockPath, type PathRow, type StepCourse } from './path.sql.ts'
import { lacksExperts, readerOf } from './reader.actions.ts'
import { isVisible } from './visible.rules.ts'

/** A path with the courses on its steps. In what says who may do what it stands as a course of its cluster. */
export interface PathSubject extends CoursePlace {
  path: PathRow
  courses: readonly StepCourse[]
}

/** As a course stands for rights: the schools whose courses are on its steps are its partners. */
export function standing(path: PathRow, courses: readonly StepCourse[]): CoursePlace['course'] {
  const { districtId, clusterId, schoolId, state, published, withdrawnAt, createdBy } = path
  const own = courses.filter(({ id }) => path.steps.some(({ courseId }) => courseId === id))
  const partnerSchoolIds = [...new Set(own.map((course) => course.schoolId))].filter((id) => id !== schoolId)
  return {
    ...{ districtId, clusterId, schoolId, partnerSchoolIds, state, published, withdrawnAt, createdBy },
    ...{ audience: '学区', originId: null },
  }
}

/** The courses of these paths, of what is being written and of what was admitted. */
export async function coursesOn(ctx: Context, paths: readonly PathRow[]): Promise<StepCourse[]> {
  const ids = paths.flatMap(({ steps, shown }) => [...steps, ...(shown?.steps ?? [])].map(({ courseId }) => courseId))
  const [first] = paths
  return first && ids.length > 0 ? listStepCourses(ctx.db, first.districtId, [...new Set(ids)]) : []
}

/** Undefined where the reader may not even know of it. */
export async function loadPath(ctx: Context, id: string): Promise<PathSubject | undefined> {
  const path = await findPath(ctx.db, await listDistrictIds(ctx.db), id)
  if (!path) return undefined
  const courses = await coursesOn(ctx, [path])
  const course = standing(path, courses)
  const reader = await readerOf(ctx)
  const at = isVisible(reader, course) ? await findUnit(ctx.db, path.schoolId, ctx.today) : undefined
  if (!at) return undefined
  const isExpertless = await lacksExperts(ctx, course)
  return { path, courses, course, reader, school: placeOf(at), isAuthor: false, isExpertless }
}

/** One that is about to change: whoever else changes it has done so, or waits. */
export async function loadPathAlone(ctx: Context, id: string): Promise<PathSubject | undefined> {
  const found = await findPath(ctx.db, await listDistrictIds(ctx.db), id)
  if (found) await lockPath(ctx.db, found)
  return found && loadPath(ctx, id)
}
