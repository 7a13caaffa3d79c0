import { refuse } from '#shared/problem.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listClustersOfSchool, listSchoolsOf } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { callInReply } from './call.actions.ts'
import { answerState, lackingOf } from './call.rules.ts'
import { findCall, listCalls, type CallRow } from './call.sql.ts'
import type { AskedOfSchool } from './hand-in.contract.ts'
import { listSent } from './hand-in.sql.ts'
import { transferProblems } from './problems.ts'
import { keepUpload } from './upload.actions.ts'

/** What a school is asked for by its clusters, the latest year first. */
export async function readAsked(ctx: Context, school: UnitSubject): Promise<AskedOfSchool[]> {
  const calls = await listCalls(ctx.db, await listClustersOfSchool(ctx.db, school.id))
  const asked: AskedOfSchool[] = []
  for (const call of calls) if (await isAsked(ctx, call, school)) asked.push(await askedOf(ctx, call, school))
  return asked
}

async function isAsked(ctx: Context, { clusterId, schoolYear }: CallRow, school: UnitSubject): Promise<boolean> {
  const members = await listSchoolsOf(ctx.db, clusterId, schoolYear)
  return members.some(({ id }) => id === school.id)
}

async function askedOf(ctx: Context, call: CallRow, school: UnitSubject): Promise<AskedOfSchool> {
  const sent = await listSent(ctx.db, call, school.id)
  const taken = sent.filter(({ status }) => status === 'taken')
  const [latest] = taken
  const sheets = taken.flatMap((one) => one.sheets)
  const given = { at: latest?.endedAt ?? null, verdict: latest?.verdict ?? null, sheets }
  return {
    ...callInReply(call),
    state: answerState(given, call, ctx.today),
    lacking: lackingOf(given, call),
    sent: sent.map(({ startedAt, endedAt: _, sheets: __, ...one }) => ({ ...one, startedAt: startedAt.toISOString() })),
  }
}

/** Keeps what a school sends in answer to a call, to be checked; returns the import's id. */
export async function handIn(
  ctx: Context,
  { call, school }: { call: CallRow; school: UnitSubject },
  file: UploadedFile,
): Promise<string> {
  refuse(call.closedAt ? transferProblems.callClosed() : undefined)
  refuse((await isAsked(ctx, call, school)) ? undefined : transferProblems.notAsked())
  const cluster = (await findUnit(ctx.db, call.clusterId, ctx.today))!
  ctx.note({ districtId: cluster.districtId, unitId: school.id, schoolYear: call.schoolYear })
  return keepUpload(ctx, cluster, file, { schoolId: school.id, callId: call.id, schoolYear: call.schoolYear })
}

export async function loadHandIn(
  ctx: Context,
  { unitId, callId }: { unitId: number; callId: string },
): Promise<{ call: CallRow; school: UnitSubject } | undefined> {
  const school = await findUnit(ctx.db, unitId, ctx.today)
  const call = await findCall(ctx.db, callId)
  return school && call && { call, school }
}
