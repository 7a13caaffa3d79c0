import { dayAfter } from '#shared/day.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'

export const memberRoles = ['牵头校', '轮值校', '成员校'] as const
export type MemberRole = (typeof memberRoles)[number]

/** A school in a cluster from one day to another, both included; null: until further notice. */
export interface Membership {
  role: MemberRole
  fromDay: string
  untilDay: string | null
}

/**
 * The memberships of one school in one cluster after a ledger said its role in a school year, or left it out (null):
 * what a year says holds until the next year of which a ledger of the cluster speaks (`otherYears`), whichever came in
 * first. Days outside stay as they were, and intervals of one role that touch become one.
 */
export function paintMembership(
  before: readonly Membership[],
  said: { schoolYear: number; role: MemberRole | null },
  otherYears: readonly number[],
): Membership[] {
  const later = otherYears.filter((year) => year > said.schoolYear)
  const painted = {
    fromDay: firstDay(said.schoolYear),
    untilDay: later.length > 0 ? lastDay(Math.min(...later) - 1) : null,
  }
  const stated = said.role === null ? [] : [{ ...painted, role: said.role }]
  return merged([...before.flatMap((interval) => outside(interval, painted)), ...stated])
}

/** The interval that holds a day. */
export const intervalOn = <T extends Omit<Membership, 'role'>>(intervals: readonly T[], day: string): T | undefined =>
  intervals.find(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day))

/** What remains of an interval beside the painted one: nothing, one piece, or one on either side. */
export function outside(interval: Membership, painted: Omit<Membership, 'role'>): Membership[] {
  const pieces: Membership[] = []
  if (interval.fromDay < painted.fromDay)
    pieces.push({ ...interval, untilDay: earlier(interval.untilDay, dayAfter(painted.fromDay, -1)) })
  if (painted.untilDay !== null && (interval.untilDay === null || interval.untilDay > painted.untilDay)) {
    const next = dayAfter(painted.untilDay)
    pieces.push({ ...interval, fromDay: interval.fromDay > next ? interval.fromDay : next })
  }
  return pieces
}

const earlier = (a: string | null, b: string) => (a !== null && a < b ? a : b)

/** In the order of their days; intervals of one role that touch are one. */
export function merged(intervals: readonly Membership[]): Membership[] {
  const result: Membership[] = []
  for (const next of [...intervals].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    const last = result.at(-1)
    if (last?.role === next.role && last.untilDay !== null && dayAfter(last.untilDay) === next.fromDay)
      result[result.length - 1] = { ...last, untilDay: next.untilDay }
    else result.push(next)
  }
  return result
}
