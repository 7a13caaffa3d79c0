import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { HeaderMapping } from './mapping.rules.ts'

/** What the sender of an import calls columns (own), and what others call them who send for the same cluster. */
export const listMappingsFor = (db: Db, importId: string): Promise<(HeaderMapping & { own: boolean })[]> =>
  db
    .selectFrom('transfer.headerMapping as m')
    .innerJoin('transfer.import as i', (join) =>
      join.onRef('i.districtId', '=', 'm.districtId').onRef('i.clusterId', '=', 'm.clusterId'),
    )
    .select(['m.sheet', 'm.header', 'm.title', sql<boolean>`m.account_id is not distinct from i.account_id`.as('own')])
    .where('i.id', '=', importId)
    .orderBy('m.usedAt', 'desc')
    .execute()

export interface Sender {
  districtId: number
  clusterId: number
  accountId: string
}

/** Takes back what a sender said of these headers before, of these columns if they said that there is none, and of `waived` ones anything. */
export async function deleteMappings(
  db: Db,
  sender: Sender,
  sheet: string,
  said: { headers: string[]; titles: string[]; waived: string[] },
): Promise<void> {
  await db
    .deleteFrom('transfer.headerMapping')
    .where('districtId', '=', sender.districtId)
    .where('clusterId', '=', sender.clusterId)
    .where('accountId', '=', sender.accountId)
    .where('sheet', '=', sheet)
    .where((eb) =>
      eb.or([
        eb.and([eb('header', '<>', ''), eb('header', '=', eb.fn.any(eb.val(said.headers)))]),
        eb.and([eb('header', '=', ''), eb('title', '=', eb.fn.any(eb.val(said.titles)))]),
        eb('title', '=', eb.fn.any(eb.val(said.waived))),
      ]),
    )
    .execute()
}

export async function insertMappings(
  db: Db,
  sender: Sender,
  rows: readonly (HeaderMapping & { id: string; usedAt: Date })[],
): Promise<void> {
  await db
    .insertInto('transfer.headerMapping')
    .values(rows.map((row) => ({ ...sender, ...row })))
    .execute()
}
