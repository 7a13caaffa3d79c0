import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { PublicKey } from './launch.contract.ts'
import type { ToolFields } from './tool.contract.ts'

export interface ToolKey {
  districtId: number
  id: string
}

/** A tool as it is on file. */
export interface ToolRow extends ToolKey, ToolFields {
  clusterId: number
}

const tools = (where: RawBuilder<unknown>) => sql<ToolRow>`
  select district_id, id, cluster_id, name, address, login_address, redirects, is_open
  from lti.tool where ${where} order by name collate "C", id`

export const listTools = async (db: Db, districtIds: readonly number[], clusterId: number): Promise<ToolRow[]> =>
  (await tools(sql`district_id = any (${districtIds}::int[]) and cluster_id = ${clusterId}`).execute(db)).rows

export const findTool = async (db: Db, districtIds: readonly number[], id: string): Promise<ToolRow | undefined> =>
  (await tools(sql`district_id = any (${districtIds}::int[]) and id = ${id}::uuid`).execute(db)).rows[0]

export type SavedTool = ToolRow & { changedAt: Date; changedBy: string }

export async function insertTool(db: Db, tool: SavedTool): Promise<void> {
  await db.insertInto('lti.tool').values(tool).execute()
}

export async function updateTool(db: Db, { districtId, id, ...tool }: SavedTool): Promise<void> {
  await db.updateTable('lti.tool').set(tool).where('districtId', '=', districtId).where('id', '=', id).execute()
}

export interface KeyRow {
  publicJwk: PublicKey
  sealed: Buffer
}

export async function insertKey(db: Db, { districtId, id }: ToolKey, { publicJwk, sealed }: KeyRow): Promise<void> {
  await sql`insert into lti.tool_key (district_id, tool_id, public_jwk, sealed)
    values (${districtId}, ${id}, ${JSON.stringify(publicJwk)}::jsonb, ${sealed})`.execute(db)
}

export async function findKey(db: Db, districtIds: readonly number[], id: string): Promise<KeyRow | undefined> {
  const { rows } = await sql<KeyRow>`select public_jwk, sealed from lti.tool_key
    where district_id = any (${districtIds}::int[]) and tool_id = ${id}::uuid`.execute(db)
  return rows[0]
}
