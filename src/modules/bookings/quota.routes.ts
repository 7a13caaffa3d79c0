import { loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import type { Actor } from '#shared/access.ts'
import { keepsVenues, seesVenues } from './booking.access.ts'
import { quotaApi, type QuotaLine } from './quota.contract.ts'
import { bookingProblems } from './problems.ts'
import { deleteQuotas, insertQuotas, listQuotas } from './quota.sql.ts'

export function quotaRoutes(host: Host): void {
  route(host, quotaApi.list, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: seesVenues,
    run: (ctx, { subject }) => readQuotas(ctx, subject),
  })
  route(host, quotaApi.save, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: keepsVenues,
    run: (ctx, { subject, body }) => saveQuotas(ctx, subject, body.quotas),
  })
}

const canOf = (actor: Actor, school: UnitSubject): 'keep'[] => (keepsVenues(actor, school) ? ['keep'] : [])

async function readQuotas(ctx: Context, school: UnitSubject) {
  const quotas = await listQuotas(ctx.db, school.districtId, school.id)
  return { quotas: quotas.map(({ kind, span, uses }) => ({ kind, span, uses })), can: canOf(ctx.actor, school) }
}

async function saveQuotas(
  ctx: Context,
  school: UnitSubject,
  quotas: readonly QuotaLine[],
): Promise<Record<string, never>> {
  const keys = quotas.map(({ kind, span }) => `${kind} ${span}`)
  const twice = quotas.find(({ kind, span }, at) => keys.indexOf(`${kind} ${span}`) !== at)
  if (twice) throw bookingProblems.quotaTwice({ line: `${twice.kind || '全部场馆'}每${twice.span}` })
  await deleteQuotas(ctx.db, school.districtId, school.id)
  const place = { districtId: school.districtId, schoolId: school.id }
  await insertQuotas(ctx.db, quotas.map((quota) => ({ ...quota, ...place, id: ctx.newId() }))) // prettier-ignore
  ctx.note({ districtId: school.districtId, unitId: school.id, subjectId: String(school.id), quotas })
  return {}
}
