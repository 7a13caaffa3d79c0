import { planFigures, type PlanFigures } from './check/figures.ts'
import type { Instance, Weights } from './instance.ts'
import { Session } from './session.ts'
import type { RotationPlan } from './plan.ts'
import type { Highs } from './solver.ts'

/** What the office may trade against each other. */
export const traded = ['balance', 'wishes', 'travel'] as const
export type Traded = (typeof traded)[number]

/** A proved plan of its weights: `favours` is what was made to count more than the office's weights say. */
export interface Choice {
  favours: readonly Traded[]
  weights: Weights
  plan: RotationPlan
  figures: PlanFigures
}

/** How much more an aim counts where it is favoured: enough for another plan mostly, too little to forget the others. */
const FAVOUR = 4

/** The office's own weights, each aim favoured alone, and each two together. */
const directions: readonly (readonly Traded[])[] = [
  [],
  ['travel'],
  ['wishes'],
  ['balance'],
  ['wishes', 'travel'],
  ['balance', 'travel'],
  ['balance', 'wishes'],
]

/**
 * Plans to choose from: seven weightings of gap between schools, wishes and travel around the office's own, each solved
 * to proof. A plan that comes out twice is told once, under the weighting that favours least.
 */
export function tradeOff(highs: Highs, instance: Instance, onPlan?: (done: number, all: number) => void): Choice[] {
  const seen = new Set<string>()
  return directions.flatMap((favours, at) => {
    const choice = planFavouring(highs, instance, favours)
    onPlan?.(at + 1, directions.length)
    const key = choice && JSON.stringify([...choice.plan.moves].sort((a, b) => (a.teacher < b.teacher ? -1 : 1)))
    if (!choice || seen.has(key!)) return []
    seen.add(key!)
    return [choice]
  })
}

function planFavouring(highs: Highs, instance: Instance, favours: readonly Traded[]): Choice | undefined {
  const more = favours.map((aim) => [aim, instance.weights[aim] * FAVOUR] as const)
  const weights = { ...instance.weights, ...Object.fromEntries(more) }
  const session = new Session(highs, { ...instance, weights })
  try {
    const best = session.best()
    return best && { favours, weights, plan: best.plan, figures: planFigures(instance, best.plan) }
  } finally {
    session.dispose()
  }
}
