import type { Indicator, PolicyPack, Target } from '#shared/policy.ts'
import { schoolYearName } from '#shared/school-year.ts'

/** The id of the pack that a unit's own targets form. */
export const OWN_PACK = 'own'

export interface Step {
  year: number
  value: number
}

/** What a unit wants of one figure by which school year. */
export interface Wanted {
  indicator: string
  direction: 'at-least' | 'at-most'
  steps: readonly Step[]
  basis: string
  reason: string
}

/**
 * A unit's own targets as a policy pack, judged like any document's: each step is a target of its year. The name says
 * whose they are, so that nobody takes them for a document.
 */
export function packOf(unit: { kind: string; name: string }, goals: readonly Wanted[]): PolicyPack {
  const name = ownName(unit.kind)
  return { id: OWN_PACK, name, source: name, cluster: unit.name, targets: goals.flatMap(targetsOf) }
}

export const ownName = (kind: string): string => (kind === 'group' ? '本集团自定' : '本学区自定')

function targetsOf({ indicator, direction, steps, basis, reason }: Wanted): Target[] {
  return steps.map(({ year, value }) => ({
    indicator,
    clause: basis,
    words: reason,
    from: year,
    until: year,
    ...(direction === 'at-least' ? { atLeast: value } : { atMost: value }),
  }))
}

/** Shares have two decimals, counts none. */
export const decimalsOf = (kind: Indicator['kind']): number => (kind === 'share' ? 2 : 0)

/** The way from a value to the one wanted, in equal steps, one a year; the last is exactly the one wanted. */
export function linearSteps(from: Step, to: Step, decimals: number): Step[] {
  const years = to.year - from.year
  return Array.from({ length: Math.max(0, years) }, (_, n) => ({
    year: from.year + n + 1,
    value: n + 1 === years ? to.value : rounded(from.value + ((to.value - from.value) * (n + 1)) / years, decimals),
  }))
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

export const FARTHEST_YEARS = 10

/** How a figure is counted, in one line: the sentences of its parts, joined. */
export const ruleInWords = (parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? [part.replace(/。$/, '')] : [])).join('；')

/** What is wrong with the steps of a target, in words that stand under the form; undefined where nothing is. */
export function faultIn(
  { steps, baselineYear }: { steps: readonly Step[]; baselineYear: number | null },
  { kind, name }: Pick<Indicator, 'kind' | 'name'>,
  year: number,
): string | undefined {
  const past = steps.find((step) => step.year <= (baselineYear ?? -Infinity))
  if (steps.some((step, n) => n > 0 && step.year <= steps[n - 1]!.year)) return '各学年要从早到晚，每年一个值。'
  if (past) return `${schoolYearName(past.year)}不晚于基期，请从基期的下一学年写起。`
  const far = steps.find((step) => Math.abs(step.year - year) > FARTHEST_YEARS)
  if (far) return `${schoolYearName(far.year)}离现在太远，请写${FARTHEST_YEARS}年以内的学年。`
  if (kind === 'share' && steps.some(({ value }) => value > 100)) return `${name}是比例，目标不会超过 100 %。`
  if (kind === 'count' && steps.some(({ value }) => !Number.isInteger(value))) return `${name}是个数，目标请写整数。`
  return undefined
}
