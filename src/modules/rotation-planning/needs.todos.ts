import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit, listClustersOfSchool, listDistrictIds } from '#modules/organizations/index.ts'
import { readBoard } from './needs.actions.ts'
import { listAnswers } from './needs.sql.ts'
import { membersOf } from './season.load.ts'
import { needsOf } from './season.notices.ts'
import { listSeasons } from './season.sql.ts'

/** What schools have still to hand in: for a school its own, for an office how many it waits for. */
export const needsTodos: Todos = {
  name: 'rotation-planning.needs',
  title: '交流轮岗需求',
  list: async (ctx) => [...(await ofSchools(ctx)), ...(await ofOffices(ctx))],
}

const unitsOf = ({ actor }: Context, roles: readonly string[]) =>
  new Set(actor.grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId))

async function ofSchools(ctx: Context): Promise<Todo[]> {
  const todos: Todo[] = []
  for (const unitId of unitsOf(ctx, ['principal', 'liaison'])) {
    const school = await findUnit(ctx.db, unitId, ctx.today)
    if (school) todos.push(...(await ofSchool(ctx, { id: unitId, name: school.name })))
  }
  return todos
}

async function ofSchool(ctx: Context, { id, name }: { id: number; name: string }): Promise<Todo[]> {
  const clusterIds = await listClustersOfSchool(ctx.db, id)
  const seasons = await listSeasons(ctx.db, await listDistrictIds(ctx.db), clusterIds)
  const todos: Todo[] = []
  for (const season of seasons.filter(({ closedAt }) => closedAt === null)) {
    const isMember = (await membersOf(ctx, season)).some(({ schoolId }) => schoolId === id)
    const answer = (await listAnswers(ctx.db, season)).find(({ schoolId }) => schoolId === id)
    if (!isMember || answer?.handedInAt) continue
    todos.push({
      key: `${season.id}-${id}`,
      title: `报送${schoolYearName(season.schoolYear)}交流轮岗需求`,
      detail: `${season.clusterName}收件`,
      unitId: id,
      unitName: name,
      due: season.needsDue,
      to: needsOf(id),
    })
  }
  return todos
}

async function ofOffices(ctx: Context): Promise<Todo[]> {
  const todos: Todo[] = []
  const clusterIds = [...unitsOf(ctx, ['cluster-office'])]
  if (clusterIds.length === 0) return []
  const seasons = await listSeasons(ctx.db, await listDistrictIds(ctx.db), clusterIds)
  for (const season of seasons.filter(({ closedAt }) => closedAt === null)) {
    const open = (await readBoard(ctx, season)).filter(({ state }) => state !== 'handed-in')
    if (open.length === 0) continue
    const names = open.slice(0, 5).map(({ schoolName }) => schoolName)
    todos.push({
      key: season.id,
      title: `${open.length} 所学校还没有报送${schoolYearName(season.schoolYear)}轮岗需求`,
      detail: names.join('、') + (open.length > 5 ? '等' : ''),
      unitId: season.clusterId,
      unitName: season.clusterName,
      due: season.needsDue,
      to: `/clusters/${season.clusterId}/rotation-season?year=${season.schoolYear}&tab=schools`,
    })
  }
  return todos
}
