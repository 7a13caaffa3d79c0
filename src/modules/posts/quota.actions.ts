import { verbsOn, within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listApplications, listSteps, type ApplicationRow, type StepRow } from './application.sql.ts'
import { postAccess, speaksFor } from './post.access.ts'
import { districtsOf, noteAt, readMembers, type NamedMember } from './post.load.ts'
import type { Application, Quota, quotaApi } from './quota.contract.ts'
import { decisions, mayDecide, mayWithdraw, whyNotGrant } from './quota.rules.ts'
import {
  findQuota,
  insertGrant,
  insertQuota,
  listGrants,
  listQuotas,
  lockQuota,
  updateGranted,
  type GrantRow,
  type QuotaRow,
} from './quota.sql.ts'

/** A quota, and the cluster that shares it. */
export interface QuotaSubject {
  quota: QuotaRow
  unit: UnitSubject
}

export async function loadQuota(ctx: Context, id: string): Promise<QuotaSubject | undefined> {
  const quota = await findQuota(ctx.db, await listDistrictIds(ctx.db), id)
  const unit = quota && (await loadCluster(ctx, quota.clusterId))
  return quota && unit && { quota, unit }
}

export async function readQuotas(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof quotaApi.list>> {
  const schools = await readMembers(ctx, unit, year)
  const rows = await listApplications(ctx.db, districtsOf(unit, schools), unit.id, year)
  return {
    quotas: await quotasOf(ctx, unit, year, rows),
    applications: await applicationsOf(ctx, unit, schools, rows),
    schools: schools.filter(({ own }) => own).map(({ schoolId, name }) => ({ id: schoolId, name })),
    can: verbsOn(postAccess, ctx.actor, unit),
  }
}

async function quotasOf(
  ctx: Context,
  unit: UnitSubject,
  year: number,
  applications: readonly ApplicationRow[],
): Promise<Quota[]> {
  const quotas = await listQuotas(ctx.db, unit.districtId, unit.id, year)
  const grants = await listGrants(
    ctx.db,
    unit.districtId,
    quotas.map(({ id }) => id),
  )
  return quotas.map(({ id, title, granted, allotted }) => {
    const ended = (result: string) =>
      applications.filter((one) => one.quotaId === id && one.status === '已给名额' && one.result === result).length
    return {
      ...{ id, title, granted, allotted },
      passed: ended('已通过'),
      failed: ended('未通过'),
      grants: grants.filter(({ quotaId }) => quotaId === id).map(grantTold),
    }
  })
}

const grantTold = ({ id, n, number, givenOn, words }: GrantRow) => ({ id, n, number, givenOn, words })

export async function applicationsOf(
  ctx: Context,
  unit: UnitSubject,
  schools: readonly NamedMember[],
  rows: readonly ApplicationRow[],
): Promise<Application[]> {
  const names = new Map(schools.map(({ schoolId, name }) => [schoolId, name]))
  const steps = grouped(
    await listSteps(
      ctx.db,
      districtsOf(unit, schools),
      rows.map(({ id }) => id),
    ),
    ({ applicationId }) => applicationId,
  )
  return rows.map((row) => told(ctx, unit, row, { steps: steps.get(row.id) ?? [], names }))
}

function told(
  { actor }: Context,
  unit: UnitSubject,
  row: ApplicationRow,
  { steps, names }: { steps: readonly StepRow[]; names: ReadonlyMap<number, string> },
): Application {
  const { districtId: _, clusterId: __, schoolYear: ___, pinyin: ____, ...shown } = row
  const known = within(actor.names, row)
  return {
    ...shown,
    name: known ? row.name || '—' : maskName(row.name),
    masked: !known,
    reasons: known ? row.reasons : null,
    schoolName: names.get(row.schoolId) ?? '—',
    steps: known ? steps.map(({ applicationId: _____, at, ...step }) => ({ ...step, at: at.toISOString() })) : [],
    can: doable(actor, unit, row),
  }
}

function doable(actor: Context['actor'], unit: UnitSubject, row: ApplicationRow): Application['can'] {
  const can: Application['can'] = []
  if (postAccess.decide(actor, unit)) {
    can.push(...decisions.filter((kind) => mayDecide(kind, row)))
    if (row.status === '已给名额') can.push('result')
  }
  if (mayWithdraw(row.status) && speaksFor(actor, { ...row, clusterIds: [row.clusterId] })) can.push('withdraw')
  return can
}

/** Takes down what a document of the district gives to the cluster, or takes from it. */
export async function grantQuota(
  ctx: Context,
  unit: UnitSubject,
  { year, title, n, number, givenOn, words = '' }: Input<typeof quotaApi.grant>['body'],
): Promise<Reply<typeof quotaApi.grant>> {
  const of = { districtId: unit.districtId, clusterId: unit.id, schoolYear: year, title }
  await insertQuota(ctx.db, { ...of, id: ctx.newId() })
  const quota = await lockQuota(ctx.db, of)
  const against = whyNotGrant(n, quota)
  if (against) throw platformProblems.badInput({ issues: [against] })
  const granted = await updateGranted(ctx.db, quota, n)
  const grant = { districtId: unit.districtId, id: ctx.newId(), quotaId: quota.id, n, number, givenOn }
  await insertGrant(ctx.db, { ...grant, words: words || null, recordedAt: ctx.now, recordedBy: ctx.actor.name })
  ctx.note({ ...noteAt(unit), schoolYear: year, quota: title, n, number, granted })
  return { granted }
}
