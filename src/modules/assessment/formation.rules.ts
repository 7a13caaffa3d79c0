import type { Indicator } from '#shared/policy.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import { boundForSchool, distanceToTargets, lackOf } from './distance.rules.ts'
import type { Amounts } from './figure.rules.ts'
import type { HeldAgainst } from './formation.contract.ts'
import type { Bounds } from './target.rules.ts'

/** A figure of a cluster with the bars that its members are held against. */
export interface Held extends HeldAgainst {
  bounds: readonly Bounds[]
}

type Rule = Pick<RuleVerdict, 'target' | 'atLeast' | 'atMost'>
type Counted = Figure & Pick<Indicator, 'kind' | 'wholeOnly'>

/**
 * What the schools of a cluster are held against: each figure that is counted, says something of one school and has a
 * rule in force in the year or a target of a later one.
 */
export function heldFigures(figures: readonly Counted[]): Held[] {
  return figures
    .map((figure) => ({ figure, rules: [...figure.rules, ...figure.ahead] }))
    .filter(({ figure, rules }) => rules.length > 0 && figure.value !== null && !figure.wholeOnly)
    .map(({ figure: { code, name, unit, kind }, rules }) => ({
      ...{ code, name, unit, kind },
      bars: barsOf(rules),
      bounds: rules.map(boundOf),
    }))
}

/** Each bar once, the strictest of them marked: it is the one by which a school's gap is worked out. */
function barsOf(rules: readonly Rule[]): HeldAgainst['bars'] {
  const floor = Math.max(...rules.map(({ atLeast }) => atLeast ?? -Infinity))
  const ceiling = Math.min(...rules.map(({ atMost }) => atMost ?? Infinity))
  const bars = new Map(
    rules.map(({ target, atLeast, atMost }) => [target, { target, counts: atLeast === floor || atMost === ceiling }]),
  )
  return [...bars.values()]
}

const boundOf = ({ atLeast, atMost }: Rule): Bounds => ({
  ...(atLeast !== undefined && { atLeast }),
  ...(atMost !== undefined && { atMost }),
})

/** What a school's own values lack of its part of the bars, and how far it is from all of them. */
export function standingOf(
  held: readonly Held[],
  amountsOf: (code: string) => Pick<Amounts, 'value'> | undefined,
  schools: number,
) {
  const own = held.map(({ code, kind, bounds }) => ({
    code,
    value: amountsOf(code)?.value ?? null,
    bounds: bounds.map((bound) => boundForSchool(bound, kind, schools)),
  }))
  const figures = own.map(({ code, value, bounds }) => {
    const lack = value === null ? null : Math.max(0, ...bounds.map((bound) => lackOf(value, bound)))
    return [code, { value, lack }] as const
  })
  return { distance: distanceToTargets(own), figures: Object.fromEntries(figures) }
}
