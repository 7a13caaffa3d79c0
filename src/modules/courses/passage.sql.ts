import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CourseContent } from './content.contract.ts'

export interface EntryKey {
  districtId: number
  id: string
}

/** What stands published of a course. */
export interface PublishedRow {
  districtId: number
  entryId: string
  clusterId: number
  schoolId: number
  partnerSchoolIds: number[]
  audience: string
  stages: string[]
  subject: string | null
  theme: string | null
  kinds: string[]
  licence: string
  name: string
  byline: string
  content: CourseContent
  publishedAt: Date
}

/** A course as it was published last, and whether it is listed so; undefined where it never was, or was taken back. */
export async function findPublished(
  db: Db,
  { districtId, id }: EntryKey,
): Promise<(PublishedRow & { isListed: boolean }) | undefined> {
  const { rows } = await sql<PublishedRow & { isListed: boolean }>`
    select e.district_id, e.id as entry_id, e.cluster_id, e.school_id, e.partner_school_ids, e.audience, e.stages,
      e.subject, e.theme, e.kinds, e.licence, v.name, v.byline, v.content, v.published_at,
      (l.cluster_id, l.school_id, l.partner_school_ids, l.audience, l.stages, l.subject, l.theme, l.kinds, l.licence,
        l.published_at)
      is not distinct from (e.cluster_id, e.school_id, e.partner_school_ids, e.audience, e.stages, e.subject, e.theme,
        e.kinds, e.licence, v.published_at) as is_listed
    from courses.entry e
    join courses.version v on v.district_id = e.district_id and v.entry_id = e.id and v.number = e.published
    left join courses.listed l on l.district_id = e.district_id and l.entry_id = e.id
    where e.district_id = ${districtId} and e.id = ${id}::uuid and e.withdrawn_at is null`.execute(db)
  return rows[0]
}

export interface ListedRow extends Omit<PublishedRow, 'byline' | 'content'> {
  best: boolean
  nameMarks: number[]
  marks: number[]
}

export async function deleteListed(db: Db, { districtId, id }: EntryKey): Promise<void> {
  await sql`delete from courses.listed where district_id = ${districtId} and entry_id = ${id}::uuid`.execute(db)
}

export async function insertListed(db: Db, rows: readonly ListedRow[]): Promise<void> {
  await db.insertInto('courses.listed').values(rows).execute()
}

export interface PassageRow {
  districtId: number
  entryId: string
  part: number
  body: string
  /** null: as it is searched. */
  shown: string | null
}

export async function insertPassages(db: Db, rows: readonly PassageRow[]): Promise<void> {
  await db.insertInto('courses.passage').values(rows).execute()
}
