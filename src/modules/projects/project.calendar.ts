import { dayOf } from '#shared/day.ts'
import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listOpenSteps, type OpenStep, type StepsOf } from './project-due.sql.ts'

const FAR = '9999-12-31'

/** The days by which projects mean to reach their steps. What waits for a head is in their calendar as a todo already. */
export const milestoneCalendar: CalendarSource = {
  name: 'projects.milestones',
  list: async (ctx, subject, since) => {
    const whose = await whoseOf(ctx, subject)
    if (!whose) return []
    const span = { since: dayOf(since), until: FAR }
    const steps = await ctx.asOwner(async (db) => listOpenSteps(db, await listDistrictIds(db), whose, span))
    return steps.map(entryOf)
  },
}

async function whoseOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<StepsOf | undefined> {
  if (about === 'person') {
    const own = await findOwnTeacher(ctx)
    return own && { member: own }
  }
  if (about === 'school') return { schoolId: Number(subjectId) }
  return about === 'cluster' ? { clusterId: Number(subjectId) } : undefined
}

const entryOf = ({ id, title, project, school, dueOn, setAt }: OpenStep): CalendarEntry => ({
  ...{ id, title: `课题${title}：${project}`, words: school },
  when: { day: dueOn },
  changedAt: setAt,
})
