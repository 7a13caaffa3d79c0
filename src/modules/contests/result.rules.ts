import type { Problem } from '#shared/problem.ts'
import type { Group, Item } from './contest.contract.ts'
import type { Prize } from './entry.contract.ts'
import { contestsProblems } from './problems.ts'

/** A mark for each item, none above its weight. */
export function whyNotMark(items: readonly Item[], marks: readonly number[]): Problem | undefined {
  for (const [n, { title, weight }] of items.entries()) {
    const mark = marks[n]
    if (mark === undefined || mark > weight) return contestsProblems.markOutOf({ item: title, weight })
  }
  return undefined
}

export const round = (value: number): number => Math.round(value * 100) / 100

export const meanOf = (totals: readonly number[]): number | null =>
  totals.length === 0 ? null : round(totals.reduce((sum, one) => sum + one, 0) / totals.length)

/** Works of one group with what they came to. */
interface Scored {
  id: string
  score: number | null
}

/** Who is first by the mean has the first prize, as many as there are places; equals have the same. */
export function prizesOf(works: readonly Scored[], { first, second, third }: Omit<Group, 'name'>): Map<string, Prize> {
  const found = new Map<string, Prize>()
  for (const { id, score } of works) {
    if (score === null) continue
    const before = works.filter((other) => other.score !== null && other.score > score).length
    if (before < first) found.set(id, '一等奖')
    else if (before < first + second) found.set(id, '二等奖')
    else if (before < first + second + third) found.set(id, '三等奖')
  }
  return found
}
