import type { Db } from '#platform/database/database.ts'

/** What somebody wrote about a concern, with the numbers it was written for. */
export interface NoteRow {
  districtId: number
  id: string
  unitId: number
  indicator: string
  concern: string
  numbers: number[]
  words: string
  accountId: string
  actorName: string
  writtenAt: Date
}

/** All notes about a unit's figures, newest first; of one figure where one is named. */
export async function listNotes(
  db: Db,
  { districtId, unitId, indicator }: { districtId: number; unitId: number; indicator?: string },
): Promise<NoteRow[]> {
  const notes = await db
    .selectFrom('assessment.note')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('unitId', '=', unitId)
    .$if(indicator !== undefined, (query) => query.where('indicator', '=', indicator!))
    .orderBy('id', 'desc')
    .execute()
  return notes as NoteRow[]
}

export async function insertNote(db: Db, { numbers, ...row }: NoteRow): Promise<void> {
  await db
    .insertInto('assessment.note')
    .values({ ...row, numbers: JSON.stringify(numbers) })
    .execute()
}
