import { momentInWords } from '#shared/day.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { sayRoomUse } from '#modules/bookings/index.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { tellFellOut } from './delivery.notices.ts'
import { schoolsAt } from './enrolment.rules.ts'
import { listEnrolled } from './enrolment.sql.ts'
import type { OfferingSubject } from './offering.load.ts'
import { whyNotStanding } from './offering.rules.ts'
import { deliveryProblems } from './problems.ts'
import { freeSessions, noteOf } from './publish.actions.ts'
import type { Present } from './session.contract.ts'
import { deletePresent, insertPresent, listSessions, markSaid, type SessionRow } from './session.sql.ts'

async function sessionOf(ctx: Context, { row }: OfferingSubject, sessionId: string): Promise<SessionRow> {
  refuse(whyNotStanding(row.state))
  const found = (await ctx.asOwner((db) => listSessions(db, row))).find(({ id }) => id === sessionId)
  if (!found) throw deliveryProblems.noSession404()
  return found
}

/** It was held, with so many present; where nobody says how many, all who are enrolled were. */
export async function holdSession(
  ctx: Context,
  subject: OfferingSubject,
  sessionId: string,
  said: readonly Present[] | undefined,
): Promise<{ people: number }> {
  const session = await sessionOf(ctx, subject, sessionId)
  if (session.fromAt > ctx.now) throw deliveryProblems.notYetBegun({ from: momentInWords(session.fromAt) })
  const { row } = subject
  const enrolled = await listEnrolled(ctx.db, row)
  const schoolIds = schoolsAt(row.mode, session, enrolled)
  const present = said ?? enrolledAt(schoolIds, enrolled)
  const strange = present.find(({ schoolId }) => !schoolIds.includes(schoolId))
  if (strange) {
    const [school] = await listUnitNames(ctx.db, [strange.schoolId])
    throw deliveryProblems.notThere({ school: school?.name ?? '这所学校' })
  }
  await deletePresent(ctx.db, session)
  await insertPresent(ctx.db, session, [...new Map(present.map((one) => [one.schoolId, one])).values()])
  await markSaid(ctx.db, session, { state: '已上', why: '', saidAt: ctx.now, saidBy: ctx.actor.name })
  const people = present.reduce((sum, one) => sum + one.people, 0)
  await signRoomIn(ctx, row, session, people)
  ctx.note({ ...noteOf(row), session: sessionId, people })
  return { people }
}

/** Its room, where one is booked, was used; those who follow from their own schools are not in it. */
async function signRoomIn(
  ctx: Context,
  { districtId, mode }: OfferingSubject['row'],
  { bookingId }: SessionRow,
  people: number,
): Promise<void> {
  if (bookingId === null) return
  await sayRoomUse(ctx, { districtId, id: bookingId }, mode === '信息化同步教学' ? 0 : people)
}

const enrolledAt = (schoolIds: readonly number[], enrolled: readonly { schoolId: number; headCount: number }[]) =>
  schoolIds.map((schoolId) => ({
    schoolId,
    people: enrolled.filter((one) => one.schoolId === schoolId).reduce((sum, { headCount }) => sum + headCount, 0),
  }))

/** It was not held, or will not be: teacher and room are free then, and those who would come are told. */
export async function dropSession(ctx: Context, subject: OfferingSubject, sessionId: string, why: string) {
  const session = await sessionOf(ctx, subject, sessionId)
  const { row } = subject
  await deletePresent(ctx.db, session)
  await markSaid(ctx.db, session, { state: '未上', why, saidAt: ctx.now, saidBy: ctx.actor.name })
  await freeSessions(ctx, row.districtId, [session], `共享授课《${row.course}》这一次不上：${why}`)
  ctx.note({ ...noteOf(row), session: sessionId, why })
  if (session.fromAt > ctx.now) await tellFellOut(ctx, subject, { ...session, words: momentInWords(session.fromAt) }, why) // prettier-ignore
}
