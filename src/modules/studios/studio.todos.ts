import { dayAfter } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listWaiting } from './call.sql.ts'
import { listHosted } from './studio.sql.ts'
import { listDue } from './task.sql.ts'

/** What is due within so many days stands among the todos. */
export const AHEAD_DAYS = 30

/** Applications that wait for the office. */
export const applicationTodos: Todos = {
  name: 'studios.applications',
  title: '工作室遴选',
  list: async (ctx) => {
    const offices = ctx.actor.grants.filter(({ role }) => role === 'cluster-office')
    if (offices.length === 0) return []
    const waiting = await listWaiting(ctx.db, await listDistrictIds(ctx.db), offices.map(({ unitId }) => unitId)) // prettier-ignore
    return waiting.map(({ callId, title, clusterId, until, n }) => ({
      ...{ key: callId, title: `评选工作室申报：${title}（${n} 份）`, due: dayAfter(until, AHEAD_DAYS) },
      ...{ unitId: clusterId, unitName: offices.find(({ unitId }) => unitId === clusterId)?.unitName ?? '' },
      to: `/studio-calls/${callId}`,
    }))
  },
}

/** What the studios that the reader hosts have still to do. */
export const taskTodos: Todos = {
  name: 'studios.tasks',
  title: '工作室任务',
  list: async (ctx) => {
    const hosted = await hostedBy(ctx)
    const ids = hosted.map(({ id }) => id)
    if (ids.length === 0) return []
    const due = await listDue(ctx.db, await listDistrictIds(ctx.db), ids, dayAfter(ctx.today, AHEAD_DAYS))
    return due.map(({ id, studioId, studio, clusterId, schoolYear, what, dueOn }): Todo => ({
      ...{ key: id, title: `完成工作室任务：${what}`, detail: studio, due: dueOn },
      ...{ unitId: clusterId, unitName: studio, to: `/studios/${studioId}?year=${schoolYear}` },
    }))
  },
}

async function hostedBy(ctx: Context) {
  const own = await findOwnTeacher(ctx)
  return own ? ctx.asOwner(async (db) => listHosted(db, await listDistrictIds(db), own)) : []
}
