import { dayAfter } from '#shared/day.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'
import type { Counting } from './figure.rules.ts'
import { judge, type Bounds, type Judged } from './target.rules.ts'

/** The column with the day of each fact, of a measure whose facts come one after another over the year. */
export const dayColumnOf = (measure: Pick<Counting, 'columns'> | undefined): string | undefined =>
  measure?.columns?.find(({ kind }) => kind === 'day')?.key

/** How much of a figure fell on each day of one school year; a fact without a day counts as of its first day. */
export interface Pace {
  year: number
  days: readonly { day: string; weight: number }[]
}

/** What a figure will probably be at the end of the school year, and how that was worked out. */
export interface Forecast {
  /**
   * pace: by what share of the year past years had reached on this day; linear: by the days alone; as-is: it does not grow
   * over the year; early, empty: nothing can be said yet; over: the year is over.
   */
  how: 'pace' | 'linear' | 'as-is' | 'early' | 'empty' | 'over'
  soFar: number | null
  low: number | null
  mid: number | null
  high: number | null
  /** The years whose pace it goes by, each with the share reached by this day, 0 to 1. */
  past: { year: number; total: number; reached: number }[]
}

/** In the first month a single day decides; before that nothing is said. */
const EARLIEST_DAYS = 30
/** A year of which less than this was reached by the day says too little: one fact more would turn it over. */
const LEAST_REACHED = 0.05
const PAST_YEARS = 3
/** How far what is still to come may turn out otherwise: by one past year only, and by none. */
const SPREAD = { one: 0.15, none: 0.3 }

/**
 * What a figure that grows over the school year will come to: what is there so far, divided by the share of the year's total
 * that past years had reached by the same day. Of several past years the middle weighs all of them together, and low and
 * high are what each alone would give. Without past years it goes by the days.
 */
export function forecastOf(paces: readonly Pace[], year: number, today: string): Forecast {
  const now = paces.find((pace) => pace.year === year)
  const soFar = now ? upTo(now, today) : null
  const none = { soFar, low: null, mid: null, high: null, past: [] }
  if (soFar === null || soFar === 0) return { ...none, how: 'empty' }
  if (today > lastDay(year)) return { ...settled(soFar), how: 'over' }
  const elapsed = daysSince(firstDay(year), today) + 1
  if (elapsed < EARLIEST_DAYS) return { ...none, how: 'early' }
  const past = pastOf(paces, year, today)
  const found = past.length > 0 ? byPace(soFar, past) : byDays(soFar, elapsed / daysIn(year))
  return noLessThan(upTo(now!, lastDay(year)), found)
}

/** What is on record for the days to come is there already. */
const noLessThan = (recorded: number, { low, mid, high, ...rest }: Forecast): Forecast => ({
  ...rest,
  low: Math.max(low!, recorded),
  mid: Math.max(mid!, recorded),
  high: Math.max(high!, recorded),
})

export const settled = (value: number | null): Forecast => ({
  how: 'as-is',
  soFar: value,
  low: value,
  mid: value,
  high: value,
  past: [],
})

function pastOf(paces: readonly Pace[], year: number, today: string): Forecast['past'] {
  return paces
    .filter((pace) => pace.year < year && pace.year >= year - PAST_YEARS)
    .map((pace) => ({
      year: pace.year,
      total: upTo(pace, lastDay(pace.year)),
      at: upTo(pace, sameDay(pace.year, year, today)),
    }))
    .filter(({ total, at }) => total > 0 && at / total >= LEAST_REACHED)
    .map(({ at, ...rest }) => ({ ...rest, reached: at / rest.total }))
    .sort((a, b) => b.year - a.year)
}

function byPace(soFar: number, past: Forecast['past']): Forecast {
  const reached = past.reduce((sum, one) => sum + one.reached * one.total, 0)
  const total = past.reduce((sum, one) => sum + one.total, 0)
  const mid = (soFar * total) / reached
  const single = past.map((one) => soFar / one.reached)
  const range = past.length > 1 ? [Math.min(...single), Math.max(...single)] : around(soFar, mid, SPREAD.one)
  return { how: 'pace', soFar, ...whole({ low: range[0]!, mid, high: range[1]! }), past }
}

function byDays(soFar: number, share: number): Forecast {
  const mid = soFar / share
  const [low, high] = around(soFar, mid, SPREAD.none)
  return { how: 'linear', soFar, ...whole({ low: low!, mid, high: high! }), past: [] }
}

const around = (soFar: number, mid: number, spread: number) => [
  soFar + (mid - soFar) * (1 - spread),
  soFar + (mid - soFar) * (1 + spread),
]

const whole = ({ low, mid, high }: { low: number; mid: number; high: number }) => ({
  low: Math.floor(low + 1e-9),
  mid: Math.round(mid),
  high: Math.ceil(high - 1e-9),
})

const upTo = ({ days }: Pace, day: string) => days.reduce((sum, one) => (one.day <= day ? sum + one.weight : sum), 0)

const daysSince = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
const daysIn = (year: number) => daysSince(firstDay(year), firstDay(year + 1))

/** As many days into the past year; a leap day more or less does not matter. */
const sameDay = (past: number, year: number, today: string) =>
  dayAfter(firstDay(past), daysSince(firstDay(year), today))

/** Whether the whole range meets a rule, none of it does, or it is open. */
export function outlookOf(bounds: Bounds, judged: Judged, { low, high }: Pick<Forecast, 'low' | 'high'>) {
  const at = (numerator: number | null) =>
    judge(bounds, { ...judged, amounts: { ...judged.amounts, value: numerator, numerator } }).status
  const [worst, best] = [at(low), at(high)]
  if (worst === 'no-data' || best === 'no-data') return 'no-data'
  return worst === best ? worst : 'open'
}
