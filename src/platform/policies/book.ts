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

/** Who is 符合交流条件 where the ledger does not say. */
export interface EligibilityRule {
  id: string
  name: string
  /** First and last school year in which it decides. */
  from: number
  until?: number
  /** Full years in the same school on the first day of the school year. */
  minYearsInSchool: number
  /** Eligible while younger than this on the first day of the school year. */
  maxAge: { 男: number; 女: number }
  words: string
}

export interface Region {
  city: { code: number; name: string; office: string }
  /** Code to name. */
  districts: ReadonlyMap<number, string>
  towns: readonly { code: number; name: string; districtId: number }[]
}

export interface FigureTable {
  title: string
  /** A column is a figure, or one part of it. */
  columns: readonly { title: string; code: string; part?: string }[]
}

/** What holds in one place: the catalogue of figures, and the rules they are held against. */
export interface Policies {
  dimensions: readonly string[]
  indicators: readonly Indicator[]
  tables: readonly FigureTable[]
  packs: readonly PolicyPack[]
  eligibility: readonly EligibilityRule[]
}

export interface CityPolicies extends Policies {
  region: Region
}

/** All that policies/ says, read and checked at start: what is common to every city, and each city's folder with it. */
export interface PolicyBook {
  cities: readonly CityPolicies[]
  common: Policies
  /** Known subjects; an unknown one in a ledger is a warning. */
  subjects: ReadonlySet<string>
}

/** What holds in a district (or in a city, by the city's own code); only the common part where no city's folder names it. */
export function policiesOf(book: PolicyBook, districtId: number): Policies {
  return cityOf(book, districtId) ?? book.common
}

/** The city whose folder names the district or is the city itself; undefined where none does. */
export function cityOf(book: PolicyBook, districtId: number): CityPolicies | undefined {
  return book.cities.find(({ region }) => region.city.code === districtId || region.districts.has(districtId))
}
