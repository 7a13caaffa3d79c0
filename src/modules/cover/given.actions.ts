import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import {
  insertGiven,
  listGivenOf,
  listMissed,
  listUncounted,
  listUnsettledCovers,
  listUnsettledPosts,
  markSettled,
  updateGiven,
  type GivenRow,
  type UnsettledPost,
} from './given.sql.ts'
import type { GapRow } from './gap.sql.ts'
import { isHoliday } from '#platform/holidays.ts'
import { coverProblems } from './problems.ts'
import { daysBetween } from '#shared/week.ts'
import { isOn } from './week.actions.ts'

export const SOURCE = 'cover.lessons'

/**
 * What was given up to yesterday goes on record, unless the school that took it has said otherwise: lessons taken over,
 * and the weekly lessons at other schools, but for holidays and for those whose teacher was away.
 */
export function settle(ctx: Context, districtIds: readonly number[]): Promise<void> {
  return ctx.asOwner(async (db) => {
    const posts = await listUnsettledPosts(db, districtIds, ctx.today)
    const missed = await listMissed(db, districtIds, [...new Set(posts.map(({ teacherId }) => teacherId))])
    const absent = new Set(missed.map(({ teacherId, day, period }) => `${teacherId}|${day}|${period}`))
    const given = [
      ...(await listUnsettledCovers(db, districtIds, ctx.today)),
      ...posts.flatMap((post) => daysOf(post, absent)),
    ].map((one) => ({ ...one, ...byItself(ctx) }))
    await markSettled(db, districtIds, ctx.today)
    await noteCounted(db, await insertGiven(db, given))
    await beginToCount(db, districtIds)
  })
}

const byItself = (ctx: Context) => ({
  ...{ id: ctx.newId(), state: '已确认' as const, contest: null, confirmedAt: ctx.now, confirmedBy: null },
})

function daysOf(
  { fromDay, untilDay, postId: _, weekday, weeks, weekOne, ...post }: UnsettledPost,
  absent: Set<string>,
) {
  return daysBetween(fromDay, untilDay)
    .filter((day) => isOn({ weekday, weeks, weekOne }, day) && !isHoliday(day))
    .filter((day) => !absent.has(`${post.teacherId}|${day}|${post.period}`))
    .map((day) => ({ ...post, kind: '兼课' as const, day }))
}

/** Both schools' figures of that year are counted anew. */
async function noteCounted(db: Db, given: readonly GivenRow[]): Promise<void> {
  const keys = given.flatMap(({ districtId, schoolId, toSchoolId, schoolYear }) =>
    [schoolId, toSchoolId].map((id) => ({ districtId, schoolId: id, schoolYear, source: SOURCE })),
  )
  await noteStale(db, keys)
}

async function beginToCount(db: Db, districtIds: readonly number[]): Promise<void> {
  const keys = (await listUncounted(db, districtIds)).map((one) => ({ ...one, source: SOURCE }))
  await noteRecorded(db, keys)
  await noteStale(db, keys)
}

/** The work of every hour: what is past goes on record. */
export async function settleAll(ctx: Context): Promise<void> {
  await settle(ctx, await listDistrictIds(ctx.db))
}

/** The school that took a lesson says, with one press, that it was given; or what speaks against counting it. */
export async function sayGiven(ctx: Context, gap: GapRow, contest: string | null): Promise<void> {
  if (gap.state !== 'taken' || gap.takenTeacherId === null || gap.takenSchoolId === null) throw coverProblems.notTaken()
  if (gap.day > ctx.today) throw coverProblems.notYetGiven()
  await ctx.asOwner(async (db) => {
    const [before] = await listGivenOf(db, [gap.districtId], [gap.id])
    if (before) return sayOf(ctx, db, before, contest)
    const { districtId, id: sourceId, day, period, schoolYear, term, className, subject } = gap
    const row = { districtId, sourceId, day, period, schoolYear, term, className, subject, kind: '代课' as const }
    const who = { schoolId: gap.takenSchoolId!, toSchoolId: gap.schoolId, teacherId: gap.takenTeacherId! }
    await noteCounted(db, await insertGiven(db, [{ ...row, ...who, id: ctx.newId(), ...saidNow(ctx, contest) }]))
    await beginToCount(db, [districtId])
  })
  ctx.note({
    districtId: gap.districtId,
    unitId: gap.schoolId,
    subjectId: gap.takenTeacherId,
    contested: contest !== null,
  })
}

/** The same of a lesson that is on record already. */
export async function sayOf(ctx: Context, db: Db, given: GivenRow, contest: string | null): Promise<void> {
  await updateGiven(db, given, saidNow(ctx, contest))
  await noteCounted(db, [given])
}

const saidNow = (ctx: Context, contest: string | null) => ({
  state: contest === null ? ('已确认' as const) : ('有异议' as const),
  contest,
  confirmedAt: ctx.now,
  confirmedBy: ctx.actor.name,
})
