import { signedIn } from '#shared/access.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { schoolAccess, seasonAccess } from './season.access.ts'
import { loadSchool, loadSeason, loadTeacher, outside, type SchoolSubject, type SeasonSubject } from './season.load.ts'
import { listTeachers } from './wish-list.actions.ts'
import { loadOwn, readFor, readOwn, stateWish } from './wish.actions.ts'
import { wishApi } from './wish.contract.ts'

/** A season as a whole, or one school of it. */
export type Part = SeasonSubject & Partial<Pick<SchoolSubject, 'school'>>
export const loadPart = (
  ctx: Parameters<typeof loadSeason>[0],
  seasonId: string,
  schoolId: number | undefined,
): Promise<Part | undefined> =>
  schoolId === undefined ? loadSeason(ctx, seasonId) : loadSchool(ctx, { seasonId, schoolId })

export function wishRoutes(host: Host): void {
  route(host, wishApi.own, { load: nothing, may: signedIn, run: async (ctx) => ({ pages: await readOwn(ctx) }) })
  route(host, wishApi.save, {
    load: (ctx, { params }) => loadOwn(ctx, params.seasonId),
    may: signedIn,
    run: async (ctx, { subject, body }) => {
      await outside(ctx, (free) => stateWish(free, subject, body, false))
      return {}
    },
  })
  route(host, wishApi.list, {
    load: (ctx, { params, query }) => loadPart(ctx, params.seasonId, query.schoolId),
    may: (actor, { cluster, school }) =>
      school ? schoolAccess.keep(actor, school) : seasonAccess.read(actor, cluster),
    run: async (ctx, { subject, query }) => ({ teachers: await listTeachers(ctx, subject.season, query.schoolId) }),
  })
  route(host, wishApi.read, {
    load: (ctx, { params }) => loadTeacher(ctx, params),
    may: (actor, { school }) => schoolAccess.keep(actor, school),
    run: (ctx, { subject }) => readFor(ctx, subject),
  })
  route(host, wishApi.saveFor, {
    load: (ctx, { params }) => loadTeacher(ctx, params),
    may: (actor, { school }) => schoolAccess.keep(actor, school),
    run: async (ctx, { subject, body }) => {
      await stateWish(ctx, subject, body, true)
      return {}
    },
  })
}
