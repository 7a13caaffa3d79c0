import { schoolYearName } from '#shared/school-year.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { quotaAddress } from './application.notices.ts'
import { runsClusters } from './pool.todos.ts'
import { countWaiting } from './quota.sql.ts'

/** Candidates who wait for a decision on a place. */
export const quotaTodos: Todos = {
  name: 'posts.titles',
  title: '高级职称申报名额',
  list: async (ctx) => {
    const clusters = new Map(runsClusters(ctx))
    const waiting = await countWaiting(ctx.db, await listDistrictIds(ctx.db), [...clusters.keys()])
    return waiting.map(({ clusterId, schoolYear, n }): Todo => ({
      key: `${clusterId}-${schoolYear}`,
      title: `${schoolYearName(schoolYear)}有 ${n} 位教师申报高级职称名额，等待决定`,
      unitId: clusterId,
      unitName: clusters.get(clusterId) ?? '',
      to: quotaAddress(clusterId, schoolYear),
    }))
  },
}
