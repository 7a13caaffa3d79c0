import type { Bounds } from './target.rules.ts'

/**
 * How several rules for one figure in one year stand to each other:
 * one: there is only one; same: they ask for the same; nested: whoever meets the strictest meets all; window: some set a
 * floor, others a ceiling, and there is room between; exclusive: no value meets all.
 */
export type Relation = 'one' | 'same' | 'nested' | 'window' | 'exclusive'

export interface Comparison {
  relation: Relation
  /** Which of the rules ask for the most, by their place in the list. */
  strictest: number[]
  /** What meets all of them; of an exclusive set: the floor and the ceiling that contradict each other. */
  atLeast: number | undefined
  atMost: number | undefined
}

/**
 * Compares the rules of one figure and year. A range that a document names (10–20) is a floor: more than its upper end is no
 * miss. `whole`: the figure is counted in whole numbers, so that there may be none between floor and ceiling.
 */
export function compareRules(rules: readonly Bounds[], whole: boolean): Comparison {
  const atLeast = highest(rules.flatMap((rule) => rule.atLeast ?? []))
  const atMost = lowest(rules.flatMap((rule) => rule.atMost ?? []))
  const strictest = rules.flatMap((rule, n) =>
    (rule.atLeast !== undefined && rule.atLeast === atLeast) || (rule.atMost !== undefined && rule.atMost === atMost)
      ? [n]
      : [],
  )
  return { relation: relationOf(rules, { atLeast, atMost }, whole), strictest, atLeast, atMost }
}

function relationOf(
  rules: readonly Bounds[],
  { atLeast, atMost }: Pick<Comparison, 'atLeast' | 'atMost'>,
  whole: boolean,
): Relation {
  if (rules.length < 2) return 'one'
  if (rules.every((rule) => rule.atLeast === rules[0]!.atLeast && rule.atMost === rules[0]!.atMost)) return 'same'
  if (atLeast === undefined || atMost === undefined) return 'nested'
  const [floor, ceiling] = whole ? [Math.ceil(atLeast), Math.floor(atMost)] : [atLeast, atMost]
  return floor > ceiling ? 'exclusive' : 'window'
}

const highest = (values: readonly number[]) => (values.length > 0 ? Math.max(...values) : undefined)
const lowest = (values: readonly number[]) => (values.length > 0 ? Math.min(...values) : undefined)
