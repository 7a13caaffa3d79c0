import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { RowFault } from './correction.contract.ts'
import type { Layout } from './refusals.ts'

/** A refused row with what is still wrong with it. */
export interface FaultyRow {
  sheet: string
  row: number
  faults: RowFault[]
}

/** The rows of an import that are still refused, sheet by sheet, top to bottom. */
export function listFaultyRows(db: Db, { districtId, id }: { districtId: number; id: string }): Promise<FaultyRow[]> {
  return db
    .selectFrom('transfer.refusedRow')
    .select(['sheet', 'rowNo as row', 'faults'])
    .where('districtId', '=', districtId)
    .where('importId', '=', id)
    .where('dropped', '=', false)
    .where(sql<boolean>`faults <> '[]'`)
    .orderBy('sheet')
    .orderBy('rowNo')
    .$castTo<FaultyRow>()
    .execute()
}

/** Where the columns stood in the file. */
export async function findLayout(
  db: Db,
  { districtId, id }: { districtId: number; id: string },
): Promise<Layout | undefined> {
  const row = await db
    .selectFrom('transfer.import')
    .select('layout')
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.layout as Layout | null) ?? undefined
}
