import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { EvidenceAbout, Thing } from './evidence.rules.ts'

/** A file that a school brought as evidence. */
export interface EvidenceRow {
  districtId: number
  id: string
  schoolId: number
  fileId: string
}

export async function insertEvidence(db: Db, row: EvidenceRow, at: Date): Promise<void> {
  await db
    .insertInto('pupilServices.evidence')
    .values({ ...row, broughtAt: at, movedAt: at })
    .execute()
}

const columns = sql`
  select e.district_id, e.id, e.school_id, e.file_id,
    coalesce((select jsonb_agg(jsonb_build_object('about', u.about, 'thing', u.thing) order by u.about, u.thing)
      from pupil_services.evidence_use u
      where u.district_id = e.district_id and u.evidence_id = e.id), '[]'::jsonb) as uses
  from pupil_services.evidence e`

export type UsedEvidence = EvidenceRow & { uses: Thing[] }

export async function listEvidence(
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
): Promise<UsedEvidence[]> {
  const { rows } = await sql<UsedEvidence>`${columns}
    where e.district_id = any (${districtIds}::int[]) and e.id = any (${ids}::uuid[])`.execute(db)
  return rows
}

/** What a school brought, the latest first. */
export async function listEvidenceOf(
  db: Db,
  { districtId, id: schoolId }: { districtId: number; id: number },
  most: number,
): Promise<UsedEvidence[]> {
  const { rows } = await sql<UsedEvidence>`${columns}
    where e.district_id = ${districtId} and e.school_id = ${schoolId}
    order by e.brought_at desc, e.id limit ${most}`.execute(db)
  return rows
}

/** What each of these things points at, in its order. */
export async function listShown(
  db: Db,
  districtIds: readonly number[],
  about: EvidenceAbout,
  things: readonly string[],
): Promise<(EvidenceRow & { thing: string })[]> {
  const { rows } = await sql<EvidenceRow & { thing: string }>`
    select e.district_id, e.id, e.school_id, e.file_id, u.thing
    from pupil_services.evidence_use u
    join pupil_services.evidence e on e.district_id = u.district_id and e.id = u.evidence_id
    where u.district_id = any (${districtIds}::int[]) and u.about = ${about} and u.thing = any (${things}::text[])
    order by u.position, e.id`.execute(db)
  return rows
}

/** The thing points at nothing any more; returns what it pointed at. */
export async function deleteUses(db: Db, districtIds: readonly number[], { about, thing }: Thing): Promise<string[]> {
  const { rows } = await sql<{ evidenceId: string }>`
    delete from pupil_services.evidence_use
    where district_id = any (${districtIds}::int[]) and about = ${about} and thing = ${thing}
    returning evidence_id`.execute(db)
  return rows.map(({ evidenceId }) => evidenceId)
}

export async function insertUses(
  db: Db,
  thing: Thing,
  evidence: readonly Pick<EvidenceRow, 'districtId' | 'id'>[],
): Promise<void> {
  if (evidence.length === 0) return
  const rows = evidence.map(({ districtId, id }, position) => ({ ...thing, districtId, evidenceId: id, position }))
  await db
    .insertInto('pupilServices.evidenceUse')
    .values(rows)
    .onConflict((same) => same.doNothing())
    .execute()
}

/** Something began or ceased to point at these. */
export async function noteMoved(
  db: Db,
  districtIds: readonly number[],
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await sql`
    update pupil_services.evidence set moved_at = ${at}
    where district_id = any (${districtIds}::int[]) and id = any (${ids}::uuid[])`.execute(db)
}

/** Takes away what nothing has pointed at since a moment. */
export async function deleteUnused(
  db: Db,
  districtIds: readonly number[],
  since: Date,
): Promise<{ districtId: number; fileId: string }[]> {
  const { rows } = await sql<{ districtId: number; fileId: string }>`
    delete from pupil_services.evidence e
    where e.district_id = any (${districtIds}::int[]) and e.moved_at < ${since}
      and not exists (select from pupil_services.evidence_use u
        where u.district_id = e.district_id and u.evidence_id = e.id)
    returning e.district_id, e.file_id`.execute(db)
  return rows
}
