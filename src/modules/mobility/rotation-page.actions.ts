import type { Reply } from '#shared/endpoint.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listMembers } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { dayOf } from '#shared/day.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listAppraisals } from './appraisal.sql.ts'
import { findBatch, type BatchRow } from './batch.sql.ts'
import { certifies, namesRotation, readBatch, unitMobility } from './mobility.access.ts'
import { listRotationYears, listRunning } from './rotation-list.sql.ts'
import type { rotationApi } from './rotation.contract.ts'
import { lineOf, linesOf, type Loaded } from './rotation.reply.ts'
import { judge } from './verdict.actions.ts'

type Page = Reply<typeof rotationApi.read>

/** What runs in a school year, and the years of which there is anything. */
export async function readRotations(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof rotationApi.list>> {
  const thisYear = schoolYearOf(ctx.today)
  const members = await listMembers(ctx.db, unit.id, [year])
  const began = await listRotationYears(ctx.db, members)
  const verbs = ['openBatch', 'file', 'seeBatches', 'seeStandings', 'seeDistrict'] as const
  return {
    rotations: await linesOf(ctx, await listRunning(ctx.db, members, year)),
    years: [...new Set([...began, thisYear, thisYear + 1, year])].sort((a, b) => b - a),
    isTeacher: (await findOwnTeacher(ctx)) !== undefined,
    can: verbs.filter((verb) => unitMobility[verb](ctx.actor, unit)),
  }
}

/** Everything that is kept of one rotation, as far as the reader may know. */
export async function readRotation(ctx: Context, one: Loaded): Promise<Page> {
  const named = namesRotation(ctx.actor, one)
  const batch = one.batchId ? await findBatch(ctx.db, [one.districtId], one.batchId) : undefined
  const { fromStanding, toStanding, verdicts } = (await judge(ctx, [one])).get(one.id)!
  const appraisals = named ? await appraisalsOf(ctx, one) : []
  const home = await findUnit(ctx.db, one.schoolId, ctx.today)
  return {
    rotation: lineOf(ctx, one),
    termYears: one.termYears,
    note: named ? one.note : null,
    cluster: { id: one.unit.id, name: one.unit.name },
    fromStanding,
    toStanding,
    batch: batch
      ? {
          id: batch.id,
          title: batch.title,
          state: batch.state,
          open: readBatch(ctx.actor, { ...batch, unit: one.unit }),
        }
      : null,
    trace: named ? traceOf(one, batch) : [],
    appraisals,
    verdicts,
    seesService: home !== undefined && certifies(ctx.actor, { isOwn: false, home }),
  }
}

async function appraisalsOf(ctx: Context, one: Loaded): Promise<Page['appraisals']> {
  const found = await listAppraisals(ctx.db, one.districtId, [one.id])
  return found.map(({ schoolYear, isFinal, grade, words, saidBy: by, saidAt }) => ({
    schoolYear,
    isFinal,
    grade,
    words,
    by,
    at: saidAt.toISOString(),
  }))
}

type TraceLine = Page['trace'][number]

/** What was done to the rotation and to its batch while it went on, by day. */
function traceOf(one: Loaded, batch: BatchRow | undefined): TraceLine[] {
  const added = one.addedAt ? [line(dayOf(one.addedAt), '加入批次', one.addedBy)] : []
  const steps = (batch?.steps ?? [])
    .filter(({ kind, day }) => kind !== '拟定' && kind !== '生效' && !(one.withdrawnOn && day > one.withdrawnOn))
    .map(({ kind, day, by, words, number }) => line(day, number ? `${kind}（${number}）` : kind, by, words))
  const active = one.activeOn ? [line(one.activeOn, '生效', null)] : []
  const closed = one.closedOn ? [line(one.closedOn, '结束', null)] : []
  const withdrawn = one.withdrawnOn ? [line(one.withdrawnOn, '撤销', one.withdrawnBy, one.withdrawnWhy)] : []
  return [...added, ...steps, ...active, ...closed, ...withdrawn].sort((a, b) =>
    a.day < b.day ? -1 : Number(a.day > b.day),
  )
}

const line = (day: string, what: string, by: string | null, words: string | null = null): TraceLine => ({
  day,
  what,
  by: by ?? '系统',
  words,
})
