import { listDistrictIds, loadSchool, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findPlace, keepsGap, loadGap } from './cover.routes.ts'
import { sayGiven, sayOf } from './given.actions.ts'
import { givenApi } from './given.contract.ts'
import { readGiven } from './given-list.actions.ts'
import { findGiven, type GivenRow } from './given.sql.ts'
import { addPost, endPost, readPosts } from './post.actions.ts'
import { postApi } from './post.contract.ts'
import { findPost } from './post.sql.ts'
import { keepsSchool, leadsCluster } from './school.access.ts'

export function givenRoutes(host: Host): void {
  countRoutes(host)
  postRoutes(host)
}

function countRoutes(host: Host): void {
  route(host, givenApi.list, {
    load: (ctx, { params }) => findPlace(ctx, params.unitId),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readGiven(ctx, subject, query),
  })
  route(host, givenApi.confirmGap, {
    load: loadGap,
    may: keepsGap,
    run: async (ctx, { subject }) => done(sayGiven(ctx, subject.gap, null)),
  })
  route(host, givenApi.contestGap, {
    load: loadGap,
    may: keepsGap,
    run: async (ctx, { subject, body }) => done(sayGiven(ctx, subject.gap, body.why)),
  })
  route(host, givenApi.confirm, {
    load: loadGiven,
    may: (actor, { school }) => keepsSchool(actor, school),
    run: async (ctx, { subject }) => done(say(ctx, subject.given, null)),
  })
  route(host, givenApi.contest, {
    load: loadGiven,
    may: (actor, { school }) => keepsSchool(actor, school),
    run: async (ctx, { subject, body }) => done(say(ctx, subject.given, body.why)),
  })
}

function postRoutes(host: Host): void {
  route(host, postApi.list, {
    load: (ctx, { params }) => findPlace(ctx, params.unitId),
    may: unitAccess.readTeachers,
    run: (ctx, { subject }) => readPosts(ctx, subject),
  })
  route(host, postApi.add, {
    load: (ctx, { params }) => findPlace(ctx, params.unitId),
    may: leadsCluster,
    run: (ctx, { subject, body }) => addPost(ctx, subject, body),
  })
  route(host, postApi.end, {
    load: async (ctx, { params }) => {
      const post = await findPost(ctx.db, await listDistrictIds(ctx.db), params.postId)
      const school = post && (await loadSchool(ctx, post.toSchoolId))
      return post && school && { post, school }
    },
    may: (actor, { school }) => keepsSchool(actor, school),
    run: async (ctx, { subject, body }) => done(endPost(ctx, subject.post, body.day)),
  })
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work
  return {}
}

const say = (ctx: Context, given: GivenRow, contest: string | null): Promise<void> => {
  ctx.note({ districtId: given.districtId, unitId: given.toSchoolId, subjectId: given.teacherId, contested: contest !== null }) // prettier-ignore
  return ctx.asOwner((db) => sayOf(ctx, db, given, contest))
}

/** Whether a lesson was given is said by the school that took it. */
async function loadGiven(ctx: Context, { params }: { params: { givenId: string } }) {
  const given = await findGiven(ctx.db, await listDistrictIds(ctx.db), params.givenId)
  const school = given && (await loadSchool(ctx, given.toSchoolId))
  return given && school && { given, school }
}
