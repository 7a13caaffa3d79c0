import type { Context } from '#platform/context.ts'
import { isStateDayKnown, stateDayOf } from '#platform/holidays.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Term } from '#shared/week.ts'
import { dayFacts, type DayFacts } from './day.rules.ts'
import { listSpecialDays, listTerms } from './day.sql.ts'

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
export async function readTerms(
  ctx: Pick<Context, 'db' | 'policies'>,
  districtId: number,
  schoolYears: readonly number[],
): Promise<TermHeld[]> {
  const own = await listTerms(ctx.db, districtId, schoolYears)
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

/** What these days are for the schools of a district, by day; two statements. */
export async function readDays(
  ctx: Pick<Context, 'db' | 'policies'>,
  districtId: number,
  days: readonly string[],
): Promise<ReadonlyMap<string, DayFacts>> {
  if (days.length === 0) return new Map()
  const sorted = [...days].sort()
  const specials = await listSpecialDays(ctx.db, districtId, sorted[0]!, sorted.at(-1)!)
  const terms = await readTerms(ctx, districtId, [...new Set(days.map(schoolYearOf))])
  return new Map(
    sorted.map((day) => [
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
