import { percentage } from '#shared/numbers.ts'
import type { Indicator } from '#shared/policy.ts'
import type { Figure } from './figure.contract.ts'

/** What was counted in one school year: measure → part → value. A measure that is not in it has no data. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** What a figure must know of a measure. */
export interface Counting {
  name: string
  unit: string
  fold: 'sum' | 'distinct-parts'
  columns?: readonly { key: string; kind?: string }[]
}

/** The indicators of a place by code, and the measures that they are counted by. */
export interface Catalogue {
  indicators: ReadonlyMap<string, Indicator>
  measures: ReadonlyMap<string, Counting>
}

export type Amounts = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'parts'>

export interface Counter {
  measure: string
  part: string
  value: number
}

/** Counters as counts; several counters of one part are added up. */
export function countsOf(counters: Iterable<Counter>): Counts {
  const counts = new Map<string, Map<string, number>>()
  for (const { measure, part, value } of counters) {
    const parts = counts.get(measure) ?? new Map<string, number>()
    parts.set(part, (parts.get(part) ?? 0) + value)
    counts.set(measure, parts)
  }
  return counts
}

/** The value of a measure; null where nothing was handed in from which it could be counted. */
export function totalOf(counts: Counts, measure: Counting | undefined): number | null {
  const parts = measure && counts.get(measure.name)
  if (!parts) return null
  if (measure.fold === 'distinct-parts') return [...parts.values()].filter((value) => value > 0).length
  return [...parts.values()].reduce((sum, value) => sum + value, 0)
}

const nothing: Amounts = { value: null, numerator: null, denominator: null }

/** A figure's value with what it is made of. */
export function amountsOf(indicator: Indicator, counts: Counts, catalogue: Catalogue): Amounts {
  const given = catalogue.indicators.get(indicator.given ?? '')
  if (given && !amountsOf(given, counts, catalogue).value) return nothing
  const totalNamed = (name: string | undefined) => totalOf(counts, catalogue.measures.get(name ?? ''))
  const numerator = totalNamed(indicator.numerator)
  if (indicator.kind === 'share') {
    const denominator = totalNamed(indicator.denominator)
    return { value: shareOf(numerator, denominator), numerator, denominator }
  }
  const amounts = { value: numerator, numerator, denominator: null }
  return indicator.parts && numerator !== null ? { ...amounts, parts: partsOf(indicator, counts) } : amounts
}

const shareOf = (numerator: number | null, denominator: number | null): number | null =>
  numerator === null || denominator === null ? null : percentage(numerator, denominator)

function partsOf({ parts = [], numerator = '' }: Indicator, counts: Counts): Record<string, number> {
  return Object.fromEntries(parts.map((part) => [part, counts.get(numerator)?.get(part) ?? 0]))
}
