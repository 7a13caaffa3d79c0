/** One figure of the catalogue: which measures make it. */
export interface Indicator {
  code: string
  name: string
  unit: string
  dimension: string
  /** How it is worked out, in words that stand on the figure page. */
  formula: string
  /** Measure names; numerator is absent where the product has no record yet from which it could be counted. */
  numerator?: string
  denominator?: string
  /** A percentage of numerator in denominator, or the numerator itself. */
  kind: 'count' | 'share'
  /** The parts shown, in this order; a part without rows is 0. */
  parts?: readonly string[]
  /** Code of the figure without which (0 or null) this one is null too. */
  given?: string
  /** It tells something of all schools together; of one school it only says which kind it is, so no school is held to it. */
  wholeOnly?: boolean
}

export type StageScope = 'same-stage' | 'cross-stage'

/** A target of a document: for which school years, for whom, and in which words it was set. */
export interface Target {
  indicator: string
  clause: string
  words: string
  /** First and last school year in which it is judged. */
  from: number
  until?: number
  atLeast?: number
  /** Beside atLeast: the upper end of the range that the document names. More than that is no miss. */
  upTo?: number
  /** A ceiling. */
  atMost?: number
  scope?: StageScope
  note?: string
}

export interface PolicyPack {
  id: string
  name: string
  /** Where it comes from, with date and number. */
  source: string
  /** Of a local plan: the cluster it binds. Without it, every cluster of the city. */
  cluster?: string
  targets: readonly Target[]
}
