import { dayOf } from '#shared/day.ts'
import { answerStates, type Answer, type AnswerState } from './call.contract.ts'

/** What is on record of a school's answer to a call. */
export interface Given {
  at: Date | null
  verdict: 'accepted' | 'returned' | null
  /** The sheets that its files held so far. */
  sheets: readonly string[]
}

interface Wanted {
  dueOn: string
  sheets: readonly string[]
}

/** How a school stands to a call: with a sheet missing it is not done, whoever handed in after the day is late. */
export function answerState(given: Given, call: Wanted, today: string): AnswerState {
  const { at, verdict } = given
  if (at === null) return today > call.dueOn ? 'overdue' : 'missing'
  if (verdict) return verdict
  if (lackingOf(given, call).length > 0) return 'partial'
  return dayOf(at) > call.dueOn ? 'late' : 'handed-in'
}

export const lackingOf = ({ sheets }: Pick<Given, 'sheets'>, call: Pick<Wanted, 'sheets'>): string[] =>
  call.sheets.filter((sheet) => !sheets.includes(sheet))

/** Those of whom something is still to come. */
export const isOpen = (state: AnswerState): boolean => ['overdue', 'missing', 'partial', 'returned'].includes(state)

/** Those who need somebody's hand first; among equals, who handed in first; else as the other lists have them. */
export const inOrder = (answers: readonly Answer[]): Answer[] =>
  [...answers].sort(
    (a, b) => answerStates.indexOf(a.state) - answerStates.indexOf(b.state) || (a.at ?? '').localeCompare(b.at ?? ''),
  )

/** A day that is over already gives nobody time. */
export const whyNotDue = (dueOn: string, today: string): string | undefined =>
  dueOn < today ? '截止日期已经过去，请选今天或以后的日期' : undefined

/** The grade of a school is not the school's to say; everything else it fills in itself, unless a ledger may do without. */
export const isUsual = ({ source, optional }: { source: string; optional?: true }): boolean =>
  source !== 'assessment.appraisals' && !optional
