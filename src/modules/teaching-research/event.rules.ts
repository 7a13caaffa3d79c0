import { momentInWords, momentOf } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { EventLine } from './event-line.contract.ts'
import { researchProblems } from './problems.ts'

const MINUTE = 60_000
/** One may sign in an hour before it begins, and until a day after its end. */
const EARLY_MINUTES = 60
const LATE_MINUTES = 24 * 60

export interface Timed {
  status: EventLine['status']
  fromAt: Date
  untilAt: Date
}

export function whyNotSign({ status, fromAt, untilAt }: Timed, now: Date): Problem | undefined {
  if (status === '已取消') return researchProblems.cancelled()
  const opensAt = new Date(fromAt.getTime() - EARLY_MINUTES * MINUTE)
  if (now < opensAt) return researchProblems.signTooEarly({ from: momentInWords(opensAt) })
  return now.getTime() > untilAt.getTime() + LATE_MINUTES * MINUTE ? researchProblems.signTooLate() : undefined
}

/** Why it cannot be said yet, or any more, what became of it. */
export function whyNotTell({ status, fromAt }: Timed, now: Date): Problem | undefined {
  if (status === '已取消') return researchProblems.cancelled()
  return now < fromAt ? researchProblems.notYetHeld({ from: momentInWords(fromAt) }) : undefined
}

/** The span of an activity on one day; undefined where it ends before it begins. */
export function spanOf({ day, from, until }: { day: string; from: string; until: string }) {
  const [fromAt, untilAt] = [momentOf(day, from), momentOf(day, until)]
  return fromAt < untilAt ? { fromAt, untilAt } : undefined
}

/** Names or staff numbers as one types a list of them: by commas, blanks, 、 or lines. */
export const callsIn = (text: string): string[] => [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))]
