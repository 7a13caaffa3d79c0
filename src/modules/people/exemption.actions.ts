import { within } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { platformProblems } from '#platform/problems.ts'
import { findUnit, listUnitNames } from '#modules/organizations/index.ts'
import { rejudge } from './eligibility.actions.ts'
import { listFrozenYears } from './eligible-list.sql.ts'
import type { exemptionApi, NewExemption } from './exemption.contract.ts'
import { shownKind, whyNotExempt, yearsCovered } from './exemption.rules.ts'
import {
  findExemption,
  insertExemption,
  listExemptions,
  markWithdrawn,
  updateProof,
  type ExemptionRow,
} from './exemption.sql.ts'
import { peopleProblems } from './problems.ts'
import { keepProof, sendProof } from './proof.ts'
import { leads, type TeacherPlace } from './teacher.access.ts'
import type { FoundYear } from './teacher.sql.ts'
import { placeOfSchool, placesOf } from './year.load.ts'

/** A teacher's latest year on file, and where that school stands. */
export interface LatestYear {
  latest: FoundYear
  at: TeacherPlace
}

/** An exemption, and where its school stands. */
export interface ExemptionSubject {
  exemption: ExemptionRow
  at: TeacherPlace
}

/** The exemptions of a teacher, each told as far as the reader may know. */
export async function readExemptions(ctx: Context, { latest }: LatestYear): Promise<Reply<typeof exemptionApi.list>> {
  const found = await listExemptions(ctx.db, [latest.districtId], latest.teacherId)
  const ids = found.map(({ schoolId }) => schoolId)
  const places = await placesOf(ctx, ids)
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  const kinds = policiesOf(ctx.policies, latest.districtId).exemptions
  return {
    kinds: kinds.map((kind) => ({ ...kind })),
    exemptions: found.map((one) => {
      const reader = { named: within(ctx.actor.names, one), leads: leads(ctx.actor, places.get(one.schoolId)!) }
      const told = reader.named && reader.leads
      return {
        id: one.id,
        kind: shownKind(one.kind, kinds, reader),
        fromDay: one.fromDay,
        untilDay: one.untilDay,
        years: one.withdrawnAt ? [] : yearsCovered(one),
        schoolName: names.get(one.schoolId) ?? '',
        note: told ? one.note : null,
        proofName: told ? one.proofName : null,
        recordedBy: told ? one.recordedBy : null,
        recordedAt: one.recordedAt.toISOString(),
        withdrawnAt: one.withdrawnAt?.toISOString() ?? null,
        withdrawnWhy: told ? one.withdrawnWhy : null,
        can: told && !one.withdrawnAt ? (['proof', 'withdraw'] as const).slice() : [],
      }
    }),
  }
}

/** Records why a teacher need not rotate for a while, and judges the years that it covers anew. */
export async function addExemption(
  ctx: Context,
  { latest }: Pick<LatestYear, 'latest'>,
  body: NewExemption,
): Promise<Reply<typeof exemptionApi.add>> {
  const { districtId, teacherId, schoolId } = latest
  await refuseExemption(ctx, latest, body)
  const id = ctx.newId()
  const { note = null, ...rest } = body
  await insertExemption(ctx.db, {
    ...rest,
    note,
    districtId,
    id,
    teacherId,
    schoolId,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.name,
  })
  // The kind is left out: the audit is read by more people than may know it.
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, fromDay: body.fromDay, untilDay: body.untilDay })
  return { id, ...(await judgedAnew(ctx, latest, yearsCovered(body))) }
}

/** Refuses what cannot be an exemption of this teacher, field by field. */
export async function refuseExemption(ctx: Context, latest: FoundYear, body: NewExemption): Promise<void> {
  const { districtId, teacherId, gender } = latest
  const kind = policiesOf(ctx.policies, districtId).exemptions.find((one) => one.kind === body.kind)
  const on = await ctx.asOwner((db) => listExemptions(db, [districtId], teacherId))
  const others = on.filter(({ withdrawnAt }) => withdrawnAt === null)
  const against = whyNotExempt(body, kind, { gender, others })
  if (against) throw platformProblems.badInput({ issues: [against] })
}

/** Which years are judged otherwise now, and of which of them the list stays as it was frozen. */
async function judgedAnew(
  ctx: Context,
  teacher: { districtId: number; teacherId: string; schoolId: number },
  schoolYears: readonly number[],
) {
  const changed = [...(await rejudge(ctx, teacher, schoolYears))]
  const lists = await listFrozenYears(ctx.db, [teacher])
  return { changed, frozen: changed.filter((year) => lists.some(({ schoolYear }) => schoolYear === year)) }
}

/** Keeps the proof of an exemption; another one takes its place. */
export async function attachProof(
  ctx: Context,
  { exemption }: ExemptionSubject,
  file: UploadedFile,
): Promise<Reply<typeof exemptionApi.attach>> {
  if (exemption.withdrawnAt) throw peopleProblems.withdrawn()
  const { sha256, type } = await keepProof(ctx.config, file)
  await updateProof(ctx.db, exemption, { proofSha256: sha256, proofName: file.name, proofType: type })
  ctx.note({ ...placeOf(exemption), sha256 })
  return { proofName: file.name }
}

/** The proof, for those who must know; that it was looked at is on record. */
export function readProof(ctx: Context, { exemption }: ExemptionSubject): Download {
  const { proofSha256: sha256, proofName: name, proofType: type } = exemption
  const file = sha256 && name && type ? sendProof(ctx.config, { sha256, name, type }) : undefined
  if (!file) throw platformProblems.notFound()
  ctx.note({ ...placeOf(exemption), sha256 })
  return file
}

/** Takes an exemption back; it stays on file, struck out. */
export async function withdraw(
  ctx: Context,
  { exemption }: ExemptionSubject,
  why: string,
): Promise<Reply<typeof exemptionApi.withdraw>> {
  if (exemption.withdrawnAt) throw peopleProblems.withdrawn()
  await markWithdrawn(ctx.db, exemption, { withdrawnAt: ctx.now, withdrawnBy: ctx.actor.name, withdrawnWhy: why })
  ctx.note(placeOf(exemption))
  return judgedAnew(ctx, exemption, yearsCovered(exemption))
}

const placeOf = ({ districtId, schoolId, teacherId }: ExemptionRow) => ({
  districtId,
  unitId: schoolId,
  subjectId: teacherId,
})

/** An exemption behind the reader's wall. */
export async function loadExemption(
  ctx: Context,
  districtIds: readonly number[],
  id: string,
): Promise<ExemptionSubject | undefined> {
  const exemption = await findExemption(ctx.db, districtIds, id)
  const school = exemption && (await findUnit(ctx.db, exemption.schoolId, ctx.today))
  return exemption && school && { exemption, at: placeOfSchool(school) }
}
