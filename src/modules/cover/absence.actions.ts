import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { findUnit, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { notify } from '#modules/workbench/index.ts'
import type { absenceApi } from './absence.contract.ts'
import { insertAbsence, insertReason, markAbsenceWithdrawn, type AbsenceRow } from './absence.sql.ts'
import { tellOthers } from './answer.actions.ts'
import { momentAt } from './ask.rules.ts'
import { accountsOf, gapInWords, startAsking } from './asking.actions.ts'
import { insertGaps, listGapsOfTeacher, markWithdrawnGaps, type GapRow, type NewGap } from './gap.sql.ts'
import { coverProblems } from './problems.ts'
import { listTeachersAt } from './register.sql.ts'
import { termAt } from '#shared/week.ts'
import { readDatedLessons, type DatedLesson } from './week.actions.ts'

const MOST_DAYS = 62

interface Away {
  teacherId: string
  fromDay: string
  untilDay: string
}

const keyOf = ({ day, period, schoolId }: { day: string; period: number; schoolId: number }) =>
  `${day}|${period}|${schoolId}`

/** The lessons that a teacher would miss, each with what stands in the way of finding somebody. */
export async function readStake(
  ctx: Context,
  school: UnitSubject,
  away: Away,
): Promise<Reply<typeof absenceApi.stake>> {
  const lessons = await stakeOf(ctx, school, away)
  const names = await namesOf(ctx, lessons)
  return {
    lessons: lessons.map(({ blocked, ...one }) => ({
      ...{ key: keyOf(one), day: one.day, period: one.period, fromTime: one.fromTime, untilTime: one.untilTime },
      ...{ className: one.className, subject: one.subject, schoolName: names.get(one.schoolId) ?? '', blocked },
    })),
  }
}

async function namesOf(ctx: Context, lessons: readonly { schoolId: number }[]) {
  const units = await listUnitNames(ctx.db, [...new Set(lessons.map(({ schoolId }) => schoolId))])
  return new Map(units.map(({ id, name }) => [id, name]))
}

type Stake = DatedLesson & { blocked: string | null }

async function stakeOf(ctx: Context, { districtId }: UnitSubject, away: Away): Promise<Stake[]> {
  refuseSpan(away)
  const { teacherId, fromDay, untilDay } = away
  const teacher = { districtId, teacherId }
  return ctx.asOwner(async (db) => {
    const lessons = await readDatedLessons(db, teacher, [fromDay, untilDay])
    const gaps = await listGapsOfTeacher(db, teacher, fromDay)
    const sought = new Set(gaps.filter((gap) => gap.teacherId === teacherId).map((gap) => `${gap.day}|${gap.period}`))
    return lessons.map((one) => ({ ...one, blocked: blockOf(one, sought, ctx.now) }))
  })
}

function blockOf({ day, period, untilTime }: DatedLesson, sought: ReadonlySet<string>, now: Date): string | null {
  if (sought.has(`${day}|${period}`)) return '已登记过'
  return momentAt(day, untilTime) <= now ? '已经上过' : null
}

function refuseSpan({ fromDay, untilDay }: Away): void {
  const wrong = (message: string) => platformProblems.badInput({ issues: [{ path: 'untilDay', message }] })
  if (untilDay < fromDay) throw wrong('结束日期早于开始日期，请核对。')
  if (Date.parse(untilDay) - Date.parse(fromDay) > MOST_DAYS * 86_400_000)
    throw wrong(`一次最多登记 ${MOST_DAYS} 天，更长的请分几次登记。`)
}

/** Somebody is away: each of their lessons is put on record, and others are asked at once. */
export async function reportAbsence(
  ctx: Context,
  school: UnitSubject,
  body: Input<typeof absenceApi.report>['body'],
): Promise<Reply<typeof absenceApi.report>> {
  const stake = (await stakeOf(ctx, school, body)).filter((one) => one.blocked === null)
  const chosen = body.lessons ? stake.filter((one) => body.lessons!.includes(keyOf(one))) : stake
  if (chosen.length === 0) throw coverProblems.noLessons()
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    await refuseStranger(inside, school, body.teacherId)
    const absenceId = await putOnRecord(inside, school, body)
    const gaps = await Promise.all(chosen.map((lesson) => gapOf(inside, lesson, absenceId)))
    const fresh = new Set(await insertGaps(db, gaps))
    const asked: number[] = []
    for (const gap of gaps.filter(({ id }) => fresh.has(id))) asked.push(await startAsking(inside, withoutTaker(gap)))
    ctx.note({ districtId: school.districtId, unitId: school.id, subjectId: body.teacherId, lessons: fresh.size })
    const nobody = asked.filter((n) => n === 0).length
    return { lessons: fresh.size, asked: asked.reduce((sum, n) => sum + n, 0), nobody }
  })
}

