import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { siteStateOf } from './site.rules.ts'
import { listSites } from './site.sql.ts'

/** The clusters that a person runs. */
const runsClusters = ({ actor }: Context) => [
  ...new Map(
    actor.grants.filter(({ role }) => role === 'cluster-office').map(({ unitId, unitName }) => [unitId, unitName]),
  ),
]

/** Agreements with partners that end soon: after that nothing can be booked there. */
export const siteTodos: Todos = {
  name: 'venues.sites',
  title: '实践基地',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const [unitId, unitName] of runsClusters(ctx)) {
      const sites = await listSites(ctx.db, await listDistrictIds(ctx.db), unitId)
      for (const site of sites.filter((one) => siteStateOf(one, ctx.today) === '协议快到期'))
        todos.push({
          ...{ unitId, unitName },
          key: `${site.id}-${site.agreementUntil}`,
          title: `与“${site.name}”的协议快到期，请续签；到期以后不能再预约`,
          to: `/sites/${site.id}`,
          ...(site.agreementUntil !== null && { due: site.agreementUntil }),
        })
    }
    return todos
  },
}
