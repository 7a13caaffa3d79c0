import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { dayInWords, momentInWords } from '#shared/day.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { momentAt, nextRound } from './ask.rules.ts'
import { insertAsks, listAsks, markAnswered, markAsked, type AskRow } from './ask.sql.ts'
import { rankFor } from './free.actions.ts'
import { lockGap, markGap, type GapRow } from './gap.sql.ts'
import { findRule } from './rule.sql.ts'
import { weekdayName, weekdayOf } from '#shared/week.ts'

/** 11月26日周四第3节，七（3）班数学 */
export const gapInWords = ({ day, period, className, subject }: GapRow): string =>
  `${dayInWords(day).slice(5)}${weekdayName(weekdayOf(day))}第${period}节，${className}${subject}`

/** Puts everybody who can come and has an account in their order, and asks the first. Returns how many are asked now. */
export async function startAsking(ctx: Context, gap: GapRow): Promise<number> {
  return ctx.asOwner(async (db) => {
    const { ranked } = await rankFor({ ...ctx, db }, gap)
    const ids = ranked.map(({ teacherId }) => teacherId)
    const accounts = await listAccountsOfTeachers(db, gap.districtId, ids)
    const reachable = new Set(accounts.map(({ teacherId }) => teacherId))
    const { districtId, id: gapId, schoolId } = gap
    const asks = ranked
      .filter(({ teacherId }) => reachable.has(teacherId))
      .map(({ teacherId, schoolId: teacherSchoolId, why }, rank) => ({
        ...{ districtId, id: ctx.newId(), gapId, schoolId, teacherId, teacherSchoolId, rank, why },
      }))
    await insertAsks(db, asks)
    return moveOn({ ...ctx, db }, gap)
  })
}

/**
 * Goes on with a gap whose row is held: while somebody may still answer nobody else is asked; then it is the next ones'
 * turn; and when nobody is left the school is told. Returns how many have the question before them.
 */
async function moveOn(ctx: Context, gap: GapRow): Promise<number> {
  const asks = await listAsks(ctx.db, [gap.districtId], [gap.id])
  const asked = asks.filter(({ askedAt, answer }) => askedAt !== null && answer === null)
  const late = asked.filter(({ dueAt }) => dueAt! <= ctx.now)
  await markAnswered(ctx.db, gap.districtId, idsOf(late), { answer: 'late', at: ctx.now })
  if (asked.length > late.length) return asked.length - late.length
  const rule = await findRule(ctx.db, gap.districtId, gap.clusterId)
  const begins = momentAt(gap.day, gap.fromTime)
  const { count, dueAt } = nextRound(rule, ctx.now, begins)
  const next = begins > ctx.now ? asks.filter(({ askedAt }) => askedAt === null).slice(0, count) : []
  if (next.length === 0) await giveUp(ctx, gap, asks)
  else await askThem(ctx, gap, { next, dueAt })
  return next.length
}

const idsOf = (asks: readonly AskRow[]) => asks.map(({ id }) => id)

async function askThem(ctx: Context, gap: GapRow, { next, dueAt }: { next: readonly AskRow[]; dueAt: Date }) {
  const { districtId } = gap
  await markAsked(ctx.db, districtId, idsOf(next), { at: ctx.now, dueAt })
  const school = await nameOf(ctx.db, gap.schoolId)
  for (const { id, teacherId } of next)
    await notify(ctx, {
      kind: 'cover.asked',
      key: id,
      districtId,
      title: `能去代课吗：${gapInWords(gap)}`,
      text: `${school}，${gap.fromTime}–${gap.untilTime}。先答应的老师去，请在 ${momentInWords(dueAt).slice(11)} 前回复。`,
      to: `/cover/asks/${id}`,
      accountIds: await accountsOf(ctx.db, districtId, [teacherId]),
    })
  await ctx.enqueue({
    kind: nextTurn.name,
    districtId,
    unitId: gap.schoolId,
    payload: { gapId: gap.id },
    key: `${gap.id}:${next[0]!.id}`,
    dueAt,
  })
}

async function giveUp(ctx: Context, gap: GapRow, asks: readonly AskRow[]): Promise<void> {
  if (!(await markGap(ctx.db, gap, ['asking'], { state: 'nobody' }))) return
  const why = asks.length === 0 ? '学区里没有能去又有账号的老师' : `问过的 ${asks.length} 位老师都没有答应`
  await tellSchool(ctx, gap, {
    kind: 'cover.nobody',
    title: `没有人代课：${gapInWords(gap)}`,
    text: `${why}，请指定一位老师，或由本校自行安排。`,
  })
}

/** Tells the school's leadership what has become of a lesson, once for each turn it takes. */
export async function tellSchool(
  ctx: Context,
  gap: GapRow,
  { kind, title, text }: { kind: string; title: string; text: string },
): Promise<void> {
  await notify(ctx, {
    kind,
    key: `${gap.id}:${ctx.now.getTime()}`,
    districtId: gap.districtId,
    title,
    text,
    to: `/cover/gaps/${gap.id}`,
    unitIds: [gap.schoolId],
    roles: ['principal', 'liaison'],
  })
}

export const accountsOf = async (db: Db, districtId: number, teacherIds: readonly string[]): Promise<string[]> =>
  (await listAccountsOfTeachers(db, districtId, teacherIds)).map(({ accountId }) => accountId)

export const nameOf = async (db: Db, unitId: number): Promise<string> =>
  (await listUnitNames(db, [unitId]))[0]?.name ?? ''

/** Goes on with a gap, if it is still open. */
export async function goOn(ctx: Context, districtId: number, gapId: string): Promise<void> {
  await ctx.asOwner(async (db) => {
    const gap = await lockGap(db, districtId, gapId)
    if (gap?.state === 'asking') await moveOn({ ...ctx, db }, gap)
  })
}

/** When those who were asked have let their time run out, it is the next ones' turn. */
export const nextTurn: JobKind<{ gapId: string }> = {
  name: 'cover.next',
  title: '询问下一位代课教师',
  tries: 5,
  run: (system, { districtId, payload }) => system.inContext((ctx) => goOn(ctx, districtId, payload.gapId)),
}
