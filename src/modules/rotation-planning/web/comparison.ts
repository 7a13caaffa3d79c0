import type { PlanMove } from '../plan.contract.ts'

/** Where plans send one teacher: a school, null for back home before the term is over, undefined for staying. */
export interface Sent {
  teacherId: string
  name: string
  subject: string
  stage: string
  fromSchoolId: number
  to: (number | null | undefined)[]
}

/** Everybody whom one of the plans moves, in the order in which they come there. */
export function sentBy(plans: readonly { moves: readonly PlanMove[] }[]): Sent[] {
  const sent = new Map<string, Sent>()
  plans.forEach(({ moves }, at) => {
    for (const { teacherId, name, subject, stage, fromSchoolId, toSchoolId } of moves) {
      const one = sent.get(teacherId) ?? {
        teacherId,
        name,
        subject,
        stage,
        fromSchoolId,
        to: plans.map(() => undefined),
      }
      one.to[at] = toSchoolId
      sent.set(teacherId, one)
    }
  })
  return [...sent.values()]
}

export const isSame = ({ to }: Sent): boolean => to.every((school) => school === to[0])

/** Which of the figures is the best, as they are shown; none where they are all the same. */
export function bestOf(shown: readonly string[], values: readonly number[], better: 'most' | 'least' | undefined) {
  if (better === undefined || new Set(shown).size < 2) return shown.map(() => false)
  const best = better === 'most' ? Math.max(...values) : Math.min(...values)
  return shown.map((one) => one === shown[values.indexOf(best)])
}

/** Two or three plans are compared: one more takes the place of the one that was chosen first. */
export const MOST = 3
export const picking = (picked: readonly string[], id: string): string[] =>
  picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id].slice(-MOST)
