import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit, listMembersOn, loadSchool } from '#modules/organizations/index.ts'
import { aidStateOf, isUrgent } from './aid.rules.ts'
import { listAids } from './aid.sql.ts'
import { dueDay, monthBefore, monthDue, monthInWords } from './month.rules.ts'
import { listTellers } from './month.sql.ts'

/** A cluster of which no school told for so many months is not asked day by day: it has not begun, or has stopped. */
const MONTHS_BACK = 3

const schoolsOf = ({ actor }: Context) => [
  ...new Set(actor.grants.filter(({ role }) => role === 'principal' || role === 'liaison').map(({ unitId }) => unitId)),
]
const clustersOf = ({ actor }: Context) => [
  ...new Map(actor.grants.filter(({ role }) => role === 'cluster-office').map((one) => [one.unitId, one.unitName])),
]

/** A defibrillator's pads or battery, or a training's certificates, that expire within sixty days or have. */
export const aidTodos: Todos = {
  name: 'pupil-services.aid',
  title: 'AED与救护培训',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const unitId of schoolsOf(ctx)) {
      const school = await loadSchool(ctx, unitId)
      const aids = school ? await listAids(ctx.db, [school.districtId], [unitId]) : []
      for (const aid of aids.filter((one) => isUrgent(aidStateOf(one, ctx.today))))
        todos.push({
          ...{ key: `${aid.id}-${aid.untilDay}`, unitId, unitName: school!.name, due: aid.untilDay },
          title:
            aid.kind === 'AED'
              ? `AED（${aid.place}）的电极片或电池${dayInWords(aid.untilDay)}到期，请更换`
              : `${aid.people} 人的救护培训证书${dayInWords(aid.untilDay)}到期，请安排复训`,
          to: `/schools/${unitId}/services`,
        })
    }
    return todos
  },
}

/** The month that is over: for a school its sheet, for an office how many schools it waits for once the day is past. */
export const monthTodos: Todos = {
  name: 'pupil-services.month',
  title: '服务月报',
  list: async (ctx) => {
    const month = monthDue(ctx.today)
    if (month === undefined) return []
    return [...(await ofSchools(ctx, month)), ...(await ofOffices(ctx, month))]
  },
}

async function ofSchools(ctx: Context, month: string): Promise<Todo[]> {
  const todos: Todo[] = []
  for (const unitId of schoolsOf(ctx)) {
    const school = await loadSchool(ctx, unitId)
    const told = school
      ? await Promise.all(school.clusterIds.map((id) => tellersIn(ctx, id, school.districtId, month)))
      : []
    const begun = told.some((tellers) => tellers.length > 0)
    if (!begun || told.flat().some((one) => one.schoolId === unitId && one.told)) continue
    todos.push({
      ...{ key: `${unitId}-${month}`, unitId, unitName: school!.name, due: dueDay(month) },
      title: `填报${monthInWords(month)}的服务月报`,
      to: `/schools/${unitId}/services?month=${month}`,
    })
  }
  return todos
}

async function ofOffices(ctx: Context, month: string): Promise<Todo[]> {
  const todos: Todo[] = []
  if (ctx.today <= dueDay(month)) return todos
  for (const [unitId, unitName] of clustersOf(ctx)) {
    const cluster = await findUnit(ctx.db, unitId, ctx.today)
    const tellers = cluster ? await tellersIn(ctx, unitId, cluster.districtId, month) : []
    const members = await listMembersOn(ctx.db, unitId, ctx.today)
    const lacking = members.length - tellers.filter(({ told }) => told).length
    if (tellers.length === 0 || lacking <= 0) continue
    todos.push({
      ...{ key: `${unitId}-${month}`, unitId, unitName, due: dueDay(month) },
      title: `${lacking} 所学校还没有填报${monthInWords(month)}的服务月报`,
      to: `/clusters/${unitId}/services?month=${month}`,
    })
  }
  return todos
}

async function tellersIn(ctx: Context, clusterId: number, districtId: number, month: string) {
  const schoolIds = await listMembersOn(ctx.db, clusterId, ctx.today)
  return listTellers(ctx.db, { districtIds: [districtId], schoolIds }, { from: monthBefore(month, MONTHS_BACK), month })
}
