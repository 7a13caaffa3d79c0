import { dayAfter } from '#shared/day.ts'
import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { AHEAD_DAYS } from './studio.todos.ts'
import { listCalendarTasks, type CalendarTask, type TasksOf } from './task-calendar.sql.ts'

/** What studios have still to do, on the days by which they want to: for those in them, their school and cluster. */
export const taskCalendar: CalendarSource = {
  name: 'studios.tasks',
  list: async (ctx, subject, since) => {
    const whose = await whoseOf(ctx, subject)
    if (!whose) return []
    const days = { since, hostsFrom: dayAfter(ctx.today, AHEAD_DAYS) }
    const rows = await ctx.asOwner(async (db) => listCalendarTasks(db, await listDistrictIds(db), whose, days))
    return rows.map(entryOf)
  },
}

async function whoseOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<TasksOf | undefined> {
  if (about === 'person') return findOwnTeacher(ctx)
  if (about === 'school') return { schoolId: Number(subjectId) }
  return about === 'cluster' ? { clusterId: Number(subjectId) } : undefined
}

const entryOf = ({ id, what, dueOn, studio, changedAt }: CalendarTask): CalendarEntry => ({
  id,
  title: `工作室任务：${what}`,
  words: studio,
  when: { day: dueOn },
  isDue: true,
  changedAt,
})
