import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listDeclarations, listReturned } from './declaration.sql.ts'

const SHOWN = 2

/** What clusters declared waits for the district; what the district gave back waits for the cluster's office. */
export const trainingTodos: Todos = {
  name: 'training.declarations',
  title: '研修学分',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const { role, unitId, unitName, unitKind } of ctx.actor.grants) {
      const at = { unitId, unitName }
      if (role === 'district-officer' && unitKind === 'district') todos.push(...(await ofDistrict(ctx, at)))
      if (role === 'cluster-office') todos.push(...(await ofCluster(ctx, at)))
    }
    return todos
  },
}

interface At {
  unitId: number
  unitName: string
}

async function ofDistrict(ctx: Context, at: At): Promise<Todo[]> {
  const waiting = (await listDeclarations(ctx.db, at.unitId)).filter(({ state }) => state === '已申报')
  if (waiting.length === 0) return []
  return [
    {
      ...at,
      key: `${at.unitId}-waiting`,
      title: `认定 ${waiting.length} 门学区集团研修课程的学分`,
      detail: waiting.slice(0, SHOWN).map(({ title, unitName }) => `${unitName}《${title}》`).join('，'), // prettier-ignore
      to: `/units/${at.unitId}/training-recognition`,
    },
  ]
}

async function ofCluster(ctx: Context, at: At): Promise<Todo[]> {
  return (await listReturned(ctx.db, await listDistrictIds(ctx.db), at.unitId)).map(
    ({ id, courseId, title, reason }) => ({
      ...at,
      key: id,
      title: `《${title}》的学分申报被退回，改好后再申报`,
      ...(reason && { detail: reason }),
      to: `/training/${courseId}`,
    }),
  )
}
