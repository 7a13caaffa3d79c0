import { dayInWords } from '#shared/day.ts'
import { refuse } from '#shared/problem.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { platformProblems } from '#platform/problems.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keepProof, listEligibleTeachers, recordAsked, refuseAsked, sendProof } from '#modules/people/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { rotationPlanningProblems } from './problems.ts'
import { findRequest, insertRequest, listRequests, updateRequest, type RequestRow } from './request.sql.ts'
import { membersOf, outside, schoolNames, type SeasonSubject } from './season.load.ts'
import { accountsOf, needsOf, WISHES } from './season.notices.ts'
import { whyNotWish } from './season.rules.ts'
import { findSeason, type SeasonRow } from './season.sql.ts'
import type { OwnSubject } from './wish.actions.ts'
import type { ListedRequest, NewRequest, Request, RequestAnswer } from './wish.contract.ts'
import type { z } from 'zod'

/** A request, where its school stands, and whether it is the reader's own. */
export interface RequestSubject {
  request: RequestRow
  season: SeasonRow
  school: UnitSubject
  isOwn: boolean
}

/** Read outside the wall: a teacher is nobody over the own school. */
export function loadRequest(ctx: Context, id: string): Promise<RequestSubject | undefined> {
  return outside(ctx, async (free) => {
    const districtIds = await listDistrictIds(free.db)
    const request = await findRequest(free.db, districtIds, id)
    const season = request && (await findSeason(free.db, districtIds, request.seasonId))
    const school = season && (await findUnit(free.db, request.schoolId, free.today))
    const own = await findOwnTeacher(free)
    return school && { request, season, school, isOwn: own?.teacherId === request.teacherId }
  })
}

export const requestInReply = (request: RequestRow): Request => ({
  id: request.id,
  kind: request.kind,
  fromDay: request.fromDay,
  untilDay: request.untilDay,
  note: request.note,
  proofName: request.proofName,
  askedAt: request.askedAt.toISOString(),
  answer: request.answer,
  answerWords: request.answerWords,
  answeredBy: request.answeredBy,
})

/** Puts a reason that exempts before those who answer for the school. */
export async function askExemption(
  ctx: Context,
  { season, teacher }: OwnSubject,
  { note, ...fields }: z.infer<typeof NewRequest>,
): Promise<string> {
  refuse(whyNotWish(season, ctx.today, false))
  await refuseAsked(ctx, teacher, { ...fields, note })
  const { districtId, clusterId, id: seasonId } = season
  const { teacherId, schoolId } = teacher
  const id = ctx.newId()
  const request = { ...fields, note: note || null, districtId, id, seasonId, teacherId, clusterId, schoolId }
  await insertRequest(ctx.db, { ...request, askedAt: ctx.now })
  // Neither who asks nor why: a notice is read over a shoulder, and goes out by mail.
  await notify(ctx, {
    kind: 'rotation-planning.request',
    key: id,
    districtId,
    title: '有教师申请免予交流，请答复',
    text: '',
    unitIds: [schoolId],
    roles: ['principal'],
    to: needsOf(schoolId),
  })
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, fromDay: fields.fromDay, untilDay: fields.untilDay })
  return id
}

const refuseAnswered = ({ answer }: RequestRow) => refuse(answer ? rotationPlanningProblems.answered() : undefined)

export async function withdrawRequest(ctx: Context, { request }: RequestSubject): Promise<void> {
  refuseAnswered(request)
  await outside(ctx, ({ db }) => updateRequest(db, request, { answer: 'withdrawn', answeredAt: ctx.now }))
  noteRequest(ctx, request)
}

/** Keeps the proof of a request; another one takes its place until it is answered. */
export async function attachToRequest(ctx: Context, { request }: RequestSubject, file: UploadedFile): Promise<string> {
  refuseAnswered(request)
  const { sha256, type } = await keepProof(ctx.config, file)
  const proof = { proofSha256: sha256, proofName: file.name, proofType: type }
  await outside(ctx, ({ db }) => updateRequest(db, request, proof))
  noteRequest(ctx, request)
  return file.name
}

/** The proof, for those who must know; that it was looked at is on record. */
export function proofOfRequest(ctx: Context, { request }: RequestSubject): Download {
  const proof = keptProof(request)
  const file = proof && sendProof(ctx.config, proof)
  if (!file) throw platformProblems.notFound()
  noteRequest(ctx, request)
  return file
}

const keptProof = ({ proofSha256: sha256, proofName: name, proofType: type }: RequestRow) =>
  sha256 && name && type ? { sha256, name, type } : undefined

/** Confirmed, it becomes an exemption of the register; declined, the teacher reads why. */
export async function answerRequest(
  ctx: Context,
  { request, season }: RequestSubject,
  { confirmed, words }: z.infer<typeof RequestAnswer>,
): Promise<void> {
  refuseAnswered(request)
  const answer = confirmed ? 'confirmed' : 'declined'
  const exemptionId = confirmed ? await recordAsked(ctx, request, fieldsOf(request), keptProof(request)) : undefined
  await updateRequest(ctx.db, request, {
    answer,
    answerWords: words || null,
    answeredAt: ctx.now,
    answeredBy: ctx.actor.name,
    ...(exemptionId && { exemptionId }),
  })
  await tellAsker(ctx, request, season, confirmed)
  noteRequest(ctx, request)
}

const fieldsOf = ({ kind, fromDay, untilDay, note }: RequestRow) => ({
  kind,
  fromDay,
  untilDay,
  note: note ?? undefined,
})

async function tellAsker(ctx: Context, request: RequestRow, { districtId }: SeasonRow, confirmed: boolean) {
  const accountIds = (await accountsOf(ctx, [request])).map(({ accountId }) => accountId)
  await notify(ctx, {
    kind: 'rotation-planning.answer',
    key: request.id,
    districtId,
    title: confirmed ? '免予交流的申请已同意' : '免予交流的申请未获同意，请看说明',
    text: `${dayInWords(request.fromDay)}至${dayInWords(request.untilDay)}。`,
    accountIds,
    to: WISHES,
  })
}

/** What was asked in a season, with names, for those who must know; of all schools, or of one. */
export async function readRequests(
  ctx: Context,
  { season }: SeasonSubject,
  schoolId: number | undefined,
): Promise<ListedRequest[]> {
  const found = await listRequests(ctx.db, season, schoolId === undefined ? {} : { schoolId })
  const asked = found.filter(({ answer }) => answer !== 'withdrawn')
  const ids = asked.map(({ teacherId }) => teacherId)
  const teachers = await listEligibleTeachers(ctx.db, await membersOf(ctx, season), season.schoolYear, ids)
  const names = await schoolNames(ctx, season)
  return asked.map((request) => ({
    ...requestInReply(request),
    teacherId: request.teacherId,
    name: teachers.find(({ teacherId }) => teacherId === request.teacherId)?.name ?? '',
    schoolId: request.schoolId,
    schoolName: names.get(request.schoolId) ?? '',
  }))
}

function noteRequest(ctx: Context, { districtId, schoolId, teacherId }: RequestRow): void {
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId })
}
