import type { PlanFigures } from '../check/figures.ts'
import type { Bend } from '../conflict.ts'
import type { Explanation } from '../explain.ts'
import type { Instance } from '../instance.ts'
import type { RotationPlan } from '../plan.ts'
import type { Choice } from '../trade-off.ts'

/** A plan as the thread found it. It keeps every rule: the checker has seen it, who shares nothing with the model. */
export interface Planned {
  plan: RotationPlan
  figures: PlanFigures
  /** No better plan exists; else `least` is what none can cost less than. */
  isProved: boolean
  least: number
}

/** What the planning thread is asked, and what it answers. */
export interface Questions {
  /** The best plan; undefined where the rules leave none. */
  plan: { asked: { instance: Instance; seconds?: number }; answer: Planned | undefined }
  /** Plans to choose from. */
  tradeOff: { asked: { instance: Instance }; answer: Choice[] }
  /** Why a teacher is where the best plan has them (`school` undefined), is not at another school, or does not stay (null). */
  why: { asked: { instance: Instance; teacher: string; school?: number | null }; answer: Explanation }
  /** The rules that contradict each other; undefined where a plan is possible. */
  conflict: { asked: { instance: Instance }; answer: Bend[] | undefined }
}
export type Kind = keyof Questions

export type Question = { [K in Kind]: { id: number; kind: K } & Questions[K]['asked'] }[Kind]

/** How far it is: of several steps, or the best cost so far and what none can cost less than. */
export type Progress = { done: number; all: number } | { cost: number | undefined; least: number }

export type Reply = { id: number } & ({ progress: Progress } | { answer: unknown } | { failure: string })
