import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { CertificateContent } from './certificate.contract.ts'

export interface CertificateRow {
  districtId: number
  id: string
  code: string
  number: number
  numberYear: number
  teacherId: string
  schoolId: number
  purpose: string
  content: CertificateContent
  rotationIds: string[]
  issuedOn: string
  issuedAt: Date
  issuedBy: string
  withdrawnOn: string | null
  withdrawnWhy: string | null
  supersededOn: string | null
}

const columns = sql`district_id, id, code, number, number_year, teacher_id, school_id, purpose, content, rotation_ids,
  issued_on, issued_at, issued_by, withdrawn_on, withdrawn_why, superseded_on`

/** A teacher's certificates, the latest first. */
export async function listCertificates(db: Db, districtId: number, teacherId: string): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`select ${columns} from mobility.certificate
    where district_id = ${districtId} and teacher_id = ${teacherId} order by issued_at desc, id desc`.execute(db)
  return rows
}

export async function findCertificate(
  db: Db,
  districtIds: readonly number[],
  id: string,
): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`select ${columns} from mobility.certificate
    where district_id = any (${districtIds}::int[]) and id = ${id}`.execute(db)
  return rows[0]
}

/** Whoever has the paper has the code: asked as the owner. */
export async function findCertificateByCode(
  db: Db,
  districtIds: readonly number[],
  code: string,
): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`select ${columns} from mobility.certificate
    where district_id = any (${districtIds}::int[]) and code = ${code}`.execute(db)
  return rows[0]
}

/** The next number of a year in a district; asked as the owner, who sees all. */
export async function findNextNumber(db: Db, districtId: number, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(number), 0) + 1 as n from mobility.certificate
    where district_id = ${districtId} and number_year = ${year}`.execute(db)
  return rows[0]!.n
}

type NewCertificate = Omit<CertificateRow, 'withdrawnOn' | 'withdrawnWhy' | 'supersededOn'>

export async function insertCertificate(db: Db, { content, ...row }: NewCertificate): Promise<void> {
  await db
    .insertInto('mobility.certificate')
    .values({ ...row, content: JSON.stringify(content) })
    .execute()
}

/** A later one for the same purpose takes their place. */
export async function markSuperseded(
  db: Db,
  { districtId, teacherId, purpose }: Pick<CertificateRow, 'districtId' | 'teacherId' | 'purpose'>,
  on: string,
): Promise<void> {
  await sql`update mobility.certificate set superseded_on = ${on} where district_id = ${districtId}
    and teacher_id = ${teacherId} and purpose = ${purpose} and superseded_on is null and withdrawn_on is null`.execute(
    db,
  )
}

interface Because {
  on: string
  why: string
}

export async function markCertificateWithdrawn(
  db: Db,
  { districtId, id }: Pick<CertificateRow, 'districtId' | 'id'>,
  { on, why }: Because,
): Promise<void> {
  await sql`update mobility.certificate set withdrawn_on = ${on}, withdrawn_why = ${why}
    where district_id = ${districtId} and id = ${id}`.execute(db)
}

/** The certificates that tell of a rotation hold no longer. */
export async function withdrawCertificatesOf(
  db: Db,
  districtId: number,
  rotationId: string,
  { on, why }: Because,
): Promise<void> {
  await sql`update mobility.certificate set withdrawn_on = ${on}, withdrawn_why = ${why}
    where district_id = ${districtId} and ${rotationId}::uuid = any (rotation_ids) and withdrawn_on is null`.execute(db)
}
