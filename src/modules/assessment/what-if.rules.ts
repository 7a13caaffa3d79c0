import type { Bounds } from './target.rules.ts'

/** A share as two whole numbers; whoever is counted above is counted below too. */
export interface Share {
  numerator: number
  denominator: number
}

/** Everything here is reckoned in whole hundredths of a percent, as `judge` does: no answer is off by one. */
const WHOLE = 10_000
const inHundredths = (percent: number) => Math.round(percent * 100)

/** How many of those already counted below must be counted above too; null where there are not enough of them. */
export function neededWithin({ numerator, denominator }: Share, atLeast: number): number | null {
  const lacking = Math.max(0, Math.ceil((inHundredths(atLeast) * denominator) / WHOLE) - numerator)
  return denominator === 0 || numerator + lacking > denominator ? null : lacking
}

/** How many who are new must come, each counted above and below; null where no number is enough. */
export function neededNew({ numerator, denominator }: Share, atLeast: number): number | null {
  const bar = inHundredths(atLeast)
  const lacking = bar * denominator - WHOLE * numerator
  if (denominator === 0) return bar === 0 ? null : 1
  if (lacking <= 0) return 0
  return bar >= WHOLE ? null : Math.ceil(lacking / (WHOLE - bar))
}

/** How many of those counted above may leave altogether before the target is missed; null where it is missed already. */
export function mayLeave({ numerator, denominator }: Share, atLeast: number): number | null {
  const bar = inHundredths(atLeast)
  const spare = WHOLE * numerator - bar * denominator
  if (denominator === 0 || spare < 0) return null
  // The last one to leave must leave somebody: of nobody there is no share.
  const most = bar >= WHOLE ? numerator : Math.floor(spare / (WHOLE - bar))
  return Math.min(most, numerator, denominator - 1)
}

/** How many of the share must go, or be counted no longer, so that it is no more than a ceiling; null where it is not over. */
export function overBy({ numerator, denominator }: Share, atMost: number): number {
  return Math.max(0, numerator - Math.floor((inHundredths(atMost) * denominator) / WHOLE))
}

export interface Answers {
  within: number | null
  fresh: number | null
  leave: number | null
  over: number | null
}

/** What one rule asks of a share. */
export const answersFor = (share: Share, { atLeast, atMost }: Bounds): Answers => ({
  within: atLeast === undefined ? null : neededWithin(share, atLeast),
  fresh: atLeast === undefined ? null : neededNew(share, atLeast),
  leave: atLeast === undefined ? null : mayLeave(share, atLeast),
  over: atMost === undefined ? null : overBy(share, atMost),
})
