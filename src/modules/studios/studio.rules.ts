import { schoolYearOf } from '#shared/school-year.ts'

/** When a studio works: planned, and where it ended before that, until when. */
export interface Span {
  from: string
  until: string
  endedOn: string | null
}

/** The last day on which it works. */
export const lastOf = ({ until, endedOn }: Omit<Span, 'from'>): string =>
  endedOn !== null && endedOn < until ? endedOn : until

/** The school years in which a studio has worked by a day: it counts in each of them. */
export function yearsWorked(span: Span, today: string): number[] {
  const last = lastOf(span) < today ? lastOf(span) : today
  if (last < span.from) return []
  const first = schoolYearOf(span.from)
  return Array.from({ length: schoolYearOf(last) - first + 1 }, (_, n) => first + n)
}

/** Whether it works, or is to work, in a school year. */
export const standsIn = (span: Span, year: number): boolean =>
  schoolYearOf(span.from) <= year && year <= schoolYearOf(lastOf(span))
