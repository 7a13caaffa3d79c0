import type { Context } from '#platform/context.ts'
import { ask, together } from '#platform/database/together.ts'
import { isStateDayKnown, stateDayOf } from '#platform/holidays.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Term } from '#shared/week.ts'
import { dayFacts, type DayFacts } from './day.rules.ts'
import { recordedTerms, specialDays, type RecordedTerm, type SpecialDay } from './day.sql.ts'

/** A term as it holds in a district, and by what. */
export interface TermHeld {
  schoolYear: number
  term: Term
  from: string
  until: string
  source: string
  /** By the district itself, not by the policy pack. */
  recorded: boolean
}

/** The terms of these school years: what the district recorded goes before the policy pack. In order of days. */
export const readTerms = async (
  ctx: Pick<Context, 'db' | 'policies'>,
  districtId: number,
  schoolYears: readonly number[],
): Promise<TermHeld[]> =>
  termsHeld(ctx, districtId, schoolYears, await ask(ctx.db, recordedTerms(districtId, schoolYears)))

function termsHeld(
  ctx: Pick<Context, 'policies'>,
  districtId: number,
  schoolYears: readonly number[],
  own: readonly RecordedTerm[],
): TermHeld[] {
  const recorded = own.map(({ fromDay, untilDay, ...term }) => ({
    ...term,
    from: fromDay,
    until: untilDay,
    recorded: true,
  }))
  const given = policiesOf(ctx.policies, districtId)
    .terms.filter(
      ({ schoolYear, term }) =>
        schoolYears.includes(schoolYear) && !recorded.some((one) => one.schoolYear === schoolYear && one.term === term),
    )
    .map((term) => ({ ...term, recorded: false }))
  return [...recorded, ...given].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** What these days are for the schools of a district, by day; one statement. */
export const readDays = async (
  ctx: Pick<Context, 'db' | 'policies'>,
  districtId: number,
  days: readonly string[],
): Promise<ReadonlyMap<string, DayFacts>> =>
  days.length === 0
    ? new Map()
    : daysFrom(ctx, districtId, days, await together(ctx.db, questionsOfDays(districtId, days)))

/** What the database is asked about days, of which there is one at least. */
export const questionsOfDays = (districtId: number, days: readonly string[]) => ({
  specials: specialDays(districtId, days.reduce(earlier), days.reduce(later)),
  terms: recordedTerms(districtId, [...new Set(days.map(schoolYearOf))]),
})

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)

/** What days are, by what the database answered about them; in their order. */
export function daysFrom(
  ctx: Pick<Context, 'policies'>,
  districtId: number,
  days: readonly string[],
  { specials, terms: own }: { specials: readonly SpecialDay[]; terms: readonly RecordedTerm[] },
): ReadonlyMap<string, DayFacts> {
  const terms = termsHeld(ctx, districtId, [...new Set(days.map(schoolYearOf))], own)
  return new Map(
    [...days].sort().map((day) => [
      day,
      dayFacts(day, {
        state: stateDayOf(day),
        stateKnown: isStateDayKnown(day),
        terms: terms.filter(({ schoolYear }) => schoolYear === schoolYearOf(day)),
        special: specials.find((one) => one.day === day),
      }),
    ]),
  )
}
