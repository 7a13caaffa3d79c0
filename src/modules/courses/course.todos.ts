import type { Context } from '#platform/context.ts'
import type { Role } from '#shared/access.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listAtExperts, listAtOffices, listAtSchools, listOutdated, listReturned, type WaitingRow } from './todo.sql.ts'

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

/** What waits on a course's way: for each of those who review it, who wrote it, and who took it over. */
export const courseTodos: Todos = {
  name: 'courses.courses',
  title: '课程库',
  list: async (ctx) => {
    const districtIds = await listDistrictIds(ctx.db)
    const heads = unitsOf(ctx, 'principal', 'liaison')
    const experts = unitsOf(ctx, 'expert')
    const offices = unitsOf(ctx, 'cluster-office')
    const by = ctx.actor.id
    const at = {
      schools: heads.length > 0 ? await listAtSchools(ctx.db, districtIds, heads) : [],
      experts: experts.length > 0 ? await listAtExperts(ctx.db, districtIds, experts, by) : [],
      offices: offices.length > 0 ? await listAtOffices(ctx.db, districtIds, offices) : [],
      returned: await listReturned(ctx.db, districtIds, by),
      outdated: await listOutdated(ctx.db, districtIds, { by, schoolIds: heads }),
    }
    return [
      ...at.schools.map(todoOf('school', ({ name }) => `课程《${name}》等学校审核`, '/review')),
      ...at.experts.map(todoOf('expert', ({ name }) => `课程《${name}》等专家评审`, '/review')),
      ...at.offices.map(todoOf('office', ({ name }) => `课程《${name}》等学区审定`, '/review')),
      ...at.returned.map(todoOf('returned', ({ name }) => `课程《${name}》被退回，请修改后再送审`)),
      ...at.outdated.map(todoOf('outdated', ({ name }) => `引进的课程《${name}》，原课程有更新，请对照`, '/update')),
    ]
  },
}
