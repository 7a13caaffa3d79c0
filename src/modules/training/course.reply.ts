import { within } from '#shared/access.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import type { CourseLine, CoursePage, Participant, SessionLine } from './course.contract.ts'
import { courseAccess, type CourseSubject } from './course.load.ts'
import { isClosed, stateOf, whyNotEnrolOrLeave, whyNotFinish } from './course.rules.ts'
import type { CourseRow, SessionRow } from './course.sql.ts'
import { earned, type PlanInForce } from './credit.rules.ts'
import type { DeclarationRow } from './declaration.sql.ts'
import type { ParticipantRow } from './enrolment.sql.ts'

export function lineOf(row: CourseRow, now: Date): CourseLine {
  const { id, unitId, unitName, tier, title, field, stage, subject, capacity, words, hours, sessions, people } = row
  return {
    ...{ id, unitId, unitName, tier, title, field, stage, subject, capacity, words, hours, sessions, people },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    state: stateOf(row, now),
    countsAs: row.countsAs,
    mine: row.mine,
  }
}

export const sessionOf = ({ startsAt, endsAt, ...session }: SessionRow): SessionLine => ({
  ...session,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

/** The hours of a course to which somebody came. */
export const hoursOf = (attended: readonly string[], sessions: readonly SessionRow[]): number =>
  sessions.filter(({ id }) => attended.includes(id)).reduce((sum, { hours }) => sum + hours, 0)

interface Given {
  row: CourseRow
  sessions: readonly SessionRow[]
  plan: PlanInForce | undefined
}

/** What somebody earns by a course, in hundredths. */
export function earnedBy({ row, sessions, plan }: Given, attended: readonly string[]): number {
  return plan ? earned(plan, hoursOf(attended, sessions), row.hours) : 0
}

export function participantOf(ctx: Context, given: Given, one: ParticipantRow, isOwn: boolean): Participant {
  const known = isOwn || within(ctx.actor.names, { schoolId: one.schoolId, districtId: given.row.districtId })
  return {
    ...{ teacherId: one.teacherId, schoolId: one.schoolId, schoolName: one.schoolName, attended: one.attended },
    name: known ? one.name || '—' : maskName(one.name),
    masked: !known,
    hours: hoursOf(one.attended, given.sessions),
    credits: earnedBy(given, one.attended) / 100,
  }
}

export const declarationOf = (row: DeclarationRow): CoursePage['declarations'][number] => ({
  ...{ state: row.state, declaredBy: row.declaredBy, countsAs: row.countsAs, reason: row.reason, number: row.number },
  declaredAt: row.declaredAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decidedBy: row.decidedBy,
})

export function courseVerbs({ actor, now }: Context, subject: CourseSubject): CoursePage['can'] {
  const { row } = subject
  const keeps = courseAccess.keep(actor, subject) && !isClosed(row, now)
  const mayMove = whyNotEnrolOrLeave(row, now) === undefined
  const verbs: [CoursePage['can'][number], boolean][] = [
    ['change', keeps],
    ['mark', keeps && now >= row.startsAt],
    ['finish', keeps && whyNotFinish(row, now) === undefined],
    ['add', courseAccess.add(actor, subject) && !isClosed(row, now)],
    ['enrol', courseAccess.enrol(actor, subject) && !row.mine && mayMove],
    ['leave', row.mine && mayMove],
  ]
  return verbs.filter(([, may]) => may).map(([verb]) => verb)
}
