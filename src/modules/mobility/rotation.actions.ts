import { dayInWords } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { insertAppraisal } from './appraisal.sql.ts'
import { findBatch, updateBatchSchools } from './batch.sql.ts'
import { withdrawCertificatesOf } from './certificate.sql.ts'
import { noteFigures, settleState } from './force.actions.ts'
import { tellSchools, tellTeachers } from './mobility.notices.ts'
import { mobilityProblems } from './problems.ts'
import { findRotation } from './rotation-list.sql.ts'
import type { rotationApi } from './rotation.contract.ts'
import { withUnits, type Loaded } from './rotation.reply.ts'
import { markClosed, markWithdrawn } from './rotation-write.sql.ts'
import { nextAppraisal } from './term.rules.ts'

/** A rotation behind the reader's wall, with the cluster in which it was made. */
export async function loadRotation(ctx: Context, id: string): Promise<Loaded | undefined> {
  const found = await findRotation(ctx.db, await listDistrictIds(ctx.db), id)
  return found && (await withUnits(ctx, [found]))[0]
}

/** Takes one rotation back, at whatever step; the rest of its batch goes on. A certificate that tells of it holds no longer. */
export async function withdrawRotation(ctx: Context, one: Loaded, why: string): Promise<void> {
  if (one.status === '已结束' || one.status === '已撤销') throw mobilityProblems.alreadyOver({ status: one.status })
  const { districtId, id, teacherId, schoolId } = one
  await markWithdrawn(ctx.db, one, { on: ctx.today, by: ctx.actor.name, why })
  ctx.note({ districtId, unitId: one.clusterId, subjectId: teacherId, why })
  await noteFigures(ctx, [{ districtId, schoolId, schoolYear: one.schoolYear }])
  const because = { on: ctx.today, why: '所载的交流已撤销' }
  await ctx.asOwner((db) => withdrawCertificatesOf(db, districtId, id, because))
  const batch = one.batchId ? await findBatch(ctx.db, [districtId], one.batchId) : undefined
  if (!batch) return
  await tellWithdrawn(ctx, one, why)
  await updateBatchSchools(ctx.db, districtId, batch.id)
  await settleState(ctx, batch)
}

async function tellWithdrawn(ctx: Context, one: Loaded, why: string): Promise<void> {
  const { districtId, fromSchoolId, toSchoolId } = one
  const batch = (await findBatch(ctx.db, [districtId], one.batchId!))!
  const told = { kind: 'mobility.withdrawn', key: one.id, text: `原因：${why}` }
  const way = `${one.fromSchool} → ${one.toSchool}`
  if (batch.state !== '拟定')
    await tellSchools(
      ctx,
      { ...batch, schoolIds: [fromSchoolId, toSchoolId] },
      { ...told, title: `一条交流已撤销（${way}）` },
    )
  if (one.status !== '拟定')
    await tellTeachers(ctx, districtId, [one.teacherId], { ...told, title: `您的交流轮岗已撤销（${way}）` })
}

/** The receiving school's word for the school year that is due; the last one closes the rotation when its time is over. */
export async function appraise(
  ctx: Context,
  one: Loaded,
  { grade, words }: Input<typeof rotationApi.appraise>['body'],
): Promise<boolean> {
  if (one.status !== '已生效') throw mobilityProblems.notActive({ status: one.status })
  const next = nextAppraisal(one, one.appraised)
  if (!next || next.from > ctx.today) throw mobilityProblems.notDue({ from: next?.from ?? ctx.today })
  if (grade === '不合格' && !words) throw mobilityProblems.needsWords()
  const { districtId, id: rotationId, schoolId: homeSchoolId, toSchoolId: schoolId, teacherId } = one
  const said = { saidAt: ctx.now, saidBy: ctx.actor.name }
  const { schoolYear, isFinal } = next
  const about = { districtId, rotationId, schoolYear, homeSchoolId, schoolId, isFinal }
  const written = await insertAppraisal(ctx.db, { ...about, grade, words: words || null, ...said })
  if (!written) throw mobilityProblems.notDue({ from: next.from })
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, schoolYear })
  const closed = await markClosed(ctx.db, ctx.today, { districtIds: [districtId], id: rotationId })
  await noteFigures(ctx, closed)
  await tellTeachers(ctx, districtId, [teacherId], {
    kind: 'mobility.appraised',
    key: `${rotationId}:${schoolYear}`,
    title: `${one.toSchool}已填写您的交流考核`,
    text: `${dayInWords(ctx.today)}填写，可以在“我的交流”中查看。`,
  })
  return closed.length > 0
}
