import type { Indicator, PolicyPack, StageScope, Target } from '#shared/policy.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import type { Amounts } from './figure.rules.ts'

/** The unit whose figure is judged. The documents bind 学区 and 集团; schools, districts and the city have no targets. */
export interface JudgedUnit {
  kind: string
  name: string
  stageScope: StageScope | null
}

export interface Judged {
  indicator: Pick<Indicator, 'code' | 'kind'>
  amounts: Pick<Amounts, 'value' | 'numerator' | 'denominator'>
  /** What one more of the numerator is called: 人. */
  unit: string
}

/** How a figure stands in a school year against every rule that applies, and against targets of later years. */
export function verdictsOf(
  judged: Judged,
  of: JudgedUnit,
  year: number,
  packs: readonly PolicyPack[],
): Pick<Figure, 'rules' | 'ahead'> {
  const bound = boundBy(judged.indicator.code, of, packs)
  return {
    rules: bound.filter(({ target }) => isInForce(target, year)).map((rule) => verdictOf(rule, judged)),
    ahead: bound
      .filter(({ target }) => target.from > year)
      .map((rule) => ({ ...verdictOf(rule, judged), by: rule.target.from })),
  }
}

/** A target with the document that sets it. */
export interface Rule {
  pack: PolicyPack
  target: Target
}

/** The rules that bind a unit's figure, of all years. */
export function boundBy(code: string, of: JudgedUnit, packs: readonly PolicyPack[]): Rule[] {
  if (of.kind !== 'cluster' && of.kind !== 'group') return []
  return packs
    .filter(({ cluster }) => cluster === undefined || cluster === of.name)
    .flatMap((pack) => pack.targets.map((target) => ({ pack, target })))
    .filter(({ target }) => target.indicator === code && (target.scope ?? of.stageScope) === of.stageScope)
}

export const isInForce = ({ from, until }: Target, year: number) =>
  from <= year && (until === undefined || year <= until)

export const verdictOf = ({ pack, target }: Rule, judged: Judged): RuleVerdict => ({
  pack: pack.id,
  packName: pack.name,
  clause: target.clause,
  words: target.words,
  target: targetInWords(target),
  ...boundsOf(target),
  ...judge(target, judged),
  ...(target.note !== undefined && { note: target.note }),
})

/** Between which values a target wants a figure. */
export type Bounds = Pick<Target, 'atLeast' | 'upTo' | 'atMost'>

const boundsOf = ({ atLeast, upTo, atMost }: Target): Bounds => ({
  ...(atLeast !== undefined && { atLeast }),
  ...(upTo !== undefined && { upTo }),
  ...(atMost !== undefined && { atMost }),
})

/** '≥ 5', '3–5', '≤ 10' */
export function targetInWords({ atLeast, upTo, atMost }: Bounds): string {
  const upper = upTo ?? atMost
  if (atLeast === undefined) return `≤ ${atMost}`
  return upper === undefined ? `≥ ${atLeast}` : `${atLeast}–${upper}`
}

/** Judged in whole numbers: 9.996 % shows as 10.00 % and still misses 10 %. */
export function judge(target: Bounds, judged: Judged): Pick<RuleVerdict, 'status' | 'gap'> {
  const { value, numerator } = judged.amounts
  if (value === null || numerator === null) return { status: 'no-data', gap: '' }
  const least = Math.ceil(numeratorAt(target.atLeast ?? -Infinity, judged))
  const most = Math.floor(numeratorAt(target.atMost ?? Infinity, judged))
  if (numerator < least) return { status: 'missed', gap: `还差 ${least - numerator} ${judged.unit}` }
  if (numerator > most) return { status: 'missed', gap: `超出 ${numerator - most} ${judged.unit}` }
  return { status: 'met', gap: '' }
}

/** The numerator that gives exactly this value; of a share in hundredths of a percent, so that it is exact. */
function numeratorAt(value: number, { indicator, amounts }: Judged): number {
  if (indicator.kind === 'count' || !Number.isFinite(value)) return value
  return (Math.round(value * 100) * amounts.denominator!) / 10_000
}
