import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { findReason } from './absence.sql.ts'
import { tellOthers } from './answer.actions.ts'
import { momentAt } from './ask.rules.ts'
import { deleteUnanswered, listAsks, type AskRow } from './ask.sql.ts'
import { accountsOf, gapInWords, nameOf, startAsking } from './asking.actions.ts'
import { rankFor, whyTeacherNotFree } from './free.actions.ts'
import { gapLines, type GapSubject } from './gap-lines.ts'
import type { Gap, gapApi } from './gap.contract.ts'
import { lockGap, lockTeacher, markGap, markTaken, type GapRow } from './gap.sql.ts'
import { listGivenOf } from './given.sql.ts'
import { coverProblems } from './problems.ts'
import type { Out, Ranked } from './rank.rules.ts'
import { findRule } from './rule.sql.ts'
import { isNamed, keepsSchool } from './school.access.ts'

const UNTOLD = '缺课'

/** A gap whole: who was asked and what they said, who could come in which order, and why not the others. */
export async function readGap(ctx: Context, { gap, school }: GapSubject): Promise<Gap> {
  const [line] = await gapLines(ctx, [gap])
  const keeps = keepsSchool(ctx.actor, school)
  const reason = await findReason(ctx.db, gap.districtId, gap.absenceId)
  return ctx.asOwner(async (db) => {
    const found = keeps && gap.state !== 'withdrawn' ? await rankFor({ ...ctx, db }, gap) : undefined
    const [given] = await listGivenOf(db, [gap.districtId], [gap.id])
    return {
      ...line!,
      ...{ absenceId: gap.absenceId, sample: school.sample, reason: reason ?? UNTOLD, note: gap.note },
      contest: given?.contest ?? null,
      rule: await findRule(db, gap.districtId, gap.clusterId),
      ...(found ? await peopleOf(ctx, db, gap, found) : { asks: [], ranked: [], out: [] }),
    }
  })
}

type Found = Awaited<ReturnType<typeof rankFor>>

async function peopleOf(
  ctx: Context,
  db: Db,
  gap: GapRow,
  found: Found,
): Promise<Pick<Gap, 'asks' | 'ranked' | 'out'>> {
  const { ranked, out, teachers, schoolNames } = found
  const asks = await listAsks(db, [gap.districtId], [gap.id])
  const accounts = await listAccountsOfTeachers(db, gap.districtId, ranked.map(({ teacherId }) => teacherId)) // prettier-ignore
  const reachable = new Set(accounts.map(({ teacherId }) => teacherId))
  const person = ({ teacherId, why }: Pick<Ranked, 'teacherId' | 'why'>, isTaker = false) => {
    const teacher = teachers.get(teacherId)
    const name = teacher?.name ?? ''
    const isTold = isTaker || (teacher !== undefined && isNamed(ctx.actor, teacher))
    return { teacherId, name: isTold ? name : maskName(name), schoolName: schoolNames.get(teacher?.schoolId ?? 0) ?? '', why } // prettier-ignore
  }
  return {
    asks: asks.map((ask) => ({ ...person(ask, ask.answer === 'yes'), ...stateOf(ask) })),
    ranked: ranked.map((one) => ({ ...person(one), reachable: reachable.has(one.teacherId) })),
    out: out
      .filter(({ kind }) => kind !== 'self')
      .map((one) => ({ ...person(one), mayAssign: isPossible(one) }))
      .sort((a, b) => Number(b.mayAssign) - Number(a.mayAssign)),
  }
}

/** Of another subject somebody may still sit with the class. */
const isPossible = ({ kind }: Out) => kind === 'subject' || kind === 'stage' || kind === 'unknown'

const stateOf = ({ askedAt, answer, dueAt, answeredAt }: AskRow) => ({
  state: answer ?? (askedAt === null ? ('waiting' as const) : ('asked' as const)),
  dueAt: dueAt?.toISOString() ?? null,
  answeredAt: answeredAt?.toISOString() ?? null,
})

/** The school names somebody itself; being elsewhere or on the way then is no place to be named for. */
export function assignGap(
  ctx: Context,
  { gap: { districtId, id } }: GapSubject,
  teacherId: string,
): Promise<Reply<typeof gapApi.assign>> {
  return ctx.asOwner(async (db) => {
    const inside = { ...ctx, db }
    await lockTeacher(db, teacherId)
    const gap = (await lockGap(db, districtId, id))!
    const against = await whyTeacherNotFree(inside, gap, teacherId)
    if (against) throw coverProblems.notFree({ why: against })
    const { teachers } = await rankFor(inside, gap)
    const teacher = teachers.get(teacherId)!
    const taking = { teacherId, schoolId: teacher.schoolId, at: ctx.now, assignedBy: ctx.actor.name }
    if (!(await markTaken(db, gap, taking))) throw coverProblems.settled()
    await tellOthers(inside, gap, undefined)
    await notify(inside, {
      kind: 'cover.assigned',
      key: `${id}:${teacherId}`,
      districtId,
      title: `请你代课：${gapInWords(gap)}`,
      text: `${await nameOf(db, gap.schoolId)}请你来上这节课，${gap.fromTime}–${gap.untilTime}。去不了请尽快告诉学校。`,
      to: '/cover/mine',
      accountIds: await accountsOf(db, districtId, [teacherId]),
    })
    ctx.note({ districtId, unitId: gap.schoolId, subjectId: teacherId, day: gap.day, period: gap.period })
    return { name: isNamed(ctx.actor, teacher) ? teacher.name : maskName(teacher.name) }
  })
}

/** The school sees to it itself; nobody is asked any more. */
export async function keepOwn(ctx: Context, { gap }: GapSubject, note: string | undefined): Promise<void> {
  await ctx.asOwner(async (db) => {
    if (!(await markGap(db, gap, ['asking', 'nobody'], { state: 'own', note: note ?? null })))
      throw coverProblems.settled()
    await tellOthers({ ...ctx, db }, gap, undefined)
  })
  ctx.note({ districtId: gap.districtId, unitId: gap.schoolId, day: gap.day, period: gap.period })
}

/** Everybody who has not said no is asked once more, by what the day looks like now. */
export async function askAgain(ctx: Context, { gap }: GapSubject): Promise<Reply<typeof gapApi.again>> {
  if (momentAt(gap.day, gap.untilTime) <= ctx.now) throw coverProblems.isOver()
  return ctx.asOwner(async (db) => {
    if (!(await markGap(db, gap, ['nobody'], { state: 'asking' }))) throw coverProblems.settled()
    await deleteUnanswered(db, gap.districtId, gap.id)
    ctx.note({ districtId: gap.districtId, unitId: gap.schoolId, day: gap.day, period: gap.period })
    return { asked: await startAsking({ ...ctx, db }, { ...gap, state: 'asking' }) }
  })
}
