import type { Role } from '#shared/access.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import type { Todo, Todos } from '#platform/todo.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { listBatches, listUnanswered, type ListedBatch } from './batch.sql.ts'
import { listInForceAt } from './rotation-list.sql.ts'
import { nextAppraisal } from './term.rules.ts'

/** The units at which the reader has one of these roles, with their districts. */
async function unitsOf(ctx: Context, roles: readonly Role[]) {
  const ids = new Set(ctx.actor.grants.filter(({ role }) => roles.includes(role)).map(({ unitId }) => unitId))
  const units = []
  for (const id of ids) units.push(await findUnit(ctx.db, id, ctx.today))
  return units.filter((unit) => unit !== undefined)
}

/** What a batch waits for: of the school its answer, of the office the next step, of the district its word. */
export const batchTodos: Todos = {
  name: 'mobility.batches',
  title: '交流批次',
  list: async (ctx) => [...(await ofSchools(ctx)), ...(await ofOffices(ctx)), ...(await ofDistricts(ctx))],
}

const addressOf = ({ id }: { id: string }) => `/rotation-batches/${id}`

async function ofSchools(ctx: Context): Promise<Todo[]> {
  const schools = await unitsOf(ctx, ['principal', 'liaison'])
  if (schools.length === 0) return []
  const open = await listUnanswered(ctx.db, [...new Set(schools.map(({ districtId }) => districtId))], schools.map(({ id }) => id)) // prettier-ignore
  return open.map((one) => ({
    key: `${one.id}:${one.schoolId}`,
    title: `答复“${one.title}”：同意或有意见`,
    unitId: one.schoolId,
    unitName: schools.find(({ id }) => id === one.schoolId)!.name,
    due: one.heardUntil,
    to: addressOf(one),
  }))
}

async function ofOffices(ctx: Context): Promise<Todo[]> {
  const clusters = await unitsOf(ctx, ['cluster-office'])
  const todos: Todo[] = []
  for (const { id, districtId, name } of clusters) {
    const batches = await listBatches(ctx.db, { districtIds: [districtId], clusterIds: [id] })
    todos.push(...batches.flatMap((batch) => officeTodo(batch, ctx.today)).map((todo) => ({ ...todo, unitId: id, unitName: name }))) // prettier-ignore
  }
  return todos
}

type Plain = Omit<Todo, 'unitId' | 'unitName'>

/** The office's next step with a batch; none while it waits for others. */
function officeTodo(batch: ListedBatch, today: string): Plain[] {
  const plain = (act: string, title: string): Plain[] => [{ key: `${batch.id}:${act}`, title, to: addressOf(batch) }]
  const { title, state, steps } = batch
  const isHeard = batch.answered >= batch.schoolIds.length || (batch.heardUntil ?? today) < today
  if (state === '拟定' && steps.at(-1)?.kind === '区退回')
    return plain('back', `区里退回了“${title}”，请修改后重新听取意见`)
  if (state === '听取意见' && isHeard) return plain('council', `“${title}”听取意见已完成，请登记理事会决定`)
  if (state === '已生效' && batch.filedOn === null) return plain('file', `“${title}”还没有报区备案`)
  return []
}

async function ofDistricts(ctx: Context): Promise<Todo[]> {
  const districts = await unitsOf(ctx, ['district-officer'])
  const todos: Todo[] = []
  for (const { id, name } of districts) {
    const waiting = (await listBatches(ctx.db, { districtIds: [id] })).filter(({ state }) => state === '理事会已决定')
    for (const batch of waiting) {
      const title = `批准${batch.clusterName}的“${batch.title}”`
      todos.push({
        key: batch.id,
        title,
        detail: `${batch.rotations} 人`,
        unitId: id,
        unitName: name,
        to: addressOf(batch),
      })
    }
  }
  return todos
}

/** Teachers who came and are to be appraised now, for the principal of the school where they work. */
export const appraisalTodos: Todos = {
  name: 'mobility.appraisals',
  title: '交流教师考核',
  list: async (ctx) => {
    const todos: Todo[] = []
    for (const school of await unitsOf(ctx, ['principal'])) {
      const here = await listInForceAt(ctx.db, [school.districtId], [school.id])
      const due = here.flatMap((one) => {
        const next = nextAppraisal(one, one.appraised)
        return next && next.from <= ctx.today ? [next] : []
      })
      const [first] = due.sort((a, b) => (a.due < b.due ? -1 : 1))
      if (!first) continue
      todos.push({
        key: `${school.id}:${schoolYearOf(ctx.today)}`,
        title: `考核 ${due.length} 位交流教师`,
        unitId: school.id,
        unitName: school.name,
        due: first.due,
        to: `/schools/${school.id}/rotations?year=${first.schoolYear}`,
      })
    }
    return todos
  },
}
