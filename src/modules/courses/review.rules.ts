import type { Problem } from '#shared/problem.ts'
import type { CourseKind, CourseState } from './entry.contract.ts'
import { coursesProblems } from './problems.ts'
import type { Review, ReviewFields, Rubric, Score } from './review.contract.ts'

/** Another may have been quicker; and whoever returns something says what is to be changed. */
export function whyNotReview(
  { state }: { state: CourseState },
  { step, verdict, words }: Pick<ReviewFields, 'step' | 'verdict' | 'words'>,
): Problem | undefined {
  if (state !== step) return coursesProblems.otherStep({ state })
  return verdict === '退回' && words === '' ? coursesProblems.wordsMissing() : undefined
}

/** Of 100, to one decimal: what the levels come to by the weights of their items. */
export const scoreOf = (scores: readonly Score[]): number | null =>
  scores.length === 0 ? null : round(scores.reduce((sum, { weight, percent }) => sum + (weight * percent) / 100, 0))

const round = (value: number): number => Math.round(value * 10) / 10

/** What the experts of a round gave, on the mean. */
export function meanScore(
  reviews: readonly Pick<Review, 'round' | 'step' | 'score'>[],
  ofRound: number,
): number | null {
  const all = reviews.flatMap(({ round: at, step, score }) =>
    at === ofRound && step === '专家评审' && score !== null ? [score] : [],
  )
  return all.length === 0 ? null : round(all.reduce((sum, one) => sum + one, 0) / all.length)
}

/** Every item with its level, as it is kept; a problem where one is missing. */
export function scoresOf(rubric: Rubric | undefined, levels: ReviewFields['levels']): Score[] | Problem {
  if (!rubric) return coursesProblems.noRubric()
  const scores = rubric.items.map(({ code, title, weight }) => {
    const level = rubric.levels.find((one) => one.title === levels[code])
    return level && { code, title, weight, level: level.title, percent: level.percent }
  })
  const missing = rubric.items.filter((_, n) => !scores[n]).map(({ title }) => title)
  return missing.length > 0
    ? coursesProblems.levelMissing({ items: missing.join('、') })
    : scores.filter((one) => one !== undefined)
}

/** What stands between an expert and a course. */
export interface Bonds {
  isAuthor: boolean
  /** The school of the course at which the expert works. */
  school: string | undefined
  hasScored: boolean
}

/** Nobody judges what is their own or their school's, nor twice. */
export function whyNotJudge({ isAuthor, school, hasScored }: Bonds): Problem | undefined {
  if (isAuthor) return coursesProblems.ownCourse()
  if (school !== undefined) return coursesProblems.ownSchool({ school })
  return hasScored ? coursesProblems.scoredAlready() : undefined
}

export interface Granting {
  kinds: readonly CourseKind[]
  partners: number
  score: number | null
  isOnPath: boolean
  rubric: Rubric | undefined
}

/** Each kind asks for something of the course. */
export function whyNotGrant({ kinds, partners, score, isOnPath, rubric }: Granting): Problem | undefined {
  if (kinds.includes('共建') && partners === 0) return coursesProblems.noPartner()
  if (kinds.includes('精品') && !rubric) return coursesProblems.noRubric()
  const { premium = 0 } = rubric ?? {}
  if (kinds.includes('精品') && (score ?? 0) < premium)
    return coursesProblems.belowPremium({ score: score ?? 0, premium })
  return kinds.includes('长程') && !isOnPath ? coursesProblems.notOnPath() : undefined
}

export interface Passing {
  state: CourseState
  audience: string
  /** Experts who have passed it in this round, this one among them; and how many are asked for. */
  experts: number
  asked: number
}

/** Where a course goes that was passed: one for the own school needs nobody outside it. */
export function stateAfterPass({ state, audience, experts, asked }: Passing): CourseState {
  if (state === '学校审核') return audience === '本校' ? '已入库' : '专家评审'
  if (state === '专家评审') return experts >= asked ? '学区审定' : '专家评审'
  return '已入库'
}
