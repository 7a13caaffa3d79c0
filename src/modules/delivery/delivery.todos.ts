import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { listClustersOfSchool, listDistrictIds } from '#modules/organizations/index.ts'
import { isFor, placesFor } from './enrolment.rules.ts'
import { openOf } from './offering.load.ts'
import { slotsInWords } from './offering.rules.ts'
import { listStanding, type OfferingRow } from './offering.sql.ts'
import { listUnsaid } from './session.sql.ts'

interface At {
  unitId: number
  unitName: string
}

/** What waits for those who answer for a school: saying what was held, finishing what is over, enrolling in what is new. */
export const deliveryTodos: Todos = {
  name: 'delivery.offerings',
  title: '共享授课',
  list: async (ctx) => {
    const schools = ctx.actor.grants.filter(({ role }) => role === 'principal' || role === 'liaison')
    const todos: Todo[] = []
    const districtIds = schools.length > 0 ? await listDistrictIds(ctx.db) : []
    for (const at of new Map(schools.map((one) => [one.unitId, one])).values()) {
      todos.push(...(await toSay(ctx, districtIds, at)), ...(await toEnrol(ctx, districtIds, at)))
    }
    return todos
  },
}

async function toSay(ctx: Context, districtIds: readonly number[], { unitId, unitName }: At): Promise<Todo[]> {
  const rows = await listUnsaid(ctx.db, districtIds, [unitId], ctx.now)
  return rows.flatMap(({ id, course, over, ahead, held }) => {
    const at = { unitId, unitName, to: `/offerings/${id}` }
    if (over > 0) return [{ ...at, key: `say-${id}-${over}`, title: `登记《${course}》已上过的 ${over} 次课` }]
    return ahead === 0 && held > 0 ? [{ ...at, key: `complete-${id}`, title: `《${course}》的课已上完，可以结课` }] : []
  })
}

async function toEnrol(ctx: Context, districtIds: readonly number[], { unitId, unitName }: At): Promise<Todo[]> {
  const clusterIds = await listClustersOfSchool(ctx.db, unitId)
  const rows = await listStanding(ctx.db, districtIds, clusterIds)
  return rows
    .filter((row) => row.enrolUntil >= ctx.today && waitsFor(row, unitId))
    .map((row) => ({
      ...{ unitId, unitName, key: `enrol-${row.id}-${unitId}`, to: `/offerings/${row.id}`, due: row.enrolUntil },
      title: `《${row.course}》可以报名，还有 ${placesFor(openOf(row), unitId)} 个名额`,
      detail: `${row.school}，${row.mode}，${slotsInWords(row.slots)}`,
    }))
}

function waitsFor(row: OfferingRow, schoolId: number): boolean {
  const open = openOf(row)
  return isFor(open, schoolId) && !open.taken.has(schoolId) && placesFor(open, schoolId) > 0
}
