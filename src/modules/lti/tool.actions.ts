import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keysPath, launchApi } from './launch.contract.ts'
import { ltiProblems } from './problems.ts'
import { makeKey } from './tool-key.ts'
import { toolAccess } from './tool.access.ts'
import type { toolApi } from './tool.contract.ts'
import { findTool, insertKey, insertTool, listTools, updateTool, type SavedTool, type ToolRow } from './tool.sql.ts'

export async function readTools(ctx: Context, unit: UnitSubject): Promise<Reply<typeof toolApi.list>> {
  const issuer = ctx.config.siteAddress
  const rows = await listTools(ctx.db, [unit.districtId], unit.id)
  return {
    tools: rows.map(({ districtId: _, clusterId, ...tool }) => ({
      ...tool,
      deploymentId: String(clusterId),
      keysAddress: issuer + keysPath(tool.id),
    })),
    issuer,
    authAddress: issuer + launchApi.authorize.path,
    can: verbsOn(toolAccess, ctx.actor, unit),
  }
}

/** A new tool is given its key with its client id; both stay when it is changed. */
export async function saveTool(
  ctx: Context,
  unit: UnitSubject,
  { toolId, ...fields }: Input<typeof toolApi.save>['body'],
): Promise<string> {
  const { districtId, id: clusterId } = unit
  const known = await listTools(ctx.db, [districtId], clusterId)
  const before = known.find(({ id }) => id === toolId)
  if (toolId && !before) throw ltiProblems.noTool()
  const isTwin = (one: ToolRow) => one.isOpen && one.id !== toolId && one.address === fields.address
  const twin = fields.isOpen ? known.find(isTwin) : undefined
  if (twin) throw ltiProblems.addressTaken(twin)
  const id = before?.id ?? ctx.newId()
  const saved = { ...fields, districtId, clusterId, id, changedAt: ctx.now, changedBy: ctx.actor.name }
  if (before) await updateTool(ctx.db, saved)
  else await addTool(ctx, saved)
  ctx.note({ districtId, unitId: clusterId, subjectId: id, ...(before && { before }), after: fields })
  return id
}

async function addTool(ctx: Context, saved: SavedTool): Promise<void> {
  await insertTool(ctx.db, saved)
  const key = await makeKey(ctx.config.dataDir, saved.id)
  await ctx.asOwner((db) => insertKey(db, saved, key))
}

/** The tools into which links in the courses of a cluster lead. */
export async function listOpenTools(ctx: Context, clusterId: number): Promise<ToolRow[]> {
  const rows = await listTools(ctx.db, await listDistrictIds(ctx.db), clusterId)
  return rows.filter(({ isOpen }) => isOpen)
}

export const toolById = async (ctx: Context, id: string): Promise<ToolRow | undefined> =>
  findTool(ctx.db, await listDistrictIds(ctx.db), id)
