import { leastBend, type Bend } from './bend.ts'
import { inShares, inWhole, refuted } from './possible.ts'
import { bendable, without, type Bendable } from './relax.ts'
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
  const proof = refuted(highs, instance)
  if (!proof && inWhole(highs, instance)) return undefined
  const set = proof ? inSharesOnly(highs, instance, proof) : oneByOne(highs, instance)
  return set.map((rule) => leastBend(highs, instance, rule))
}

/** A set that contradicts itself in shares does so in whole moves; what is possible without a rule must be so in whole. */
function inSharesOnly(highs: Highs, instance: Instance, proof: Set<Bendable>): Bendable[] {
  let [left, suspects] = [instance, proof]
  const set = bendable.filter((rule) => {
    const less = without(left, rule)
    const still = suspects.has(rule) ? refuted(highs, less) : suspects
    if (!still) return true
    ;[left, suspects] = [less, still]
    return false
  })
  return set.every((rule) => inWhole(highs, without(left, rule))) ? set : oneByOne(highs, left)
}

function oneByOne(highs: Highs, instance: Instance): Bendable[] {
  let left = instance
  return bendable.filter((rule) => {
    const less = without(left, rule)
    if (inShares(highs, less) && inWhole(highs, less)) return true
    left = less
    return false
  })
}
