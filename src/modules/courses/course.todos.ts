import type { Context } from '#platform/context.ts'
import type { Role } from '#shared/access.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds, listUnits } from '#modules/organizations/index.ts'
import { expertlessOf, readerOf } from './reader.actions.ts'
import {
  listAtExperts,
  listAtOffices,
  listAtSchools,
  listExpertless,
  listOutdated,
  listReturned,
  listWaitingPaths,
  type WaitingRow,
} from './todo.sql.ts'

const unitsOf = ({ actor }: Context, ...roles: Role[]): number[] =>
  actor.grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId)

const todoOf =
  (what: string, title: (row: WaitingRow) => string, page = '') =>
  (row: WaitingRow): Todo => ({
    key: `${what}-${row.id}-${row.published}`,
    title: title(row),
    detail: row.school,
    unitId: row.unitId,
    unitName: row.unitName,
    to: `/courses/${row.id}${page}`,
  })

const pathTodo = (row: WaitingRow): Todo => ({
  ...todoOf(`path-${row.state}`, ({ name, state }) =>
    state === '编写中' ? `长程课程《${name}》被退回，请修改后再送审` : `长程课程《${name}》等${state}`,
  )(row),
  to: `/course-paths/${row.id}`,
})

/** The clusters, of those whose office the person is, that have no experts. */
async function expertless(ctx: Context, officeIds: readonly number[]): Promise<number[]> {
  const clusters = officeIds.length > 0 ? await listUnits(ctx.db, officeIds, ctx.today) : []
  return expertlessOf(ctx, clusters.map(({ id, districtId }) => ({ clusterId: id, districtId }))) // prettier-ignore
}

/** What waits on a course's way: for each of those who review it, who wrote it, and who took it over. */
export const courseTodos: Todos = {
  name: 'courses.courses',
  title: '课程库',
  list: async (ctx) => {
    const districtIds = await listDistrictIds(ctx.db)
    const heads = unitsOf(ctx, 'principal', 'liaison')
    const { expertIds } = await readerOf(ctx)
    const offices = unitsOf(ctx, 'cluster-office')
    const bare = await expertless(ctx, offices)
    const by = ctx.actor.id
    const at = {
      schools: heads.length > 0 ? await listAtSchools(ctx.db, districtIds, heads) : [],
      experts: expertIds.length > 0 ? await listAtExperts(ctx.db, districtIds, expertIds, by) : [],
      offices: offices.length > 0 ? await listAtOffices(ctx.db, districtIds, offices) : [],
      expertless: bare.length > 0 ? await listExpertless(ctx.db, districtIds, bare) : [],
      returned: await listReturned(ctx.db, districtIds, by),
      outdated: await listOutdated(ctx.db, districtIds, { by, schoolIds: heads }),
    }
    const waiter = { schoolIds: heads, expertIds, officeIds: offices, expertlessIds: bare, by }
    const paths = await listWaitingPaths(ctx.db, districtIds, waiter)
    return [
      ...at.schools.map(todoOf('school', ({ name }) => `课程《${name}》等学校审核`, '/review')),
      ...at.experts.map(todoOf('expert', ({ name }) => `课程《${name}》等专家评审`, '/review')),
      ...at.expertless.map(todoOf('expertless', ({ name }) => `课程《${name}》等专家评审，学区没有专家`, '/review')),
      ...at.offices.map(todoOf('office', ({ name }) => `课程《${name}》等学区审定`, '/review')),
      ...at.returned.map(todoOf('returned', ({ name }) => `课程《${name}》被退回，请修改后再送审`)),
      ...at.outdated.map(todoOf('outdated', ({ name }) => `引进的课程《${name}》，原课程有更新，请对照`, '/update')),
      ...paths.map(pathTodo),
    ]
  },
}