const withoutTaker = (gap: NewGap): GapRow => ({
  ...gap,
  ...{ takenTeacherId: null, takenSchoolId: null, takenAt: null, assignedBy: null, note: null },
})

async function refuseStranger(ctx: Context, { id, districtId }: UnitSubject, teacherId: string): Promise<void> {
  const own = await listTeachersAt(ctx.db, districtId, [id], termAt(ctx.today).schoolYear)
  if (!own.some((one) => one.teacherId === teacherId)) throw coverProblems.notOfSchool()
}

/** The reason is kept apart, where only the school's leadership and who wrote it find it. */
async function putOnRecord(
  ctx: Context,
  { id: schoolId, districtId }: UnitSubject,
  { teacherId, fromDay, untilDay, reason }: Input<typeof absenceApi.report>['body'],
): Promise<string> {
  const id = ctx.newId()
  const who = { reportedAt: ctx.now, reportedBy: ctx.actor.name, accountId: ctx.actor.id, withdrawnAt: null }
  await insertAbsence(ctx.db, { districtId, id, schoolId, teacherId, fromDay, untilDay, ...who })
  await insertReason(ctx.db, { districtId, absenceId: id, schoolId, accountId: ctx.actor.id, reason })
  return id
}

/** People are looked for in the cluster of the school where the lesson is. */
async function gapOf(ctx: Context, lesson: DatedLesson, absenceId: string): Promise<NewGap> {
  const school = (await findUnit(ctx.db, lesson.schoolId, ctx.today))!
  const { teacherId, schoolId, day, period, fromTime, untilTime, className, subject, campusId } = lesson
  return {
    ...{ districtId: school.districtId, id: ctx.newId(), absenceId, schoolId, ...termAt(day), teacherId, day, period },
    ...{ fromTime, untilTime, className, subject, campusId, clusterId: school.clusterIds[0] ?? schoolId },
    state: 'asking',
  }
}

/** Called off: what is still to come needs nobody any more, and whoever was asked or had promised is told. */
export function withdrawAbsence(ctx: Context, absence: AbsenceRow): Promise<Reply<typeof absenceApi.withdraw>> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    const { districtId, id, schoolId, teacherId } = absence
    const gaps = await markWithdrawnGaps(db, { districtId, absenceId: id, today: ctx.today })
    if (gaps.length === 0) throw coverProblems.nothingToWithdraw()
    await markAbsenceWithdrawn(db, absence, ctx.now)
    for (const gap of gaps) await release(inside, gap)
    ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, lessons: gaps.length })
    return { lessons: gaps.length }
  })
}

async function release(ctx: Context, gap: GapRow): Promise<void> {
  await tellOthers(ctx, gap, undefined)
  if (gap.takenTeacherId === null) return
  await notify(ctx, {
    kind: 'cover.withdrawn',
    key: `${gap.id}:${gap.takenTeacherId}`,
    districtId: gap.districtId,
    title: `不用去代课了：${gapInWords(gap)}`,
    text: '这节课原来的老师自己上，谢谢你答应过。',
    to: '/cover/mine',
    accountIds: await accountsOf(ctx.db, gap.districtId, [gap.takenTeacherId]),
  })
}
