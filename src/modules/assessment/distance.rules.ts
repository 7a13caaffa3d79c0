import type { Bounds } from './target.rules.ts'

/** A figure of one unit with what it is held against. */
export interface HeldFigure {
  code: string
  value: number | null
  bounds: readonly Bounds[]
}

/**
 * How far a unit is from its targets: 0 all met, 1 as far as can be; null where nothing can be told.
 *
 * For each figure the rule it is farthest from counts, so that three documents that ask for the same do not weigh thrice:
 * of a floor the share of it that is lacking, (floor − value) ÷ floor; of a ceiling the share by which it is overstepped,
 * (value − ceiling) ÷ value. The distance is the plain mean over the figures that have a value and a rule.
 */
export function distanceToTargets(figures: readonly HeldFigure[]): number | null {
  const known = figures.flatMap(({ value, bounds }) =>
    value === null || bounds.length === 0 ? [] : [Math.max(...bounds.map((bound) => lackOf(value, bound)))],
  )
  return known.length === 0 ? null : known.reduce((sum, lack) => sum + lack, 0) / known.length
}

/** The part of one rule that is lacking, 0 to 1. */
export function lackOf(value: number, { atLeast = 0, atMost = Infinity }: Bounds): number {
  if (value < atLeast) return (atLeast - value) / atLeast
  return value > atMost ? (value - atMost) / value : 0
}

/**
 * What a cluster's rule means for one of its schools. Documents bind clusters: a share is held against the cluster's own bar;
 * of a count each member gives its equal part, so the bar is divided by their number.
 */
export function boundForSchool(bound: Bounds, kind: 'count' | 'share', schools: number): Bounds {
  if (kind === 'share' || schools === 0) return bound
  const part = (bar: number) => bar / schools
  return {
    ...(bound.atLeast !== undefined && { atLeast: part(bound.atLeast) }),
    ...(bound.atMost !== undefined && { atMost: part(bound.atMost) }),
  }
}
