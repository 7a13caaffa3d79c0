import { dayAfter } from '#shared/day.ts'
import type { Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listEdited } from './collection.sql.ts'

/** Within so many days after its last day a volume is to be edited. */
const EDITED_DAYS = 30

/** Volumes for which nothing more comes in, and that the office has to edit. */
export const volumeTodos: Todos = {
  name: 'collections.volumes',
  title: '论文集和案例集',
  list: async (ctx) => {
    const offices = ctx.actor.grants.filter(({ role }) => role === 'cluster-office')
    if (offices.length === 0) return []
    const ids = offices.map(({ unitId }) => unitId)
    const rows = await listEdited(ctx.db, await listDistrictIds(ctx.db), ids, ctx.today)
    return rows.map(({ id, title, clusterId, until }) => ({
      ...{ key: id, title: `编排${title}并成册`, due: dayAfter(until, EDITED_DAYS), to: `/collections/${id}` },
      ...{ unitId: clusterId, unitName: offices.find(({ unitId }) => unitId === clusterId)?.unitName ?? '' },
    }))
  },
}
