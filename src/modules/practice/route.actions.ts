import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { findHomeCluster, findUnit } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { practiceAccess } from './guide.access.ts'
import { listSiteBases } from './guide.sql.ts'
import { practiceProblems } from './problems.ts'
import type { routeApi } from './route.contract.ts'
import { onFoot } from './route.rules.ts'
import { deleteRoute, deleteStops, findRoute, insertStops, listRoutes, saveRoute } from './route.sql.ts'

type Fields = Input<typeof routeApi.save>['body']

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

export async function readRoutes(ctx: Context, unit: UnitSubject): Promise<Reply<typeof routeApi.list>> {
  const can = verbsOn(practiceAccess, ctx.actor, unit)
  const routes = await listRoutes(ctx.db, keyOf(unit), can.includes('keep'))
  return {
    routes: routes.map((route) => ({ ...route, ...onFoot(route.stops) })),
    tiles: ctx.config.tilesUrl ?? null,
    can,
  }
}

/** Writes a route with all its stops: a new one, or in the place of what it was. */
export async function keepRoute(ctx: Context, unit: UnitSubject, fields: Fields, sample = false): Promise<string> {
  const { routeId, stops, ...route } = fields
  const key = keyOf(unit)
  if (routeId && !(await findRoute(ctx.db, key, routeId))) throw practiceProblems.noRoute()
  const id = routeId ?? ctx.newId()
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  const { pinyin } = spellTitle(route.name)
  if (!(await saveRoute(ctx.db, { ...key, ...route, ...changed, id, pinyin, sample })))
    throw practiceProblems.routeNameTaken({ name: route.name })
  const before = await deleteStops(ctx.db, key.districtId, id)
  const kept = stops.map((stop) => ({ ...stop, id: stop.id && before.includes(stop.id) ? stop.id : ctx.newId() }))
  await insertStops(ctx.db, { districtId: key.districtId, routeId: id }, kept)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, change: route.name, after: fields })
  return id
}

export async function dropRoute(ctx: Context, unit: UnitSubject, id: string): Promise<void> {
  const { routes } = await readRoutes(ctx, unit)
  const before = routes.find((route) => route.id === id)
  if (!before) throw practiceProblems.noRoute()
  await deleteRoute(ctx.db, unit.districtId, id)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, change: before.name, before })
}

/** Two routes past the partners of the sample cluster. */
export async function insertSampleRoutes(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const bases = await listSiteBases(ctx.db, keyOf(cluster), ctx.today)
  for (const { name, about, themes } of samples) {
    const stops = bases
      .filter((base) => base.longitude !== null && base.themes.some((theme) => themes.includes(theme)))
      .slice(0, 4)
      .map((base) => ({ name: base.name, longitude: base.longitude!, latitude: base.latitude!, task: base.about }))
    const fields = { name, about, themes, stages: ['小学', '初中'], safety: '过路口走斑马线，队首队尾各有一名教师。' }
    if (stops.length > 1) await keepRoute(ctx, cluster, { ...fields, stops, isPublished: true }, true)
  }
}

const samples = [
  { name: '行走光华路', about: '沿路看科学怎样变成产品。', themes: ['科学', '先进制造'] },
  { name: '水边的一天', about: '从河道走到田间，认识身边的自然。', themes: ['生态环保', '劳动'] },
]
