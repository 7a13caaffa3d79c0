import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listClustersOfSchool, listDistrictIds } from '#modules/organizations/index.ts'
import { listWaiting } from './request.sql.ts'
import { needsOf, WISHES } from './season.notices.ts'
import { whyNotWish } from './season.rules.ts'
import { outside } from './season.load.ts'
import { listOwn } from './wish.actions.ts'
import { listWishes } from './wish.sql.ts'

/** Wishes still to be stated, by the teacher; requests still to be answered, by the principal and the office. */
export const wishTodos: Todos = {
  name: 'rotation-planning.wishes',
  title: '交流轮岗意愿',
  list: async (ctx) => [...(await ofTeacher(ctx)), ...(await ofPrincipals(ctx)), ...(await ofOffices(ctx))],
}

async function ofTeacher(ctx: Context): Promise<Todo[]> {
  if (!ctx.actor.grants.some(({ unitKind }) => unitKind === 'school')) return []
  const open = (await listOwn(ctx)).filter(({ season }) => !whyNotWish(season, ctx.today, false))
  const todos: Todo[] = []
  for (const { season, cluster, teacher } of open) {
    const stated = await outside(ctx, ({ db }) => listWishes(db, season, [teacher.teacherId]))
    if (stated.length > 0) continue
    todos.push({
      key: season.id,
      title: `填写${schoolYearName(season.schoolYear)}交流轮岗意愿`,
      unitId: cluster.id,
      unitName: cluster.name,
      due: season.wishesDue,
      to: WISHES,
    })
  }
  return todos
}

const grantsOf = ({ actor }: Context, role: string) => [
  ...new Map(actor.grants.filter((grant) => grant.role === role).map((grant) => [grant.unitId, grant])).values(),
]

async function ofPrincipals(ctx: Context): Promise<Todo[]> {
  const todos: Todo[] = []
  for (const { unitId, unitName } of grantsOf(ctx, 'principal')) {
    const clusterIds = await listClustersOfSchool(ctx.db, unitId)
    const waiting = await listWaiting(ctx.db, await listDistrictIds(ctx.db), clusterIds)
    const n = waiting.filter(({ schoolId }) => schoolId === unitId).reduce((sum, one) => sum + one.n, 0)
    if (n > 0) todos.push({ key: `requests-${unitId}`, title: asked(n), unitId, unitName, to: needsOf(unitId) })
  }
  return todos
}

async function ofOffices(ctx: Context): Promise<Todo[]> {
  const todos: Todo[] = []
  for (const { unitId, unitName } of grantsOf(ctx, 'cluster-office')) {
    const waiting = await listWaiting(ctx.db, await listDistrictIds(ctx.db), [unitId])
    const n = waiting.reduce((sum, one) => sum + one.n, 0)
    const to = `/clusters/${unitId}/rotation-season?tab=teachers`
    if (n > 0) todos.push({ key: `requests-${unitId}`, title: asked(n), unitId, unitName, to })
  }
  return todos
}

const asked = (n: number) => `${n} 份免予交流的申请等待答复`
