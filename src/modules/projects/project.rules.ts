import { dayAfter } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { endings, ProjectLine } from './project.contract.ts'
import { projectsProblems } from './problems.ts'

export interface Step {
  title: string
  dueOn: string
  doneOn: string | null
}

type Ending = (typeof endings)[number]

export const isLate = ({ dueOn, doneOn }: Pick<Step, 'dueOn' | 'doneOn'>, today: string): boolean =>
  doneOn === null && dueOn < today

const daysFrom = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** The steps that every project has: 开题 within two months, 中期 half way, 结题 on its last day. */
export function usualSteps({ from, until }: { from: string; until: string }): { title: string; dueOn: string }[] {
  const days = daysFrom(from, until)
  return [
    { title: '开题', dueOn: dayAfter(from, Math.min(60, Math.floor(days / 4))) },
    { title: '中期检查', dueOn: dayAfter(from, Math.floor(days / 2)) },
    { title: '结题', dueOn: until },
  ]
}

/** The first step that is not reached. */
export const nextOf = (steps: readonly Step[]): Step | undefined =>
  steps.filter(({ doneOn }) => doneOn === null).sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0]

export function stateOf(endedAs: Ending | null, steps: readonly Step[], today: string): ProjectLine['state'] {
  if (endedAs !== null) return endedAs === '结题' ? '已结题' : '已终止'
  return steps.some((step) => isLate(step, today)) ? '有逾期' : '在研'
}

/** A project is concluded once all its steps are reached; given up it may be at any time. */
export function whyNotEnd(as: Ending, steps: readonly Step[]): Problem | undefined {
  const open = steps.filter(({ doneOn }) => doneOn === null).map(({ title }) => title)
  return as === '结题' && open.length > 0 ? projectsProblems.stillOpen({ steps: open.join('、') }) : undefined
}
