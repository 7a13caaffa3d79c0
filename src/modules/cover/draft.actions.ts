import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { deleteDraftsBefore } from './timetable.sql.ts'

const DAY_MS = 86_400_000

/** What was read and never taken goes after a day. */
export async function clearDrafts({ db, now }: Context): Promise<void> {
  await deleteDraftsBefore(db, await listDistrictIds(db), new Date(now.getTime() - DAY_MS))
}
