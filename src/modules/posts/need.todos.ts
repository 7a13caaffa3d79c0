import { schoolYearName } from '#shared/school-year.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { countOpenNeeds } from './need.sql.ts'
import { runsClusters } from './pool.todos.ts'

/** What is on the list and not reported, and what was reported and has no result. */
export const needTodos: Todos = {
  name: 'posts.needs',
  title: '联合招聘需求',
  list: async (ctx) => {
    const clusters = new Map(runsClusters(ctx))
    const open = await countOpenNeeds(ctx.db, await listDistrictIds(ctx.db), [...clusters.keys()])
    return open.map(({ clusterId, schoolYear, status, n }): Todo => {
      const year = schoolYearName(schoolYear)
      return {
        key: `${clusterId}-${schoolYear}-${status}`,
        title: status === '拟报' ? `${year}有 ${n} 条联合招聘需求还没有报区` : `登记${year} ${n} 条联合招聘的结果`,
        unitId: clusterId,
        unitName: clusters.get(clusterId) ?? '',
        to: `/clusters/${clusterId}/posts?part=recruitment&year=${schoolYear}`,
      }
    })
  },
}
