import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readAccess } from './entry.access.ts'
import { beginsPath, pathAccess } from './path.access.ts'
import { createPath, dropPath, recallPath, savePath, submitPath } from './path.actions.ts'
import { pathApi } from './path.contract.ts'
import { loadPath, loadPathAlone } from './path.load.ts'
import { readPath, readPaths } from './path.reply.ts'
import { reviewPath, withdrawPath } from './path-review.actions.ts'
import { listChoices } from './path.sql.ts'

const cluster = (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId)
const pathAlone = (ctx: Context, { params }: { params: { pathId: string } }) => loadPathAlone(ctx, params.pathId)

export function pathRoutes(host: Host): void {
  route(host, pathApi.list, {
    load: cluster,
    may: unitAccess.readSchools,
    run: (ctx, { subject }) => readPaths(ctx, subject),
  })
  route(host, pathApi.choices, {
    load: cluster,
    may: beginsPath,
    run: async (ctx, { subject: { id: clusterId, districtId } }) => ({
      courses: await listChoices(ctx.db, { clusterId, districtId }),
    }),
  })
  route(host, pathApi.create, {
    load: cluster,
    may: beginsPath,
    run: async (ctx, { subject, body }) => ({ id: await createPath(ctx, subject, body) }),
  })
  route(host, pathApi.read, {
    load: (ctx, { params }) => loadPath(ctx, params.pathId),
    may: readAccess.read,
    run: (ctx, { subject }) => readPath(ctx, subject),
  })
  route(host, pathApi.save, {
    load: pathAlone,
    may: pathAccess.write,
    run: async (ctx, { subject, body }) => ({ revision: await savePath(ctx, subject, body) }),
  })
  wayRoutes(host)
}

/** On the way into the repository, and out of it. */
function wayRoutes(host: Host): void {
  route(host, pathApi.submit, {
    load: pathAlone,
    may: pathAccess.submit,
    run: async (ctx, { subject, body }) => {
      await submitPath(ctx, subject, body)
      return {}
    },
  })
  route(host, pathApi.review, {
    load: pathAlone,
    may: pathAccess.review,
    run: async (ctx, { subject, body }) => {
      await reviewPath(ctx, subject, body)
      return {}
    },
  })
  for (const [endpoint, may, run] of [
    [pathApi.recall, pathAccess.recall, recallPath],
    [pathApi.withdraw, pathAccess.withdraw, (ctx, path) => withdrawPath(ctx, path, true)],
    [pathApi.restore, pathAccess.restore, (ctx, path) => withdrawPath(ctx, path, false)],
    [pathApi.drop, pathAccess.drop, dropPath],
  ] as const satisfies readonly (readonly [
    unknown,
    unknown,
    (...given: Parameters<typeof dropPath>) => Promise<void>,
  ])[])
    // prettier-ignore
    route(host, endpoint, {
      load: pathAlone,
      may,
      run: async (ctx, { subject }) => {
        await run(ctx, subject)
        return {}
      },
    })
}
