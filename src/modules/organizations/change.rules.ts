import { dayAfter, dayInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import { lastDay as lastDayOf, schoolYearOf } from '#shared/school-year.ts'
import { intervalOn, merged, outside, type MemberRole, type Membership } from './membership.rules.ts'
import { organizationsProblems } from './problems.ts'

/** What a person says of a school's membership in one cluster; days are included, null: until further notice. */
export type Change =
  | { kind: 'join'; role: MemberRole; day: string; untilDay: string | null }
  | { kind: 'leave'; day: string }
  | { kind: 'role'; role: MemberRole; day: string; untilDay: string | null }

/** The memberships of a school in a cluster after a change; a Problem where it does not fit what is on file. */
export function changed(before: readonly Membership[], change: Change): Membership[] | Problem {
  if ('untilDay' in change && change.untilDay !== null && change.untilDay < change.day)
    return organizationsProblems.endBeforeStart({ from: change.day, until: change.untilDay })
  if (change.kind === 'join') return joined(before, change)
  const held = intervalOn(before, change.day)
  if (!held) return organizationsProblems.notMember({ day: change.day, spans: spansOf(before) })
  return change.kind === 'leave' ? left(before, change.day) : recast(before, change)
}

function joined(before: readonly Membership[], { role, day, untilDay }: Change & { kind: 'join' }) {
  const inWay = before.find(
    (one) => (untilDay === null || one.fromDay <= untilDay) && (one.untilDay === null || one.untilDay >= day),
  )
  if (inWay) return organizationsProblems.alreadyMember({ span: spanOf(inWay) })
  return merged([...before, { role, fromDay: day, untilDay }])
}

/** Whoever leaves is out from the next day on, until a later join. */
const left = (before: readonly Membership[], day: string) =>
  merged(before.flatMap((one) => outside(one, { fromDay: dayAfter(day), untilDay: null })))

/** Only days on which the school is a member take the role. */
function recast(before: readonly Membership[], { role, day, untilDay }: Change & { kind: 'role' }) {
  const span = { fromDay: day, untilDay }
  const kept = before.flatMap((one) => outside(one, span))
  const taken = before.flatMap((one) => within(one, span)).map((one) => ({ ...one, role }))
  return merged([...kept, ...taken])
}

function within(one: Membership, span: { fromDay: string; untilDay: string | null }): Membership[] {
  const fromDay = one.fromDay > span.fromDay ? one.fromDay : span.fromDay
  const ends = [one.untilDay, span.untilDay].filter((day) => day !== null).sort()
  const untilDay = ends[0] ?? null
  return untilDay !== null && untilDay < fromDay ? [] : [{ ...one, fromDay, untilDay }]
}

/** The school years of which the person has now spoken: ledgers of these years do not paint over it. */
export function keptYearsOf(change: Change): number[] {
  const first = schoolYearOf(change.kind === 'leave' ? dayAfter(change.day) : change.day)
  const last = change.kind !== 'leave' && change.untilDay !== null ? schoolYearOf(change.untilDay) : first
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** The school years, of those on record, in whose figures the school counts now and did not before, or the other way. */
export function yearsMoved(
  before: readonly Membership[],
  after: readonly Membership[],
  years: readonly number[],
): { schoolYear: number; gained: boolean }[] {
  const counts = (memberships: readonly Membership[], year: number) =>
    intervalOn(memberships, lastDayOf(year)) !== undefined
  return years
    .filter((year) => counts(before, year) !== counts(after, year))
    .map((schoolYear) => ({ schoolYear, gained: counts(after, schoolYear) }))
}

/** The days on which the cluster had a lead school before the change, and has none after it. */
export function leadless(
  before: readonly Membership[],
  after: readonly Membership[],
  others: readonly { fromDay: string; untilDay: string | null }[],
): Membership[] {
  const leads = (of: readonly Membership[]) => of.filter(({ role }) => role === '牵头校')
  return [...leads(after), ...others].reduce((left, taken) => left.flatMap((one) => outside(one, taken)), leads(before))
}

/** Days without membership between two memberships: nothing wrong with them, but worth a look before saving. */
export function gapsOf(memberships: readonly Membership[]): { from: string; until: string }[] {
  return memberships.slice(1).flatMap((next, at) => {
    const end = memberships[at]!.untilDay!
    return dayAfter(end) < next.fromDay ? [{ from: dayAfter(end), until: dayAfter(next.fromDay, -1) }] : []
  })
}

export function spanOf({ role, fromDay, untilDay }: Membership): string {
  return `${dayInWords(fromDay)}${untilDay === null ? '起' : `至${dayInWords(untilDay)}`}为${role}`
}

const spansOf = (memberships: readonly Membership[]) => memberships.map(spanOf).join('，')
