import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { readConcerns } from './concern.actions.ts'

/** Figures of the clusters whose office the person is, that a reader will wonder about and nobody has said a word to. */
export const notesWaiting: Todos = {
  name: 'assessment.notes',
  title: '需要说明的指标',
  list: async (ctx) => {
    const offices = ctx.actor.grants.filter(({ role }) => role === 'cluster-office')
    const waiting: Todo[] = []
    for (const unitId of new Set(offices.map((grant) => grant.unitId))) waiting.push(...(await waitingAt(ctx, unitId)))
    return waiting
  },
}

async function waitingAt(ctx: Context, unitId: number): Promise<Todo[]> {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  const open = unit ? (await readConcerns(ctx, unit)).filter(({ settled }) => !settled) : []
  if (!unit || open.length === 0) return []
  const names = [...new Set(open.map(({ name }) => name))].join('、')
  return [
    {
      key: String(unitId),
      title: `${open.length} 处数据需要说明原因`,
      detail: names,
      unitId,
      unitName: unit.name,
      to: `/clusters/${unitId}/targets`,
    },
  ]
}
