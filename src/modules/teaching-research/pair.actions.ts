import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { platformProblems } from '#platform/problems.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import { shownName, teachersCalled } from './called.ts'
import { headsSchool, pairAccess, readsPair, type PairPlace } from './pair.access.ts'
import type { entryKinds, Pair, PairLine, pairApi } from './pair.contract.ts'
import { isSigned, pairState, whyNotSign } from './pair.rules.ts'
import { findPair, insertEntry, insertPair, listEntries, listPairs, lockPair, recordPair, updatePair, type PairRow } from './pair.sql.ts' // prettier-ignore
import { researchProblems } from './problems.ts'
import { clusterAccess } from './research.access.ts'
import { schoolsNow } from './union.load.ts'

/** A pair with where its two stand, and which of them the reader is. */
export type PairSubject = PairPlace & { row: PairRow; districtId: number }

export async function loadPair(ctx: Context, pairId: string): Promise<PairSubject | undefined> {
  const row = await findPair(ctx.db, await listDistrictIds(ctx.db), pairId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  return row && unit && subjectOf(unit, row, await findOwnTeacher(ctx))
}

/** `own`: the teacher who the reader is. */
export function subjectOf(unit: UnitSubject, row: PairRow, own: TeacherKey | undefined): PairSubject {
  const is = (districtId: number, teacherId: string) => own?.districtId === districtId && own.teacherId === teacherId
  const side = is(row.mentorDistrictId, row.mentorId) ? 'mentor' : is(row.districtId, row.menteeId) ? 'mentee' : null
  return {
    ...{ row, unit, districtId: row.districtId, own: side },
    mentorSchool: { id: row.mentorSchoolId, districtId: row.mentorDistrictId },
    menteeSchool: { id: row.schoolId, districtId: row.districtId },
  }
}

/** The two know each other by name; others as their rights go. */
function lineOf(ctx: Context, { row, own }: PairSubject): PairLine {
  const { id, year, subject, from, until, meetings, reports } = row
  const [mentor, mentee] = [
    { districtId: row.mentorDistrictId, schoolId: row.mentorSchoolId, name: row.mentorName },
    { districtId: row.districtId, schoolId: row.schoolId, name: row.menteeName },
  ]
  return {
    ...{ id, year, subject, from, until, meetings, reports, state: pairState(row) },
    mentor: { ...shownName(ctx, mentor, own !== null), schoolId: mentor.schoolId, school: row.mentorSchool },
    mentee: { ...shownName(ctx, mentee, own !== null), schoolId: mentee.schoolId, school: row.school },
  }
}

export async function readPairs(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof pairApi.list>> {
  const own = await findOwnTeacher(ctx)
  const pairs: PairLine[] = []
  for (const row of await listPairs(ctx.db, await listDistrictIds(ctx.db), unit.id, year)) {
    const subject = subjectOf(unit, row, own)
    if (readsPair(ctx.actor, subject)) pairs.push(lineOf(ctx, subject))
  }
  return { pairs, can: verbsOn(clusterAccess, ctx.actor, unit) }
}

export async function readPair(ctx: Context, subject: PairSubject): Promise<Pair> {
  const { row, unit } = subject
  const { goals, mentorSignedOn, menteeSignedOn, endedOn, endedWhy } = row
  return {
    ...lineOf(ctx, subject),
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, goals },
    entries: await listEntries(ctx.db, row),
    ...{ mentorSignedOn, menteeSignedOn, endedOn, endedWhy, can: doable(ctx, subject) },
  }
}

function doable(ctx: Context, subject: PairSubject): Pair['can'] {
  const { row } = subject
  const can = verbsOn(pairAccess, ctx.actor, subject)
  const isWaiting = !whyNotSign(row) && sidesOf(ctx, subject).length > 0
  return can.filter((verb) => (verb === 'sign' ? isWaiting : row.endedOn === null))
}

/** For which sides, not signed yet, the person signs. */
const sidesOf = ({ actor }: Context, { row, mentorSchool, menteeSchool }: PairSubject) => [
  ...(row.mentorSignedOn === null && headsSchool(actor, mentorSchool) ? (['mentor'] as const) : []),
  ...(row.menteeSignedOn === null && headsSchool(actor, menteeSchool) ? (['mentee'] as const) : []),
]

export async function addPair(
  ctx: Context,
  unit: UnitSubject,
  { year, mentor: mentorCalled, mentee: menteeCalled, subject, goals, from, until }: Input<typeof pairApi.add>['body'],
): Promise<string> {
  if (until < from)
    throw platformProblems.badInput({ issues: [{ path: 'until', message: '结束日期早于开始日期，请核对' }] })
  const schools = await schoolsNow(ctx, unit)
  const [mentor, mentee] = await teachersCalled(ctx, schools, [mentorCalled, menteeCalled])
  if (!mentor || !mentee || mentor.schoolId === mentee.schoolId) throw researchProblems.sameSchool()
  const before = await listPairs(ctx.db, await listDistrictIds(ctx.db), unit.id, year)
  const isThere = (row: PairRow) => row.mentorId === mentor.teacherId && row.menteeId === mentee.teacherId && row.endedOn === null // prettier-ignore
  if (before.some(isThere)) throw researchProblems.pairThere()
  const id = ctx.newId()
  await insertPair(ctx.db, {
    ...{ districtId: mentee.districtId, id, clusterId: unit.id, schoolYear: year, subject, goals },
    ...{ mentorDistrictId: mentor.districtId, mentorId: mentor.teacherId, mentorSchoolId: mentor.schoolId },
    ...{ menteeId: mentee.teacherId, schoolId: mentee.schoolId, fromDay: from, untilDay: until },
    ...{ writtenAt: ctx.now, writtenBy: ctx.actor.name },
  })
  ctx.note({ districtId: mentee.districtId, unitId: mentee.schoolId, subjectId: mentee.teacherId, subject, schoolYear: year }) // prettier-ignore
  return id
}

const noteOf = ({ row }: PairSubject) => ({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.menteeId })

const keep =
  (kind: (typeof entryKinds)[number]) =>
  async (ctx: Context, subject: PairSubject, { on, words }: Input<typeof pairApi.meet>['body']): Promise<void> => {
    const { row } = subject
    if (row.endedOn !== null) throw researchProblems.pairEnded()
    if (on > ctx.today) throw platformProblems.badInput({ issues: [{ path: 'on', message: '日期还没到，请核对' }] })
    await insertEntry(ctx.db, row, { id: ctx.newId(), kind, on, words, writtenAt: ctx.now, writtenBy: ctx.actor.name })
    ctx.note({ ...noteOf(subject), kind })
    if (kind === '学期小结' && row.reports === 0) await tellReported(ctx, subject)
  }

export const addMeeting = keep('活动')
export const addReport = keep('学期小结')

/** Both schools are asked to sign. */
const tellReported = (ctx: Context, { row }: PairSubject) =>
  notify(ctx, {
    ...{ kind: 'teaching-research.report', key: row.id, districtId: row.districtId },
    title: '一对跨校带教等待签认',
    text: `${row.subject}带教（${row.mentorSchool}与${row.school}）的导师写了学期小结，请两校校长或联络员签认。`,
    to: `/mentoring-pairs/${row.id}`,
    unitIds: [row.mentorSchoolId, row.schoolId],
    roles: ['principal', 'liaison'],
  })

/** A school says that the mentoring took place; with both it counts. */
export async function signPair(ctx: Context, subject: PairSubject): Promise<void> {
  await lockPair(ctx.db, subject.row)
  const row = (await findPair(ctx.db, [subject.districtId], subject.row.id))!
  refuse(whyNotSign(row))
  const sides = sidesOf(ctx, { ...subject, row })
  if (sides.length === 0) throw researchProblems.signedBefore()
  const [on, by] = [ctx.today, ctx.actor.name]
  await updatePair(ctx.db, row, {
    ...(sides.some((side) => side === 'mentor') && { mentorSignedOn: on, mentorSignedBy: by }),
    ...(sides.some((side) => side === 'mentee') && { menteeSignedOn: on, menteeSignedBy: by }),
  })
  ctx.note({ ...noteOf(subject), sides })
  const now = (await findPair(ctx.db, [subject.districtId], row.id))!
  if (isSigned(now)) await ctx.asOwner((db) => recordPair(db, now, ctx.newId()))
}

export async function endPair(
  ctx: Context,
  subject: PairSubject,
  { on, why }: Input<typeof pairApi.end>['body'],
): Promise<void> {
  const { row } = subject
  if (row.endedOn !== null) throw researchProblems.pairEnded()
  if (on < row.from)
    throw platformProblems.badInput({ issues: [{ path: 'on', message: '早于带教开始的日期，请核对' }] })
  await updatePair(ctx.db, row, { endedOn: on, endedWhy: why })
  ctx.note({ ...noteOf(subject), on, why })
}
