import { sendFile } from '#modules/files/index.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { findOpenCourse, findOpenFile, listOpenCourses, readOpenCourse } from './open.actions.ts'
import { openApi } from './open.contract.ts'

export function openRoutes(host: Host): void {
  route(host, openApi.list, {
    load: nothing,
    may: anyone,
    run: (ctx, { query }) => listOpenCourses(ctx, query),
    perMinute: 60,
  })
  route(host, openApi.read, {
    load: (ctx, { params }) => findOpenCourse(ctx, params.courseId),
    may: anyone,
    run: (ctx, { subject }) => readOpenCourse(ctx, subject),
    perMinute: 60,
  })
  route(host, openApi.file, {
    load: (ctx, { params }) => findOpenFile(ctx, params.courseId, params.fileId),
    may: anyone,
    // A film is fetched in many stretches.
    run: (ctx, { subject, query, request }) => sendFile(ctx, subject, { request, show: query.show === '1' }),
    perMinute: 600,
  })
}
