import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { factsOf } from '#modules/files/index.ts'
import { filesFor, findCourseFile, keepCourseFile, readCourseFileText, sendCourseFile } from './course-file.actions.ts'
import { courseFileApi } from './course-file.contract.ts'
import { courseAccess, readAccess } from './entry.access.ts'
import { loadCourse, loadCourseAlone } from './entry.load.ts'

export function courseFileRoutes(host: Host): void {
  route(host, courseFileApi.keep, {
    load: (ctx, { params }) => loadCourseAlone(ctx, params.courseId),
    may: courseAccess.write,
    run: (ctx, { subject, body }) => keepCourseFile(ctx, subject, body.uploadId),
  })
  route(host, courseFileApi.list, {
    load: (ctx, { params }) => loadCourse(ctx, params.courseId),
    may: readAccess.read,
    run: async (ctx, { subject }) => ({ files: (await filesFor(ctx, subject)).map(factsOf) }),
  })
  const ofFile = {
    load: async (ctx: Context, { params }: { params: { courseId: string; fileId: string } }) =>
      findCourseFile(ctx, await loadCourse(ctx, params.courseId), params.fileId),
    may: readAccess.read,
  }
  route(host, courseFileApi.read, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendCourseFile(ctx, subject, { request, show: query.show === '1' }),
  })
  route(host, courseFileApi.text, { ...ofFile, run: (ctx, { subject }) => readCourseFileText(ctx, subject) })
}
