import { dayOf } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listUntold } from './event.sql.ts'
import { listWaitingPlans } from './plan.sql.ts'
import { unionsConvened } from './union.load.ts'

/** Plans of unions that wait for the office. */
export const planTodos: Todos = {
  name: 'teaching-research.plans',
  title: '联合体年度计划',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const { role, unitId, unitName } of ctx.actor.grants)
      if (role === 'cluster-office')
        for (const { unionId, name, schoolYear, n } of await listWaitingPlans(
          ctx.db,
          await listDistrictIds(ctx.db),
          unitId,
        ))
          // prettier-ignore
          todos.push({
            ...{ key: `${unionId}-${schoolYear}`, unitId, unitName },
            title: `确认${name}${schoolYearName(schoolYear)}的计划（${n} 项）`,
            to: `/unions/${unionId}?year=${schoolYear}`,
          })
    return todos
  },
}

/** Activities of the convenor's unions that are over, and of which nobody said what became. */
export const untoldTodos: Todos = {
  name: 'teaching-research.untold',
  title: '教研活动纪要',
  list: async (ctx) => (await untoldOf(ctx)).map((event) => ({
    ...{ key: event.id, unitId: event.clusterId, unitName: event.union },
    title: `写${event.union}活动的纪要：${event.theme}`,
    ...{ due: dayOf(new Date(event.untilAt.getTime() + 7 * 86_400_000)), to: `/research-activities/${event.id}` },
  })), // prettier-ignore
}

async function untoldOf(ctx: Context) {
  const unions = await unionsConvened(ctx)
  if (unions.length === 0) return []
  return listUntold(ctx.db, await listDistrictIds(ctx.db), unions.map(({ id }) => id), ctx.now) // prettier-ignore
}
