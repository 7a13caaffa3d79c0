import { assignmentMatrix, type Assignment } from './assignment.ts'
import { Search } from './search.ts'
import type { Highs } from './solver.ts'

const [AGENTS, JOBS] = [6, 60]

/**
 * Solves a puzzle that nobody asked, so that the first plan that somebody does ask for finds the solver's code translated:
 * cold it takes three times as long. Jobs go to agents, each within its capacity; what is dear takes little room, which is
 * what makes it hard enough to go through all of the solver.
 */
export function warm(highs: Highs): void {
  const search = new Search(highs, assignmentMatrix(puzzle()))
  try {
    search.solve({ seconds: 1 })
  } finally {
    search.dispose()
  }
}

function puzzle(): Assignment {
  const rooms = Array.from({ length: AGENTS * JOBS }, (_, at) => 5 + ((at * at * 7 + at * 31) % 21))
  const capacity = Math.floor((rooms.reduce((sum, room) => sum + room, 0) * 0.8) / AGENTS ** 2)
  const costs = rooms.map((room, at) => 60 - room - (at % 11))
  return { costs, rooms, capacities: Array<number>(AGENTS).fill(capacity) }
}
