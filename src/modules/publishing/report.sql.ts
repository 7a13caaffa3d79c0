import { sql } from 'kysely'
import type { Block, Document } from '#shared/block.ts'
import type { Db } from '#platform/database/database.ts'
import type { StoredFile } from './file-store.ts'
import type { Format, RuleVersion } from './report.contract.ts'
import type { Status } from './report.rules.ts'

export interface ReportRow {
  districtId: number
  id: string
  unitId: number
  schoolYear: number
  edition: number
  replaces: string | null
  status: Status
  title: string
  number: string
  signature: string
  signedOn: string | null
  contact: string
  figuresAt: Date
  figuresDay: string
  rules: RuleVersion[]
  blocks: Block[]
  document: Document | null
  contentHash: string | null
  jobId: string | null
  failure: string | null
  createdAt: Date
  issuedAt: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
}

export const findReport = (db: Db, id: string): Promise<ReportRow | undefined> =>
  db.selectFrom('publishing.report').selectAll().where('id', '=', id).$castTo<ReportRow>().executeTakeFirst()

/** The same, and nobody else changes it until the transaction ends. */
export const findReportToChange = (db: Db, districtId: number, id: string): Promise<ReportRow | undefined> =>
  db
    .selectFrom('publishing.report')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .forUpdate()
    .$castTo<ReportRow>()
    .executeTakeFirst()

const lineColumns = ['id', 'unitId', 'schoolYear', 'edition', 'status', 'title', 'number', 'figuresDay', 'createdAt', 'issuedAt'] as const // prettier-ignore
export type ReportLineRow = Pick<ReportRow, (typeof lineColumns)[number]>

/** The reports of a cluster that stand so, latest school year and edition first. */
export const listReports = (
  db: Db,
  { districtId, unitId }: { districtId: number; unitId: number },
  statuses: readonly Status[],
): Promise<ReportLineRow[]> =>
  db
    .selectFrom('publishing.report')
    .select(lineColumns)
    .where('districtId', '=', districtId)
    .where('unitId', '=', unitId)
    .where('status', 'in', [...statuses])
    .orderBy('schoolYear', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .$castTo<ReportLineRow>()
    .execute()

/** The edition that corrects a report; of several drafts the first. */
export const findCorrection = (db: Db, districtId: number, id: string): Promise<ReportRow | undefined> =>
  db
    .selectFrom('publishing.report')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('replaces', '=', id)
    .orderBy('createdAt')
    .limit(1)
    .$castTo<ReportRow>()
    .executeTakeFirst()

/** What of a school year is still being written or issued; the latest first. */
export const findOpenReport = (
  db: Db,
  { districtId, unitId, schoolYear }: Pick<ReportRow, 'districtId' | 'unitId' | 'schoolYear'>,
): Promise<ReportLineRow | undefined> =>
  db
    .selectFrom('publishing.report')
    .select(lineColumns)
    .where('districtId', '=', districtId)
    .where('unitId', '=', unitId)
    .where('schoolYear', '=', schoolYear)
    .where('status', 'in', ['draft', 'issuing'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .$castTo<ReportLineRow>()
    .executeTakeFirst()

export type NewReport = Omit<
  ReportRow,
  'document' | 'contentHash' | 'jobId' | 'failure' | 'issuedAt' | 'withdrawnAt' | 'withdrawnReason'
>

/** False: a draft of the school year is there already, though it may have been begun at the same moment. */
export async function insertReport(db: Db, { rules, blocks, ...row }: NewReport): Promise<boolean> {
  const done = await db
    .insertInto('publishing.report')
    .values({ ...row, rules: JSON.stringify(rules), blocks: JSON.stringify(blocks) })
    .onConflict((open) =>
      open
        .columns(['districtId', 'unitId', 'schoolYear'])
        .where(sql<boolean>`status in ('draft', 'issuing') and not spare`)
        .doNothing(),
    )
    .executeTakeFirst()
  return Number(done.numInsertedOrUpdatedRows ?? 0) > 0
}

type Changed = Partial<Omit<ReportRow, 'districtId' | 'id' | 'unitId'>>
type Key = Pick<ReportRow, 'districtId' | 'id'>

export async function updateReport(db: Db, { districtId, id }: Key, changed: Changed): Promise<void> {
  const { rules, blocks, document, ...rest } = changed
  await db
    .updateTable('publishing.report')
    .set({
      ...rest,
      ...(rules && { rules: JSON.stringify(rules) }),
      ...(blocks && { blocks: JSON.stringify(blocks) }),
      ...(document !== undefined && { document: document && JSON.stringify(document) }),
    })
    .where('districtId', '=', districtId)
    .where('id', '=', id)
    .execute()
}

export async function deleteReport(db: Db, { districtId, id }: Key): Promise<void> {
  await db.deleteFrom('publishing.report').where('districtId', '=', districtId).where('id', '=', id).execute()
}

export interface WordingRow {
  districtId: number
  reportId: string
  unitId: number
  key: string
  words: string
  over: string
  editedAt: Date
  accountId: string
  actorName: string
}

export const listWordings = (db: Db, { districtId, id }: Key): Promise<WordingRow[]> =>
  db
    .selectFrom('publishing.wording')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('reportId', '=', id)
    .execute()

export async function saveWording(db: Db, row: WordingRow): Promise<void> {
  await db
    .insertInto('publishing.wording')
    .values(row)
    .onConflict((same) =>
      same.columns(['districtId', 'reportId', 'key']).doUpdateSet((set) => ({
        words: set.ref('excluded.words'),
        over: set.ref('excluded.over'),
        editedAt: set.ref('excluded.editedAt'),
        accountId: set.ref('excluded.accountId'),
        actorName: set.ref('excluded.actorName'),
      })),
    )
    .execute()
}

export async function deleteWording(db: Db, { districtId, id }: Key, key: string): Promise<void> {
  await db
    .deleteFrom('publishing.wording')
    .where('districtId', '=', districtId)
    .where('reportId', '=', id)
    .where('key', '=', key)
    .execute()
}

/** The words of one report as those of another: a correction begins with what was said before. */
export async function insertWordingsOf(db: Db, from: Key, toId: string): Promise<void> {
  await sql`
    insert into publishing.wording (district_id, report_id, unit_id, key, words, over, edited_at, account_id, actor_name)
    select district_id, ${toId}::uuid, unit_id, key, words, over, edited_at, account_id, actor_name
    from publishing.wording where district_id = ${from.districtId} and report_id = ${from.id}`.execute(db)
}

export const listFiles = (db: Db, districtId: number, contentHash: string): Promise<StoredFile[]> =>
  db
    .selectFrom('publishing.file')
    .select(['format', 'sha256', 'bytes'])
    .where('districtId', '=', districtId)
    .where('contentHash', '=', contentHash)
    .$castTo<StoredFile & { format: Format }>()
    .execute()

export async function insertFiles(
  db: Db,
  districtId: number,
  contentHash: string,
  files: readonly StoredFile[],
): Promise<void> {
  await db
    .insertInto('publishing.file')
    .values(files.map((file) => ({ districtId, contentHash, ...file })))
    .onConflict((same) => same.doNothing())
    .execute()
}
