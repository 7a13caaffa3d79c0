import { firstDay, lastDay } from '#shared/school-year.ts'

/** Whether something that lasts from one day to another was there at any time of a school year. */
export const standsIn = ({ since, until }: { since: string; until: string | null }, year: number): boolean =>
  since <= lastDay(year) && (until === null || until >= firstDay(year))

/** Which of the schools have left, and which are new. */
export function schoolChanges(now: readonly number[], wanted: readonly number[]): { left: number[]; joined: number[] } {
  return {
    left: now.filter((id) => !wanted.includes(id)),
    joined: [...new Set(wanted)].filter((id) => !now.includes(id)),
  }
}

/** How many there were in each of these school years. */
export const countsByYear = (
  unions: readonly { since: string; until: string | null }[],
  years: readonly number[],
): { year: number; n: number }[] =>
  years.map((year) => ({ year, n: unions.filter((union) => standsIn(union, year)).length }))
