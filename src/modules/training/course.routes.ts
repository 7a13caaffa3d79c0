import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { unitAccess } from '#modules/organizations/index.ts'
import { changeCourse, dropCourse, makeCourse, readCourse, readCourses } from './course.actions.ts'
import { keepsCourses } from './course.access.ts'
import { courseApi } from './course.contract.ts'
import { courseAccess, holderOf, loadCourse, loadHolder } from './course.load.ts'
import { addPeople, enrolSelf, leaveSelf, markAttendance, readCandidates } from './enrolment.actions.ts'
import { finishCourse } from './finish.actions.ts'

const load = (ctx: Context, { params }: { params: { courseId: string } }) => loadCourse(ctx, params.courseId)

export function courseRoutes(host: Host): void {
  route(host, courseApi.list, {
    load: (ctx, { params }) => loadHolder(ctx, params.unitId),
    may: unitAccess.readFigures,
    run: (ctx, { subject, query }) => readCourses(ctx, subject, query.year),
  })
  route(host, courseApi.make, {
    load: (ctx, { params }) => loadHolder(ctx, params.unitId),
    may: (actor, unit) => keepsCourses(actor, holderOf(unit)),
    run: (ctx, { subject, body }) => makeCourse(ctx, subject, body),
  })
  route(host, courseApi.read, { load, may: courseAccess.read, run: (ctx, { subject }) => readCourse(ctx, subject) })
  route(host, courseApi.change, {
    load,
    may: courseAccess.keep,
    run: (ctx, { subject, body }) => changeCourse(ctx, subject, body),
  })
  route(host, courseApi.drop, { load, may: courseAccess.keep, run: (ctx, { subject }) => dropCourse(ctx, subject) })
  route(host, courseApi.finish, { load, may: courseAccess.keep, run: (ctx, { subject }) => finishCourse(ctx, subject) })
  peopleRoutes(host)
}

function peopleRoutes(host: Host): void {
  route(host, courseApi.enrol, { load, may: courseAccess.enrol, run: (ctx, { subject }) => enrolSelf(ctx, subject) })
  route(host, courseApi.leave, { load, may: courseAccess.leave, run: (ctx, { subject }) => leaveSelf(ctx, subject) })
  route(host, courseApi.candidates, {
    load,
    may: courseAccess.add,
    run: (ctx, { subject, query }) => readCandidates(ctx, subject, query.q),
  })
  route(host, courseApi.add, {
    load,
    may: courseAccess.add,
    run: (ctx, { subject, body }) => addPeople(ctx, subject, body),
  })
  route(host, courseApi.mark, {
    load,
    may: courseAccess.keep,
    run: (ctx, { subject, params, body }) => markAttendance(ctx, subject, params.sessionId, body.teacherIds),
  })
}
