import { leastBend, type Asking, type Bend } from './bend.ts'
import { inWhole } from './possible.ts'
import { bendable, without, type Bendable } from './relax.ts'
import { Shares } from './shares.ts'
import type { Instance } from './instance.ts'
import type { Highs } from './solver.ts'

export type { Bend } from './bend.ts'

/**
 * The smallest set of rules that contradict each other: without any one of them a plan would be possible. Undefined where
 * a plan is possible as it is. Rules are left out one after the other; what is still impossible without a rule does not
 * need it. Where even shares of moves cannot meet the rules, each answer comes with its proof, and rules that the proof
 * does not name are left out unasked.
 */
export function findConflict(highs: Highs, instance: Instance): Bend[] | undefined {
  const shares = new Shares(highs)
  try {
    const proof = shares.refuted(instance)
    if (!proof && inWhole(highs, instance)) return undefined
    const asking = { highs, shares }
    const set = proof ? inSharesOnly(asking, instance, proof) : oneByOne(asking, instance)
    return set.map((rule) => leastBend(asking, instance, rule))
  } finally {
    shares.dispose()
  }
}

/** A set that contradicts itself in shares does so in whole moves; what is possible without a rule must be so in whole. */
function inSharesOnly(asking: Asking, instance: Instance, proof: Set<Bendable>): Bendable[] {
  let [left, suspects] = [instance, proof]
  const set = bendable.filter((rule) => {
    const less = without(left, rule)
    const still = suspects.has(rule) && less !== left ? asking.shares.refuted(less) : suspects
    if (!still) return true
    ;[left, suspects] = [less, still]
    return false
  })
  return set.every((rule) => inWhole(asking.highs, without(left, rule))) ? set : oneByOne(asking, left)
}

function oneByOne({ highs, shares }: Asking, instance: Instance): Bendable[] {
  let left = instance
  return bendable.filter((rule) => {
    const less = without(left, rule)
    if (less !== left && shares.arePossible(less) && inWhole(highs, less)) return true
    left = less
    return false
  })
}
