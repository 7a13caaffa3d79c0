import { readFileSync } from 'node:fs'
import { assignmentMatrix, type Assignment } from '#modules/rotation-planning/engine/assignment.ts'
import { Search } from '#modules/rotation-planning/engine/search.ts'
import { solver } from '#modules/rotation-planning/engine/solver.ts'

/** Generalized assignment problems of the OR-Library, with the best cost there is (Beasley; Yagiura 2006). */
export const problems = { c05100: 1931 }
const LIBRARY = 'http://people.brunel.ac.uk/~mastjjb/jeb/orlib/files/gapc.txt'

/** The numbers of c05100: from the file that ASSIGNMENT_PROBLEM names, or from the library; undefined where neither is. */
async function findNumbers(): Promise<number[] | undefined> {
  const file = process.env['ASSIGNMENT_PROBLEM']
  if (file) return numbersIn(readFileSync(file, 'utf8'))
  const reply = await fetch(LIBRARY, { signal: AbortSignal.timeout(15_000) }).catch(() => undefined)
  // The library's file begins with how many problems it holds; c05100 is the first.
  return reply?.ok ? numbersIn(await reply.text()).slice(1) : undefined
}

const numbersIn = (text: string) => text.trim().split(/\s+/).map(Number)

/** The library tells the costs first, then the room that is taken, then the capacities. */
function assignment([agents = 0, jobs = 0, ...numbers]: number[]): Assignment {
  const size = agents * jobs
  return {
    costs: numbers.slice(0, size),
    rooms: numbers.slice(size, 2 * size),
    capacities: numbers.slice(2 * size, 2 * size + agents),
  }
}

/** The cost that the product's own search proves for c05100; undefined where the problem cannot be had. */
export async function solvePublicProblem(): Promise<number | undefined> {
  const numbers = await findNumbers()
  if (!numbers) return undefined
  const search = new Search(await solver(), assignmentMatrix(assignment(numbers)))
  try {
    const found = search.solve()
    return found.status === 'proved' ? found.cost : Number.NaN
  } finally {
    search.dispose()
  }
}
