import { Entries, MatrixWriter, type Matrix } from './matrix.ts'

/** Jobs to be given to agents, each within its capacity; costs and room taken are told agent by agent, job by job. */
export interface Assignment {
  costs: readonly number[]
  rooms: readonly number[]
  capacities: readonly number[]
}

/** The generalized assignment problem, which is the planner's own in little: what the search can be tried on. */
export function assignmentMatrix({ costs, rooms, capacities }: Assignment): Matrix<'job' | 'agent', { kind: 'move' }> {
  const writer = new MatrixWriter<'job' | 'agent', { kind: 'move' }>()
  const jobs = costs.length / capacities.length
  const done = Array.from({ length: jobs }, () => writer.row('job', 1, 1))
  const agents = capacities.map((capacity) => writer.row('agent', -Infinity, capacity))
  costs.forEach((cost, at) => {
    const entries = new Entries().put(done[at % jobs]!, 1).put(agents[Math.floor(at / jobs)]!, rooms[at]!)
    writer.column({ means: { kind: 'move' }, cost, lower: 0, upper: 1, whole: true }, entries)
  })
  return writer.matrix()
}
