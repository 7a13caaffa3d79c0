import type { Problem } from '#shared/problem.ts'
import type { CourseState } from './entry.contract.ts'
import { FEWEST_STEPS, pathSteps, type PathStep, type StepName } from './path.contract.ts'
import { coursesProblems } from './problems.ts'

/** What a path says: as it is written, and as it was admitted. */
export interface PathContent {
  name: string
  theme: string | null
  aims: string
  byline: string
  steps: readonly PathStep[]
}

/** The steps from the youngest to the oldest, each with what stands there, gaps among them. */
export const allSteps = (
  steps: readonly PathStep[],
): { step: StepName; short: string; there: PathStep | undefined }[] =>
  pathSteps.map((one) => ({ ...one, there: steps.find(({ step }) => step === one.step) }))

/** In their order, each step once: of two for one step the later is meant. */
export const inOrder = (steps: readonly PathStep[]): PathStep[] =>
  pathSteps.flatMap(({ step }) => steps.findLast((one) => one.step === step) ?? [])

/** The first step whose course cannot stand there; `choices`: those that can stand anywhere, with their stages. */
export function whyNotSteps(
  steps: readonly PathStep[],
  choices: readonly { id: string; name: string; stages: readonly string[] }[],
): Problem | undefined {
  for (const { step, courseId } of steps) {
    const course = choices.find(({ id }) => id === courseId)
    if (!course) return coursesProblems.pathCourseGone({ step })
    if (!course.stages.includes(step)) return coursesProblems.pathOtherStage({ step, name: course.name })
  }
  return undefined
}

/** What is missing before a path can be reviewed; `latest`: what was admitted last. */
export function whyNotSubmitPath(now: PathContent, latest: PathContent | null): Problem | undefined {
  if (now.steps.length < FEWEST_STEPS) return coursesProblems.pathTooShort({ least: FEWEST_STEPS })
  const [last] = now.steps.slice(-1)
  const silent = now.steps.find((one) => one !== last && one.gives === '')
  if (silent) return coursesProblems.pathGivesNothing({ step: silent.step })
  return latest !== null && isSamePath(now, latest) ? coursesProblems.pathNothingNew() : undefined
}

const wordsOf = ({ name, theme, aims, byline, steps }: PathContent): string =>
  JSON.stringify([name, theme, aims, byline, steps.map(({ step, courseId, gives }) => [step, courseId, gives])])

const isSamePath = (a: PathContent, b: PathContent): boolean => wordsOf(a) === wordsOf(b)

/** One that was never admitted, and that nobody reviews, may go. */
export const whyNotDropPath = ({ state, published }: { state: CourseState; published: number }): Problem | undefined =>
  state === '编写中' && published === 0 ? undefined : coursesProblems.pathStays()
