import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { callAccess } from './call.access.ts'
import { answersTo } from './call.actions.ts'
import type { AnswerState } from './call.contract.ts'
import { isOpen } from './call.rules.ts'
import { listOpenCalls, type CallRow } from './call.sql.ts'
import { readAsked } from './hand-in.actions.ts'

/** What is still to be handed in: for a school its own, for an office how many schools it waits for. */
export const handInTodos: Todos = {
  name: 'transfer.hand-in',
  title: '台账报送',
  list: async (ctx) => [...(await ofSchools(ctx)), ...(await ofOffices(ctx))],
}

async function ofSchools(ctx: Context): Promise<Todo[]> {
  const own = ctx.actor.grants.filter(({ role }) => role === 'principal' || role === 'liaison')
  const todos: Todo[] = []
  for (const unitId of new Set(own.map((grant) => grant.unitId))) {
    const school = await findUnit(ctx.db, unitId, ctx.today)
    const asked = school ? await readAsked(ctx, school) : []
    for (const { id, schoolYear, dueOn, state, closedAt, clusterName } of asked)
      if (closedAt === null && isOpen(state))
        todos.push({
          key: `${id}:${unitId}`,
          title: `${actOf(state)}${schoolYearName(schoolYear)}台账`,
          detail: `${clusterName}收件`,
          unitId,
          unitName: school!.name,
          due: dueOn,
          to: `/schools/${unitId}/hand-in`,
        })
  }
  return todos
}

const actOf = (state: AnswerState): string =>
  state === 'returned' ? '修改后重新报送' : state === 'partial' ? '报全' : '报送'

/** Only for those who run a cluster themselves: a bureau above many is not asked to chase schools. */
async function ofOffices(ctx: Context): Promise<Todo[]> {
  const clusterIds = ctx.actor.grants.filter(({ role }) => role === 'cluster-office').map(({ unitId }) => unitId)
  if (clusterIds.length === 0) return []
  const todos: Todo[] = []
  for (const call of await listOpenCalls(ctx.db, clusterIds)) todos.push(...(await ofCall(ctx, call)))
  return todos
}

async function ofCall(ctx: Context, call: CallRow): Promise<Todo[]> {
  const cluster = await findUnit(ctx.db, call.clusterId, ctx.today)
  if (!cluster || !callAccess.read(ctx.actor, cluster)) return []
  const answers = await answersTo(ctx, call)
  const open = answers.filter(({ state }) => isOpen(state))
  const toJudge = answers.filter(({ state }) => state === 'handed-in' || state === 'late').length
  if (open.length === 0 && toJudge === 0) return []
  const year = schoolYearName(call.schoolYear)
  const names = open
    .slice(0, 5)
    .map(({ schoolName }) => schoolName)
    .join('、')
  return [
    {
      key: call.id,
      title:
        open.length > 0 ? `${open.length} 所学校还没有报全${year}台账` : `${toJudge} 所学校报送的${year}台账等待审核`,
      ...(open.length > 0 && { detail: open.length > 5 ? `${names}等` : names }),
      unitId: cluster.id,
      unitName: cluster.name,
      due: call.dueOn,
      to: `/clusters/${cluster.id}/hand-in`,
    },
  ]
}
