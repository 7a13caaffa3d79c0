import type { PlanMove } from '../plan.contract.ts'

/** Who goes where in a draft: by teacher. */
export type Placing = ReadonlyMap<string, number>

/** A draft of the board with the steps that led to it, each of which can be taken back. */
export interface Draft {
  past: readonly Placing[]
  now: Placing
  future: readonly Placing[]
}

export type Step = { kind: 'place'; teacherId: string; toSchoolId: number | null } | { kind: 'undo' } | { kind: 'redo' }

export const draftOf = (moves: readonly PlanMove[]): Draft => ({
  past: [],
  now: new Map(moves.flatMap(({ teacherId, toSchoolId }) => (toSchoolId === null ? [] : [[teacherId, toSchoolId]]))),
  future: [],
})

export function stepped(draft: Draft, step: Step): Draft {
  const { past, now, future } = draft
  if (step.kind === 'undo') return past.length === 0 ? draft : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] } // prettier-ignore
  if (step.kind === 'redo') return future.length === 0 ? draft : { past: [...past, now], now: future[0]!, future: future.slice(1) } // prettier-ignore
  if ((now.get(step.teacherId) ?? null) === step.toSchoolId) return draft
  const next = new Map(now)
  if (step.toSchoolId === null) next.delete(step.teacherId)
  else next.set(step.teacherId, step.toSchoolId)
  return { past: [...past, now], now: next, future: [] }
}

/** How many teachers go elsewhere than in the plan. */
export function changesIn({ now }: Draft, moves: readonly PlanMove[]): number {
  const before = draftOf(moves).now
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id)).length
}

export const asBody = ({ now }: Draft, moves: readonly PlanMove[]) => ({
  moves: [...now].map(([teacherId, toSchoolId]) => ({ teacherId, toSchoolId })),
  recalls: moves.flatMap(({ teacherId, toSchoolId }) => (toSchoolId === null ? [teacherId] : [])),
})
