import { randomBytes } from 'node:crypto'
import { verbsOn } from '#shared/access.ts'
import { momentOf } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { codeOf } from '#shared/paper-code.ts'
import { judgePosition, nearestTo } from '#shared/position.ts'
import { refuse } from '#shared/problem.ts'
import { firstDay, schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { checkPlaceCode, checkToldCode, codeWords } from '#platform/place-code.ts'
import { booksFor, placeSecret, readingsOf } from '#modules/bookings/index.ts'
import {
  isCluster,
  listDistrictIds,
  listMembersOn,
  listUnitNames,
  listUnits,
  placeOf,
} from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { practiceProblems } from './problems.ts'
import { onFoot } from './route.rules.ts'
import { listRoutes, type RouteRow } from './route.sql.ts'
import { walkAccess, type WalkPlace } from './walk.access.ts'
import type { StopCheckIn, Walk, walkApi } from './walk.contract.ts'
import { walkNumberInWords, whyNotGoOn } from './walk.rules.ts'
import {
  deleteWalk,
  findWalk,
  insertWalk,
  listOwnWalks,
  listWalks,
  lockWalk,
  markCame,
  markDone,
  type Came,
  type WalkRow,
  type WalkStopRow,
} from './walk.sql.ts'

/** A walk with where its school stands. */
export type LoadedWalk = WalkPlace & { row: WalkRow; districtId: number }

export async function loadWalk(ctx: Context, id: string): Promise<LoadedWalk | undefined> {
  const row = await findWalk(ctx.db, await listDistrictIds(ctx.db), id)
  return row && (await placed(ctx, [row]))[0]
}

/** Walks with where their schools stand. */
async function placed(ctx: Context, rows: readonly WalkRow[]): Promise<LoadedWalk[]> {
  const ids = [...new Set(rows.map(({ schoolId }) => schoolId))]
  const schools = new Map((await listUnits(ctx.db, ids, ctx.today)).map((unit) => [unit.id, placeOf(unit)]))
  return rows.map((row) => {
    const { districtId, accountId, schoolId } = row
    return { row, districtId, accountId, school: schools.get(schoolId) ?? { unitId: schoolId, districtId } }
  })
}

export function walkOf({ actor, now }: Pick<Context, 'actor' | 'now'>, walk: LoadedWalk): Walk {
  const { row } = walk
  const { id, routeId, route, school, classes, headCount, leader, startedAt, doneAt, number, numberYear, stops } = row
  const isOpen = !whyNotGoOn(row, now)
  const can = verbsOn(walkAccess, actor, walk).filter((verb) => verb !== 'read')
  return {
    ...{ id, routeId, route, school, classes, headCount, leader },
    startedAt: startedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    number: number === null || numberYear === null ? null : walkNumberInWords({ number, numberYear }),
    stops: stops.map((stop) => ({ ...stop, cameAt: stop.cameAt?.toISOString() ?? null })),
    can: doneAt ? [] : can.filter((verb) => verb === 'drop' || isOpen),
  }
}

const walksOf = async (ctx: Context, rows: readonly WalkRow[]): Promise<Walk[]> =>
  (await placed(ctx, rows)).map((walk) => walkOf(ctx, walk))

export async function readMine(ctx: Context): Promise<Reply<typeof walkApi.mine>> {
  const rows = await listOwnWalks(ctx.db, await listDistrictIds(ctx.db), ctx.actor.id)
  const routes: Reply<typeof walkApi.mine>['routes'] = []
  for (const unit of await clustersOf(ctx)) routes.push(...(await walkable(ctx, unit)))
  return { walks: await walksOf(ctx, rows), routes }
}

/** The clusters in which the person has to do with a school, or whose office they are. */
async function clustersOf(ctx: Context): Promise<UnitSubject[]> {
  const units = await listUnits(
    ctx.db,
    ctx.actor.grants.map(({ unitId }) => unitId),
    ctx.today,
  )
  const ids = units.flatMap((unit) => (unit.kind === 'school' ? unit.clusterIds : [unit.id]))
  return (await listUnits(ctx.db, [...new Set(ids)], ctx.today)).filter(isCluster)
}

async function walkable(ctx: Context, unit: UnitSubject) {
  const own = await schoolsFor(ctx, unit)
  if (own.length === 0) return []
  const schools = (await listUnitNames(ctx.db, own)).map(({ id, name }) => ({ id, name }))
  const routes = await listRoutes(ctx.db, { districtId: unit.districtId, clusterId: unit.id }, false)
  return routes.map(({ id, name, stops }) => ({
    ...{ unitId: unit.id, id, name, stops: stops.length, schools },
    minutes: onFoot(stops).minutes,
  }))
}

const schoolsFor = async (ctx: Context, unit: UnitSubject): Promise<number[]> =>
  booksFor(ctx.actor, unit, await listMembersOn(ctx.db, unit.id, ctx.today))

/** The stops are kept as they are now. */
export async function startWalk(
  ctx: Context,
  { unit, route }: { unit: UnitSubject; route: RouteRow },
  { schoolId: asked, classes, headCount }: Input<typeof walkApi.start>['body'],
): Promise<string> {
  const own = await schoolsFor(ctx, unit)
  const schoolId = asked ?? (own.length === 1 ? own[0] : undefined)
  if (schoolId === undefined || !own.includes(schoolId)) throw practiceProblems.whichSchool()
  const id = ctx.newId()
  await insertWalk(ctx.db, {
    ...{ districtId: unit.districtId, id, clusterId: unit.id, routeId: route.id, route: route.name, schoolId },
    ...{ accountId: ctx.actor.id, leader: ctx.actor.name, classes, headCount, startedAt: ctx.now },
    stops: route.stops.map(({ id: stopId, name, task, longitude, latitude }) => ({
      ...{ id: stopId!, name, task, longitude, latitude },
    })),
  })
  ctx.note({ districtId: unit.districtId, unitId: schoolId, subjectId: id, route: route.name, classes })
  return id
}

/** Checks in to a stop, once; the last one finishes the walk and gives it its number. */
export async function checkInStop(
  ctx: Context,
  loaded: LoadedWalk,
  stopId: string,
  body: StopCheckIn,
): Promise<Reply<typeof walkApi.checkIn>> {
  const { districtId, id } = loaded.row
  await lockWalk(ctx.db, { districtId, id })
  const row = (await findWalk(ctx.db, [districtId], id))!
  const stop = row.stops.find((one) => one.stopId === stopId)
  if (!stop) throw practiceProblems.noStop()
  if (stop.cameAt) return { state: 'before', walk: walkOf(ctx, { ...loaded, row }) }
  refuse(whyNotGoOn(row, ctx.now))
  await markCame(ctx.db, row, await prove(ctx, districtId, stop, body))
  if (row.stops.every((one) => one.cameAt !== null || one.stopId === stopId)) await finish(ctx, row)
  const now = (await findWalk(ctx.db, [districtId], id))!
  return { state: 'now', walk: walkOf(ctx, { ...loaded, row: now }) }
}

const finish = (ctx: Context, row: WalkRow): Promise<void> =>
  ctx.asOwner((db) =>
    markDone(db, row, { doneAt: ctx.now, numberYear: Number(ctx.today.slice(0, 4)), code: codeOf(randomBytes(12)) }),
  )

async function prove(ctx: Context, districtId: number, stop: WalkStopRow, body: StopCheckIn): Promise<Came> {
  const came = { stopId: stop.stopId, cameAt: ctx.now, way: body.way, distanceM: null }
  if (body.way === '定位') {
    const { verdict, metres, words } = judgePosition(stop, nearestTo(stop, readingsOf(body)))
    if (verdict !== 'near') throw practiceProblems.notThere({ words })
    return { ...came, distanceM: metres }
  }
  const place = { placeId: stop.stopId, secret: await placeSecret(ctx, { districtId, placeId: stop.stopId }) }
  const { verdict } =
    body.way === '备用码'
      ? checkToldCode(place, body.digits, ctx.now)
      : checkPlaceCode(place, { placeId: stop.stopId, code: body.code }, ctx.now)
  if (verdict !== 'valid') throw practiceProblems.badStopCode({ words: wordsOf(body.way, verdict) })
  return came
}

const wordsOf = (way: StopCheckIn['way'], verdict: keyof typeof codeWords): string =>
  way === '备用码' ? '备用码不对或已过期，请向站点的老师要新的备用码。' : codeWords[verdict]

/** What was not finished is given up; what was has its number, and stays. */
export async function dropWalk(ctx: Context, { row }: LoadedWalk): Promise<void> {
  if (row.doneAt) throw practiceProblems.walkDone()
  await deleteWalk(ctx.db, row)
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, route: row.route })
}

/** Those of a school year that the reader sees. */
export async function readWalks(
  ctx: Context,
  unit: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof walkApi.list>> {
  const year = asked ?? schoolYearOf(ctx.today)
  const span = { from: momentOf(firstDay(year), '00:00'), until: momentOf(firstDay(year + 1), '00:00') }
  const rows = await listWalks(ctx.db, { districtId: unit.districtId, clusterId: unit.id }, span)
  return { year, walks: await walksOf(ctx, rows) }
}
