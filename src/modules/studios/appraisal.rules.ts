import type { Problem } from '#shared/problem.ts'
import type { NewAppraisal, Rubric, Score } from './appraisal.contract.ts'
import type { z } from 'zod'
import { studiosProblems } from './problems.ts'

/** Every item with its level, as it is kept; a problem where one is missing. */
export function scoresOf(rubric: Rubric, levels: z.output<typeof NewAppraisal>['levels']): Score[] | Problem {
  const scores = rubric.items.map(({ code, title, weight }) => {
    const level = rubric.levels.find((one) => one.title === levels[code])
    return level && { code, title, weight, level: level.title, percent: level.percent }
  })
  const missing = rubric.items.filter((_, n) => !scores[n]).map(({ title }) => title)
  return missing.length > 0
    ? studiosProblems.levelMissing({ items: missing.join('、') })
    : scores.filter((one) => one !== undefined)
}

/** Of 100, to one decimal: what the levels come to by the weights of their items. */
export const scoreOf = (scores: readonly Score[]): number =>
  Math.round(scores.reduce((sum, { weight, percent }) => sum + (weight * percent) / 100, 0) * 10) / 10

export const gradeOf = ({ grades }: Rubric, score: number): string =>
  grades.find(({ from }) => score >= from)?.title ?? grades.at(-1)!.title

/** What stands between somebody and a studio. */
export interface Bonds {
  isInIt: boolean
  /** The school of the studio at which they work. */
  school: string | undefined
  hasAppraised: boolean
}

/** Nobody judges what is their own or their school's, nor twice. */
export function whyNotAppraise({ isInIt, school, hasAppraised }: Bonds, year: number): Problem | undefined {
  if (isInIt) return studiosProblems.ownStudio()
  if (school !== undefined) return studiosProblems.ownSchool({ school })
  return hasAppraised ? studiosProblems.appraisedAlready({ year }) : undefined
}
