import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { recordDelivered, removeDelivered } from '#modules/courses/index.ts'
import { headsIn, sessionsOf } from './enrolment.rules.ts'
import { listEnrolled } from './enrolment.sql.ts'
import type { OfferingSubject } from './offering.load.ts'
import { whyNotComplete, whyNotReopen, whyNotStanding } from './offering.rules.ts'
import { updateOffering } from './offering.sql.ts'
import { noteOf } from './publish.actions.ts'
import { listSessions } from './session.sql.ts'

/** It is over: its classes stand in the ledger of courses, and the figures of the school that gave it are counted anew. */
export async function completeOffering(ctx: Context, { row }: OfferingSubject): Promise<{ benefiting: number }> {
  refuse(whyNotStanding(row.state))
  const sessions = await ctx.asOwner((db) => listSessions(db, row))
  refuse(whyNotComplete(sessions))
  const enrolled = await listEnrolled(ctx.db, row)
  const classes = enrolled.map(({ schoolId, grade, className, headCount }) => ({
    ...{ id: ctx.newId(), userSchoolId: schoolId, grade, className, headCount },
    sessions: sessionsOf(schoolId, sessions),
  }))
  const { districtId, id: offeringId, clusterId, schoolId, schoolYear, term, entryId, course: name, stage } = row
  const delivered = { districtId, offeringId, clusterId, schoolId, schoolYear, term, entryId, name, stage }
  await ctx.asOwner((db) => recordDelivered(db, delivered, classes))
  await updateOffering(ctx.db, row, { state: '已结课', completedAt: ctx.now })
  const benefiting = headsIn(classes.filter((one) => one.sessions > 0))
  ctx.note({ ...noteOf(row), benefiting })
  return { benefiting }
}

/** It is not over after all: something said of it was wrong. */
export async function reopenOffering(ctx: Context, { row }: OfferingSubject): Promise<void> {
  refuse(whyNotReopen(row.state))
  await ctx.asOwner((db) => removeDelivered(db, { districtId: row.districtId, offeringId: row.id }))
  await updateOffering(ctx.db, row, { state: '已发布', completedAt: null })
  ctx.note(noteOf(row))
}
