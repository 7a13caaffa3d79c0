import type { Problem } from '#shared/problem.ts'
import type { PairLine } from './pair.contract.ts'
import { researchProblems } from './problems.ts'

export interface PairFacts {
  mentorSignedOn: string | null
  menteeSignedOn: string | null
  endedOn: string | null
  reports: number
}

export const isSigned = ({ mentorSignedOn, menteeSignedOn }: PairFacts): boolean =>
  mentorSignedOn !== null && menteeSignedOn !== null

/** How far a pair has come: signed by both schools it is counted, also when it ends later. */
export function pairState(pair: PairFacts): PairLine['state'] {
  if (isSigned(pair)) return '已签认'
  if (pair.endedOn !== null) return '已结束'
  return pair.reports > 0 ? '等待签认' : '进行中'
}

/** Schools sign what the mentor has reported on. */
export function whyNotSign(pair: PairFacts): Problem | undefined {
  if (pair.reports === 0) return researchProblems.noReport()
  return isSigned(pair) ? researchProblems.signedBefore() : undefined
}
