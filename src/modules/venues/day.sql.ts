import type { Db } from '#platform/database/database.ts'
import { prepared } from '#platform/database/prepared.ts'
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
    .modifyFront(prepared)
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
    .modifyFront(prepared)
    .select(['day', 'kind', 'follows', 'words'])
    .where('districtId', '=', districtId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .execute()

interface Recorded {
  districtId: number
  recordedBy: string
  recordedAt: Date
}

export async function saveTerm(db: Db, row: RecordedTerm & Recorded): Promise<void> {
  const { fromDay, untilDay, source, recordedBy, recordedAt } = row
  await db
    .insertInto('venues.term')
    .values(row)
    .onConflict((same) =>
      same
        .columns(['districtId', 'schoolYear', 'term'])
        .doUpdateSet({ fromDay, untilDay, source, recordedBy, recordedAt }),
    )
    .execute()
}

/** Whether there was one to take away. */
export async function deleteTerm(
  db: Db,
  districtId: number,
  { schoolYear, term }: Pick<RecordedTerm, 'schoolYear' | 'term'>,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('venues.term')
    .where('districtId', '=', districtId)
    .where('schoolYear', '=', schoolYear)
    .where('term', '=', term)
    .returning('term')
    .execute()
  return gone.length > 0
}

export async function saveSpecialDay(db: Db, row: SpecialDay & Recorded): Promise<void> {
  const { kind, follows, words, recordedBy, recordedAt } = row
  await db
    .insertInto('venues.specialDay')
    .values(row)
    .onConflict((same) =>
      same.columns(['districtId', 'day']).doUpdateSet({ kind, follows, words, recordedBy, recordedAt }),
    )
    .execute()
}

/** Whether there was one to take away. */
export async function deleteSpecialDay(db: Db, districtId: number, day: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('venues.specialDay')
    .where('districtId', '=', districtId)
    .where('day', '=', day)
    .returning('day')
    .execute()
  return gone.length > 0
}
