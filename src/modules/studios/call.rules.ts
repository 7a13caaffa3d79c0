import { dayInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { applicationStates, results } from './call.contract.ts'
import { studiosProblems } from './problems.ts'

export interface CallDays {
  from: string
  until: string
}

export const isOpen = ({ from, until }: CallDays, today: string): boolean => from <= today && today <= until

export function whyNotApply(call: CallDays, today: string): Problem | undefined {
  if (isOpen(call, today)) return undefined
  return studiosProblems.notOpen({ from: dayInWords(call.from), until: dayInWords(call.until) })
}

/** One decides once, and chooses no more than there are places. */
export function whyNotDecide(
  status: (typeof applicationStates)[number],
  result: (typeof results)[number],
  { places, chosen }: { places: number; chosen: number },
): Problem | undefined {
  if (status !== '待评选') return studiosProblems.decidedAlready()
  return result === '入选' && chosen >= places ? studiosProblems.placesGone({ places }) : undefined
}
