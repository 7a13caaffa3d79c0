import { sql } from 'kysely'
import type { Role } from '#shared/access.ts'
import type { Db } from '#platform/database/database.ts'

export interface NewInvitation {
  id: string
  tokenHash: Buffer
  name: string
  mail: string | null
  phone: string | null
  teacherDistrictId: number | null
  teacherId: string | null
  madeBy: string
  madeByName: string
  madeAt: Date
  expiresAt: Date
}

export async function insertInvitations(db: Db, invitations: readonly NewInvitation[]): Promise<void> {
  await db
    .insertInto('identity.invitation')
    .values([...invitations])
    .execute()
}

export interface InvitedGrant {
  role: Role
  unitId: number
  fromDay: string
  untilDay: string | null
}

export async function insertInvitedGrants(
  db: Db,
  grants: readonly (InvitedGrant & { id: string; invitationId: string })[],
): Promise<void> {
  await db
    .insertInto('identity.invitationGrant')
    .values([...grants])
    .execute()
}

/** An invitation with the place of its first role: where it is on record. */
export interface Invitation extends Omit<NewInvitation, 'tokenHash'> {
  unitId: number
  districtId: number
  usedAt: Date | null
  revokedAt: Date | null
  grants: (InvitedGrant & { unitName: string; districtId: number; clusterIds: number[] })[]
}

const isOpen = sql`i.used_at is null and i.revoked_at is null`

const placed = (today: string) => sql`
  select i.id, i.name, i.mail, i.phone, i.teacher_district_id, i.teacher_id, i.made_by, i.made_by_name, i.made_at,
    i.expires_at, i.used_at, i.revoked_at, g.grants, (g.grants->0->>'unitId')::int as unit_id, (g.grants->0->>'districtId')::int as district_id
  from identity.invitation i cross join lateral (
    select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', u.name,
      'districtId', u.district_id, 'fromDay', g.from_day, 'untilDay', g.until_day, 'clusterIds', to_jsonb(array(
        select m.cluster_id from organizations.membership m where m.school_id = u.id
          and m.from_day <= ${today}::date and (m.until_day is null or m.until_day >= ${today}::date)))) order by g.id) as grants
    from identity.invitation_grant g join organizations.unit u on u.id = g.unit_id where g.invitation_id = i.id) g`

/** The open invitation behind a link, held until the transaction ends: two who open it at once are not both let in. */
export async function findInvitationByToken(
  db: Db,
  tokenHash: Buffer,
  now: Date,
  today: string,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`${placed(today)}
    where ${isOpen} and i.token_hash = ${tokenHash} and i.expires_at > ${now} for update of i`.execute(db)
  return rows[0]
}

export async function findInvitation(db: Db, id: string, today: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`${placed(today)} where i.id = ${id} for update of i`.execute(db)
  return rows[0]
}

/** The open invitations to roles in these units, the newest first. */
export async function listInvitations(db: Db, unitIds: readonly number[], today: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`${placed(today)}
    where ${isOpen} and exists (select from identity.invitation_grant o
      where o.invitation_id = i.id and o.unit_id = any (${unitIds}::int[]))
    order by i.made_at desc, i.id limit 500`.execute(db)
  return rows
}

/** Gives an invitation a new link, for which its giver answers from now on; the one before is worth nothing. */
export async function updateInvitationLink(
  db: Db,
  id: string,
  link: Pick<NewInvitation, 'tokenHash' | 'expiresAt' | 'madeBy' | 'madeByName'>,
): Promise<void> {
  await db.updateTable('identity.invitation').set(link).where('id', '=', id).execute()
}

export async function markInvitationUsed(db: Db, id: string, usedBy: string, usedAt: Date): Promise<void> {
  await db.updateTable('identity.invitation').set({ usedBy, usedAt }).where('id', '=', id).execute()
}

export async function markInvitationRevoked(db: Db, id: string, revokedAt: Date): Promise<void> {
  await db.updateTable('identity.invitation').set({ revokedAt }).where('id', '=', id).execute()
}

/** Who leaves brings nobody in any more. */
export async function markInvitationsOfRevoked(db: Db, madeBy: string, revokedAt: Date): Promise<void> {
  await db
    .updateTable('identity.invitation')
    .set({ revokedAt })
    .where('madeBy', '=', madeBy)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

export async function insertPasswordLink(
  db: Db,
  link: { tokenHash: Buffer; accountId: string; madeAt: Date; expiresAt: Date },
): Promise<void> {
  await db.insertInto('identity.passwordLink').values(link).execute()
}

/** Whose password a link sets; held until the transaction ends. */
export async function findPasswordLink(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<{ accountId: string; login: string; name: string } | undefined> {
  const { rows } = await sql<{ accountId: string; login: string; name: string }>`
    select l.account_id, a.login, a.name from identity.password_link l join identity.account a on a.id = l.account_id
    where l.token_hash = ${tokenHash} and l.expires_at > ${now} and a.closed_at is null for update of l`.execute(db)
  return rows[0]
}

export async function deletePasswordLinksOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.passwordLink').where('accountId', '=', accountId).execute()
}
