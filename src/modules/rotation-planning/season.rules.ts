import { dayAfter } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import { rotationPlanningProblems } from './problems.ts'

export interface Days {
  wishesDue: string
  needsDue: string
  closedAt: Date | null
}

/** A season collects until its last day or until it is closed. */
export const stateOf = ({ wishesDue, needsDue, closedAt }: Days, today: string): 'collecting' | 'closed' =>
  closedAt === null && today <= (wishesDue > needsDue ? wishesDue : needsDue) ? 'collecting' : 'closed'

/** Why a teacher's wishes stand as they are. The office may put down what came in late, until it closes the season. */
export function whyNotWish({ wishesDue, closedAt }: Days, today: string, byOffice: boolean): Problem | undefined {
  if (closedAt !== null) return rotationPlanningProblems.seasonClosed()
  return today > wishesDue && !byOffice ? rotationPlanningProblems.wishesOver({ day: wishesDue }) : undefined
}

export function whyNotNeeds({ needsDue, closedAt }: Days, today: string, byOffice: boolean): Problem | undefined {
  if (closedAt !== null) return rotationPlanningProblems.seasonClosed()
  return today > needsDue && !byOffice ? rotationPlanningProblems.needsOver({ day: needsDue }) : undefined
}

/** What is wrong with the days of a season, field by field. */
export const dayIssues = (
  days: { wishesDue: string; needsDue: string },
  today: string,
): { path: string; message: string }[] =>
  (['wishesDue', 'needsDue'] as const)
    .filter((path) => days[path] < today)
    .map((path) => ({ path, message: '截止日期已经过去，请选今天或以后的日期' }))

const REMINDER_DAYS = 3

/** The morning three days before the end, on the office's clock; undefined where that is over. */
export function reminderAt(due: string, now: Date): Date | undefined {
  const at = new Date(`${dayAfter(due, -REMINDER_DAYS)}T01:00:00Z`)
  return at > now ? at : undefined
}
