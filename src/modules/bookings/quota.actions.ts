import type { Context } from '#platform/context.ts'
import { dayOf, momentOf } from '#shared/day.ts'
import { bookingProblems } from './problems.ts'
import { quotaInWords, spanAround } from './quota.rules.ts'
import { countHolding, lockQuota, type Quota } from './quota.sql.ts'

interface Counted {
  schoolId: number | null
  fromAt: Date
}

/** Throws where a school would use another school's venues more often than that school lets it. Own use is not counted, nor a group from outside. */
export async function checkQuotas(
  ctx: Context,
  quotas: readonly Quota[],
  userSchoolId: number | null,
  bookings: readonly Counted[],
): Promise<void> {
  if (userSchoolId === null || quotas.length === 0) return
  const others = bookings.filter(({ schoolId }) => schoolId !== null && schoolId !== userSchoolId)
  const schoolIds = [...new Set(others.map(({ schoolId }) => schoolId!))].sort((a, b) => a - b)
  for (const schoolId of schoolIds.filter((id) => quotas.some((quota) => quota.schoolId === id)))
    await lockQuota(ctx.db, schoolId, userSchoolId)
  for (const quota of quotas)
    for (const days of spansOf(quota, others)) await checkQuota(ctx, quota, userSchoolId, days)
}

/** The spans of a quota into which bookings fall, each once. */
function spansOf({ span, schoolId }: Quota, bookings: readonly Counted[]) {
  const own = bookings.filter((one) => one.schoolId === schoolId)
  const spans = own.map(({ fromAt }) => spanAround(span, dayOf(fromAt)))
  return [...new Map(spans.map((one) => [one.fromDay, one])).values()]
}

async function checkQuota(
  ctx: Context,
  quota: Quota,
  userSchoolId: number,
  { fromDay, untilDay }: { fromDay: string; untilDay: string },
): Promise<void> {
  const within = { userSchoolId, fromAt: momentOf(fromDay, '00:00'), untilAt: momentOf(untilDay, '24:00') }
  const n = await ctx.asOwner((db) => countHolding(db, quota, within))
  if (n <= quota.uses) return
  throw bookingProblems.quotaUsed({
    words: `该校规定${quotaInWords(quota)}，${fromDay} 至 ${untilDay} 连同这次已有 ${n} 次。`,
  })
}
