import type { Reply } from '#shared/endpoint.ts'
import { plainCode } from '#shared/paper-code.ts'
import type { Context } from '#platform/context.ts'
import { Download, DOCX, PDF } from '#platform/download.ts'
import { shownCode } from '#modules/bookings/index.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { practiceProblems } from './problems.ts'
import type { RouteRow } from './route.sql.ts'
import type { LoadedWalk } from './walk.actions.ts'
import type { walkApi } from './walk.contract.ts'
import { walkNumberInWords, walkPaper, type WalkPaper } from './walk.rules.ts'
import { findWalkByCode, type WalkRow } from './walk.sql.ts'

/** What a finished walk has that others have not. */
function finished({ doneAt, number, numberYear, code, stops, ...walk }: WalkRow) {
  if (!doneAt || number === null || numberYear === null || code === null) throw practiceProblems.walkNotDone()
  const came = stops.map(({ name, task, cameAt }) => ({ name, task, cameAt: cameAt! }))
  return { ...walk, doneAt, code, stops: came, number: walkNumberInWords({ number, numberYear }) }
}

/** The certificate of a finished walk: the same words every time. */
export async function walkFile(ctx: Context, { row }: LoadedWalk, format: 'pdf' | 'docx'): Promise<Download> {
  const walk = finished(row)
  const { makeFiles } = await import('#platform/document/make.ts')
  const cluster = await findUnit(ctx.db, row.clusterId, ctx.today)
  const paper: WalkPaper = { ...walk, office: `${cluster?.name ?? ''}办公室` }
  const files = await makeFiles(ctx.config, walkPaper(paper, ctx.config.siteAddress), () => {})
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, number: walk.number })
  const name = `研学路线完成证明-${walk.school}-${walk.classes}.${format}`
  return new Download(name, format === 'pdf' ? PDF : DOCX, Buffer.from(files[format]))
}

/** What the certificate with this code says; who led is told nobody. */
export async function verifyWalk(ctx: Context, typed: string): Promise<Reply<typeof walkApi.verify>> {
  const row = await ctx.asOwner(async (db) => findWalkByCode(db, await listDistrictIds(db), plainCode(typed)))
  if (!row) return { walk: null }
  const { number, code, route, school, classes, headCount, doneAt, stops } = finished(row)
  return {
    walk: {
      ...{ number, code, route, school, classes, headCount, doneAt: doneAt.toISOString() },
      stops: stops.map(({ name, cameAt }) => ({ name, cameAt: cameAt.toISOString() })),
    },
  }
}

/** What is shown at a stop now. */
export async function stopCode(
  ctx: Context,
  { unit, route }: { unit: UnitSubject; route: RouteRow },
  stopId: string,
  siteAddress: string,
): Promise<Reply<typeof walkApi.code>> {
  const stop = route.stops.find(({ id }) => id === stopId)
  if (!stop) throw practiceProblems.noStop()
  const place = { districtId: unit.districtId, placeId: stopId }
  const code = await shownCode(ctx, place, (shown) => `/m/at?s=${stopId}&c=${shown}`, siteAddress)
  return { stop: stop.name, route: route.name, ...code }
}
