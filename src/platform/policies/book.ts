
/** One figure of the catalogue: which measures make it. */
export interface Indicator {
  code: string
  name: string
  unit: string
  dimension: string
  /** Measure names; numerator is absent where the product has no record yet from which it could be counted. */
  numerator?: string
  denominator?: string
  /** A percentage of numerator in denominator, or the numerator itself. */
  kind: 'count' | 'share'
  /** The parts shown, in this order; a part without rows is 0. */
  parts?: readonly string[]
  /** Code of the figure without which (0 or null) this one is null too. */
  given?: string
}

/** A target of a document: for which school years, for whom, and in which words it was set. */
export interface Target {
  indicator: string
  clause: string
  words: string
  /** First and last school year in which it is judged. */
  from: number
  until?: number
  atLeast?: number
  atMost?: number
  scope?: 'same-stage' | 'cross-stage'
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

export interface EligibilityRule {
  id: string
  name: string
  from: number
  until?: number
  minYearsInSchool: number
  maxAge: { 男: number; 女: number }
  words: string
}

export interface Region {
  city: { code: number; name: string; office: string }
  districts: ReadonlyMap<number, string>
  towns: readonly { code: number; name: string; districtId: number }[]
}

/** All that policies/ says, read and checked at start. */
export interface PolicyBook {
  region: Region
  dimensions: readonly string[]
  indicators: readonly Indicator[]
  tables: readonly { title: string; columns: readonly { title: string; code: string; part?: string }[] }[]
  packs: readonly PolicyPack[]
  eligibility: readonly EligibilityRule[]
  /** Known subjects; an unknown one in a ledger is a warning. */
  subjects: ReadonlySet<string>
}
