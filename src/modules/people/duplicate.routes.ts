import { offices } from '#shared/access.ts'
import type { Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import { readDuplicates, tellApart } from './duplicate.actions.ts'
import { duplicateApi } from './duplicate.contract.ts'
import { listAccess } from './list.access.ts'
import { merge, undoMerge, type TwoEntries } from './merge.actions.ts'
import { findMerge } from './merge.sql.ts'
import type { TeacherPlace } from './teacher.access.ts'
import { placesOf } from './year.load.ts'
import { listTeacherRows } from './year.sql.ts'

interface Placed {
  places: readonly TeacherPlace[]
}

/** Whoever makes one entry of two is over every school that either was at. */
const overAll: Policy<Placed> = (actor, { places }) =>
  places.every(({ schoolId, districtId, clusterIds }) =>
    actor.holds(offices, { unitId: schoolId, districtId, clusterIds }),
  )

export function duplicateRoutes(host: Host): void {
  route(host, duplicateApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: (actor, unit) => ['cluster', 'group', 'school'].includes(unit.kind) && listAccess.readDuplicates(actor, unit),
    run: (ctx, { subject }) => readDuplicates(ctx, subject),
  })
  route(host, duplicateApi.merge, {
    load: (ctx, { params, body }) => loadTwo(ctx, params.teacherId, body.goneId),
    may: overAll,
    run: (ctx, { subject }) => merge(ctx, subject),
  })
  route(host, duplicateApi.undo, {
    load: async (ctx, { params }) => {
      const found = await findMerge(ctx.db, await listDistrictIds(ctx.db), params.mergeId)
      if (!found) return undefined
      const places = await placesOf(ctx, [found.keptSchoolId, found.goneSchoolId])
      return { merge: found, places: [...places.values()] }
    },
    may: overAll,
    run: (ctx, { subject }) => undoMerge(ctx, subject.merge),
  })
  route(host, duplicateApi.distinct, {
    load: (ctx, { params, body }) => loadTwo(ctx, params.teacherId, body.otherId),
    may: overAll,
    run: (ctx, { subject }) => tellApart(ctx, subject),
  })
}

/** Both are found behind the reader's wall; all their years then, for what the reader does not see is not theirs to move. */
async function loadTwo(ctx: Context, keptId: string, goneId: string): Promise<(TwoEntries & Placed) | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const seen = [await listTeacherRows(ctx.db, districtIds, keptId), await listTeacherRows(ctx.db, districtIds, goneId)]
  if (seen.some((rows) => rows.length === 0)) return undefined
  const kept = await ctx.asOwner((db) => listTeacherRows(db, districtIds, keptId))
  const gone = await ctx.asOwner((db) => listTeacherRows(db, districtIds, goneId))
  const places = await placesOf(
    ctx,
    [...kept, ...gone].map(({ schoolId }) => schoolId),
  )
  return { kept, gone, places: [...places.values()] }
}
