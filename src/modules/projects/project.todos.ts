import { dayAfter } from '#shared/day.ts'
import type { Todos } from '#platform/todo.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listOpenSteps } from './project-due.sql.ts'

/** What is due within so many days stands among the todos. */
const AHEAD_DAYS = 30
const EVER = '0001-01-01'

/** Steps of the reader's own projects that come near, or are past. */
export const milestoneTodos: Todos = {
  name: 'projects.milestones',
  title: '课题节点',
  list: async (ctx) => {
    const own = await findOwnTeacher(ctx)
    if (!own) return []
    const span = { since: EVER, until: dayAfter(ctx.today, AHEAD_DAYS) }
    const steps = await ctx.asOwner(async (db) => listOpenSteps(db, await listDistrictIds(db), { head: own }, span))
    return steps.map(({ id, projectId, project, schoolId, school, title, dueOn }) => ({
      ...{ key: id, title: `完成课题节点：${title}`, detail: project, due: dueOn, to: `/projects/${projectId}` },
      ...{ unitId: schoolId, unitName: school },
    }))
  },
}
