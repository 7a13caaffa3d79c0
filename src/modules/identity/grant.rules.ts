import type { Problem } from '#shared/problem.ts'
import { identityProblems } from './problems.ts'

interface Days {
  fromDay: string
  untilDay: string | null
}

/** Why a role cannot run over these days, as they are set today. */
export function whyNotDays({ fromDay, untilDay }: Days, today: string): Problem | undefined {
  if (untilDay === null) return undefined
  if (untilDay < fromDay) return identityProblems.endsBeforeItBegins()
  return untilDay < today ? identityProblems.endInPast() : undefined
}
