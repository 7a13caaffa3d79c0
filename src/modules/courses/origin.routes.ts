import { route, type Host } from '#platform/route.ts'
import { platformProblems } from '#platform/problems.ts'
import { courseAlone, courseOf } from './course.routes.ts'
import { courseAccess, readAccess } from './entry.access.ts'
import { adoptCourse, compareVersions, readDifferences, readVersion, readVersions, takeIn } from './origin.actions.ts'
import { originApi } from './origin.contract.ts'

export function originRoutes(host: Host): void {
  route(host, originApi.adopt, {
    load: courseAlone,
    may: courseAccess.adopt,
    run: async (ctx, { subject, body }) => ({ id: await adoptCourse(ctx, subject, body.schoolId) }),
  })
  route(host, originApi.differences, {
    load: courseOf,
    may: courseAccess.update,
    run: (ctx, { subject }) => readDifferences(ctx, subject),
  })
  route(host, originApi.takeIn, {
    load: courseAlone,
    may: courseAccess.update,
    run: async (ctx, { subject, body }) => {
      await takeIn(ctx, subject, body)
      return {}
    },
  })
  versionRoutes(host)
}

function versionRoutes(host: Host): void {
  route(host, originApi.versions, {
    load: courseOf,
    may: readAccess.read,
    run: (ctx, { subject }) => readVersions(ctx, subject),
  })
  route(host, originApi.version, {
    load: courseOf,
    may: readAccess.read,
    run: async (ctx, { subject, params }) =>
      (await readVersion(ctx, subject, params.number)) ?? platformProblems.notFound(),
  })
  route(host, originApi.compare, {
    load: courseOf,
    may: readAccess.read,
    run: async (ctx, { subject, query }) => (await compareVersions(ctx, subject, query)) ?? platformProblems.notFound(),
  })
}
