import type { Term } from '#shared/week.ts'
import type { Indicator, PolicyPack } from '#shared/policy.ts'

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

/** A reason for which a teacher need not rotate for a while. */
export interface ExemptionKind {
  kind: string
  /** It tells of health or family: shown to the cluster's office and the school's own leadership alone. */
  sensitive: boolean
  /** How many years one record may last. */
  maxYears: number
  /** Only teachers of this gender have it. */
  gender?: '男' | '女' | undefined
}

/** A way to rotate. */
export interface RotationForm {
  form: string
  /** Where nobody said how much of the teacher's time it takes, it is taken to be all of it. */
  fullTime: boolean
}

export type SchoolStanding = '优质校' | '薄弱校'

/** What a document asks of a rotation so that it counts, and for what. */
export interface RotationRule {
  id: string
  name: string
  /** 交流: counts as a rotation; 提任: counts when somebody is promoted. */
  use: '交流' | '提任'
  clause: string
  words: string
  /** Binds this cluster alone. */
  cluster?: string
  /** First and last school year in which a rotation has to begin. */
  from: number
  until?: number
  /** Both schools are members of the cluster in that school year. */
  insideCluster: boolean
  /** One of these forms. */
  forms?: readonly string[]
  fromStanding?: SchoolStanding
  toStanding?: SchoolStanding
  /** Served so many school years at least. */
  minYears?: number
  note?: string
}

/** How teachers rotate, what it is certified for, and what counts. */
export interface RotationPolicies {
  forms: readonly RotationForm[]
  purposes: readonly string[]
  rules: readonly RotationRule[]
}

/** By what experts judge a course: the weights come to 100. */
export interface CourseRubric {
  name: string
  /** How many experts a course needs at least. */
  experts: number
  /** The mean from which a course may be called 精品. */
  premium: number
  items: readonly { code: string; title: string; words: string; weight: number }[]
  /** The best first. */
  levels: readonly { title: string; percent: number }[]
}

/** By what a studio's year is judged: the weights come to 100. */
export interface StudioRubric {
  name: string
  items: readonly { code: string; title: string; words: string; weight: number }[]
  /** The best first. */
  levels: readonly { title: string; percent: number }[]
  /** The best first: from which score on; the last from 0. */
  grades: readonly { title: string; from: number }[]
}

/** A term of the school calendar: its first and last school day. */
export interface TermDays {
  schoolYear: number
  term: Term
  from: string
  until: string
  /** The notice that set it. */
  source: string
}

/** What of a five-year plan's credits has to be earned under one tier and field. */
export interface TrainingNeed {
  tier: string
  field: string
  credits: number
}

/** The credits that a five-year plan asks of every teacher: one file each. */
export interface TrainingPlan {
  id: string
  name: string
  source: string
  clause: string
  words: string
  /** Its first and last day. */
  from: string
  until: string
  hoursPerCredit: number
  /** In percent of a course's hours: who came to less has no credit. */
  minAttendance: number
  /** The rows and columns of the matrix. */
  tiers: readonly string[]
  fields: readonly string[]
  sum: number
  required: readonly TrainingNeed[]
  /** As which tiers the district may recognise a course of a cluster. */
  recognisedAs: readonly string[]
  /** What documents say about that; with `cluster`: of this cluster alone. */
  clauses: readonly { name: string; clause: string; words: string; meaning: string; cluster?: string }[]
  /** What of it nobody could look up, in words that stand on the page. */
  unverified: readonly string[]
}

/** What schools tell of every month in numbers: the services to pupils and families, and where they sent somebody on to. */
export interface PupilServices {
  name: string
  source: string
  clause: string
  words: string
  services: readonly { code: string; title: string }[]
  referrals: readonly { code: string; title: string }[]
  unverified: readonly string[]
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
  exemptions: readonly ExemptionKind[]
  rotation: RotationPolicies
  /** The terms of the school years that are out. */
  terms: readonly TermDays[]
  /** The five-year plans of teachers' training, the earliest first. */
  training: readonly TrainingPlan[]
  /** Undefined where no folder has one: then no course is judged. */
  courseRubric?: CourseRubric | undefined
  /** Undefined where no folder has one: then schools tell of no services. */
  pupilServices?: PupilServices | undefined
  /** Undefined where no folder has one: then no studio is judged. */
  studioRubric?: StudioRubric | undefined
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
