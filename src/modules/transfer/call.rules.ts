import { dayOf } from '#shared/day.ts'
import { answerStates, type Answer, type AnswerState } from './call.contract.ts'

/** What is on record of a school's answer to a call. */
export interface Given {
  at: Date | null
  verdict: 'accepted' | 'returned' | null
}

/** How a school stands to a call: handed in after its day is late, be it accepted or not yet. */
export function answerState({ at, verdict }: Given, dueOn: string, today: string): AnswerState {
  if (at === null) return today > dueOn ? 'overdue' : 'missing'
  if (verdict) return verdict
  return dayOf(at) > dueOn ? 'late' : 'handed-in'
}

/** Those of whom something is still to come. */
export const isOpen = (state: AnswerState): boolean =>
  state === 'overdue' || state === 'missing' || state === 'returned'

/** Those who need somebody's hand first; among equals, who handed in first. */
export const inOrder = (answers: readonly Answer[]): Answer[] =>
  [...answers].sort(
    (a, b) =>
      answerStates.indexOf(a.state) - answerStates.indexOf(b.state) ||
      (a.at ?? '').localeCompare(b.at ?? '') ||
      a.schoolName.localeCompare(b.schoolName, 'zh'),
  )

/** The grade of a school is not the school's to say; everything else it fills in itself. */
export const isUsual = (source: string): boolean => source !== 'assessment.appraisals'
