import type { Db } from '#platform/database/database.ts'
import type { Term } from '#shared/week.ts'
import type { DayKind } from './day.rules.ts'

export interface RecordedTerm {
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  source: string
}

/** The terms that a district recorded itself. */
export const listTerms = (db: Db, districtId: number, schoolYears: readonly number[]): Promise<RecordedTerm[]> =>
  db
    .selectFrom('venues.term')
    .select(['schoolYear', 'term', 'fromDay', 'untilDay', 'source'])
    .where('districtId', '=', districtId)
    .where('schoolYear', 'in', schoolYears)
    .orderBy('fromDay')
    .execute()

export interface SpecialDay {
  day: string
  kind: DayKind
  follows: number | null
  words: string
}

/** The days from one to another that are not what the calendars say. */
export const listSpecialDays = (db: Db, districtId: number, from: string, until: string): Promise<SpecialDay[]> =>
  db
    .selectFrom('venues.specialDay')
    .select(['day', 'kind', 'follows', 'words'])
    .where('districtId', '=', districtId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .execute()
