import { signedIn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { addAuthor, dropAuthor } from './author.actions.ts'
import { readCourse } from './course.reply.ts'
import { courseAccess, readAccess, writesAt } from './entry.access.ts'
import { createCourse, readPlaces, recallCourse, saveCourse, submitCourse } from './entry.actions.ts'
import { courseApi } from './entry.contract.ts'
import { loadCourse, loadCourseAlone } from './entry.load.ts'
import { reviewCourse, withdrawCourse } from './review.actions.ts'
import { reviewApi } from './review.contract.ts'

type OfCourse = { params: { courseId: string } }
export const courseOf = (ctx: Context, { params }: OfCourse) => loadCourse(ctx, params.courseId)
/** Of what changes a course. */
export const courseAlone = (ctx: Context, { params }: OfCourse) => loadCourseAlone(ctx, params.courseId)

export function courseRoutes(host: Host): void {
  route(host, courseApi.places, { load: nothing, may: signedIn, run: (ctx) => readPlaces(ctx) })
  route(host, courseApi.create, {
    load: nothing,
    may: (actor) => actor.grants.some(({ unitId }) => writesAt(actor, unitId)),
    run: async (ctx, { body }) => ({ id: await createCourse(ctx, body) }),
  })
  route(host, courseApi.read, {
    load: courseOf,
    may: readAccess.read,
    run: (ctx, { subject }) => readCourse(ctx, subject),
  })
  route(host, courseApi.save, {
    load: courseAlone,
    may: courseAccess.write,
    run: async (ctx, { subject, body }) => ({ revision: await saveCourse(ctx, subject, body) }),
  })
  route(host, courseApi.addAuthor, {
    load: courseAlone,
    may: courseAccess.write,
    run: (ctx, { subject, body }) => addAuthor(ctx, subject, body),
  })
  route(host, courseApi.dropAuthor, {
    load: courseAlone,
    may: courseAccess.write,
    run: async (ctx, { subject, params }) => {
      await dropAuthor(ctx, subject, params.teacherId)
      return {}
    },
  })
  wayRoutes(host)
}

/** On the way into the repository, and out of it. */
function wayRoutes(host: Host): void {
  route(host, courseApi.submit, {
    load: courseAlone,
    may: courseAccess.submit,
    run: async (ctx, { subject, body }) => {
      await submitCourse(ctx, subject, body)
      return {}
    },
  })
  route(host, courseApi.recall, {
    load: courseAlone,
    may: courseAccess.recall,
    run: async (ctx, { subject }) => {
      await recallCourse(ctx, subject)
      return {}
    },
  })
  route(host, reviewApi.review, {
    load: courseAlone,
    may: courseAccess.review,
    run: async (ctx, { subject, body }) => {
      await reviewCourse(ctx, subject, body)
      return {}
    },
  })
  for (const [endpoint, withdraw] of [
    [courseApi.withdraw, true],
    [courseApi.restore, false],
  ] as const)
    // prettier-ignore
    route(host, endpoint, {
      load: courseAlone,
      may: courseAccess.withdraw,
      run: async (ctx, { subject }) => {
        await withdrawCourse(ctx, subject, withdraw)
        return {}
      },
    })
}
