import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { changesSinceEdition } from './guide.actions.ts'

const SHOWN = 2

/** The office is told when the bases no longer are what the latest edition says of them. */
export const guideTodos: Todos = {
  name: 'practice.guide',
  title: '实践与体验指南',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const { role, unitId, unitName } of ctx.actor.grants) {
      const unit = role === 'cluster-office' ? await findUnit(ctx.db, unitId, ctx.today) : undefined
      const since = unit && (await changesSinceEdition(ctx, unit))
      if (!since || since.changes.length === 0) continue
      const { number, changes } = since
      todos.push({
        key: `${unitId}-${number}`,
        title: `指南第 ${number} 版以后有 ${changes.length} 处变化，可以定稿第 ${number + 1} 版`,
        detail: changes.slice(0, SHOWN).join(''),
        unitId,
        unitName,
        to: `/clusters/${unitId}/guide`,
      })
    }
    return todos
  },
}
