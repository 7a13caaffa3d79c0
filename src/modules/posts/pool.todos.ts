import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { poolAddress } from './pool.notices.ts'
import { isOver } from './pool.rules.ts'
import { listPool } from './pool.sql.ts'

/** The clusters that a person runs. */
export const runsClusters = ({ actor }: Context) => [
  ...new Map(
    actor.grants.filter(({ role }) => role === 'cluster-office').map(({ unitId, unitName }) => [unitId, unitName]),
  ),
]

/** Proposals that wait for the office, and members whose term is over. */
export const poolTodos: Todos = {
  name: 'posts.pool',
  title: '骨干教师蓄水池',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const [unitId, unitName] of runsClusters(ctx)) {
      const pool = await listPool(ctx.db, await listDistrictIds(ctx.db), unitId)
      const waiting = pool.filter(({ status }) => status === '待定')
      const over = pool.filter((one) => isOver(one, ctx.today))
      const at = { unitId, unitName }
      if (waiting.length > 0)
        todos.push({
          ...at,
          key: `${unitId}-waiting`,
          title: `决定 ${waiting.length} 位教师是否进入骨干教师蓄水池`,
          to: poolAddress(unitId, Math.max(...waiting.map(({ schoolYear }) => schoolYear))),
        })
      if (over.length > 0)
        todos.push({
          ...at,
          key: `${unitId}-over`,
          title: `骨干教师蓄水池有 ${over.length} 位教师期满，请登记出池或重新推荐`,
          to: poolAddress(unitId),
        })
    }
    return todos
  },
}
