import type { FastifyRequest } from 'fastify'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { factsOf, filesById, findFile, keepFile, releaseFile, sendFile, type KeptFile } from '#modules/files/index.ts'
import { listDistrictIds, loadCluster, loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findActivity } from './activity.sql.ts'
import type { Evidence, evidenceApi } from './evidence.contract.ts'
import {
  MOST_FILES,
  plainFileName,
  strangeFiles,
  useInWords,
  type EvidenceAbout,
  type Thing,
} from './evidence.rules.ts'
import {
  deleteUnused,
  deleteUses,
  insertEvidence,
  insertUses,
  listEvidence,
  listEvidenceOf,
  listShown,
  noteMoved,
  type EvidenceRow,
  type UsedEvidence,
} from './evidence.sql.ts'
import { pupilServicesProblems } from './problems.ts'
import { keepsSchool } from './service.access.ts'

/** What a form says of a thing's files: which of those at hand, and what it brings. */
export interface ShownFiles {
  evidenceIds?: readonly string[] | undefined
  uploadIds?: readonly string[] | undefined
}
type School = Pick<UnitSubject, 'id' | 'districtId'>

/** From now on the thing points at these files of the school; nothing said, at those that it pointed at before. */
export async function showFiles(
  ctx: Context,
  school: School,
  thing: Thing,
  { evidenceIds, uploadIds = [] }: ShownFiles,
): Promise<void> {
  if (evidenceIds === undefined && uploadIds.length === 0) return
  const districtIds = await listDistrictIds(ctx.db)
  const before = (await listShown(ctx.db, districtIds, thing.about, [thing.thing])).map(({ id }) => id)
  const asked = [...new Set(evidenceIds ?? before)]
  const uploads = [...new Set(uploadIds)]
  if (asked.length + uploads.length > MOST_FILES) throw pupilServicesProblems.tooManyFiles({ most: MOST_FILES })
  const known = await listEvidence(ctx.db, districtIds, asked)
  const strange = strangeFiles(asked, known, { schoolId: school.id, before })
  if (strange.length > 0) throw pupilServicesProblems.noEvidence()
  const kept = asked.flatMap((id) => known.find((one) => one.id === id) ?? [])
  const brought = await bring(ctx, school, uploads)
  await deleteUses(ctx.db, districtIds, thing)
  await insertUses(ctx.db, thing, [...kept, ...brought])
  await noteMoved(ctx.db, districtIds, [...before, ...asked], ctx.now)
}

async function bring(ctx: Context, { id: schoolId, districtId }: School, uploadIds: readonly string[]) {
  const brought: EvidenceRow[] = []
  for (const uploadId of uploadIds) {
    const file = await keepFile(ctx, districtId, uploadId)
    const row = { districtId, id: ctx.newId(), schoolId, fileId: file.id }
    await insertEvidence(ctx.db, row, ctx.now)
    brought.push(row)
  }
  return brought
}

/** The thing is gone; its files wait a while, for whoever takes that back or uses them for something else. */
export async function leaveFiles(ctx: Context, thing: Thing): Promise<void> {
  const districtIds = await listDistrictIds(ctx.db)
  const left = await deleteUses(ctx.db, districtIds, thing)
  await noteMoved(ctx.db, districtIds, left, ctx.now)
}

/** The files of several things of one sort, for their page; `schoolOf` says of a file's school where it stands. */
export async function filesOf(
  ctx: Context,
  about: EvidenceAbout,
  things: readonly string[],
  schoolOf: (row: EvidenceRow) => UnitSubject,
): Promise<(thing: string) => Evidence[]> {
  const rows = things.length > 0 ? await listShown(ctx.db, await listDistrictIds(ctx.db), about, things) : []
  const files = await keptFiles(ctx, rows)
  return (thing) =>
    rows
      .filter((row) => row.thing === thing)
      .flatMap((row, n) => {
        const file = files.get(row.fileId)
        return file ? { id: row.id, file: factsFor(ctx, schoolOf(row), file, n + 1) } : []
      })
}

async function keptFiles(ctx: Context, rows: readonly EvidenceRow[]): Promise<Map<string, KeptFile>> {
  const found = new Map<string, KeptFile>()
  for (const districtId of new Set(rows.map((row) => row.districtId))) {
    const ids = rows.filter((row) => row.districtId === districtId).map(({ fileId }) => fileId)
    for (const [id, file] of await filesById(ctx, districtId, [...new Set(ids)])) found.set(id, file)
  }
  return found
}

const factsFor = ({ actor }: Context, school: UnitSubject, file: KeptFile, n: number) => ({
  ...factsOf(file),
  name: keepsSchool(actor, school) ? file.name : plainFileName(file.name, n),
})

/** So many of a school's files are offered to be used again. */
const OFFERED = 20

/** What a school brought, for whoever fills in something else of it. */
export async function readEvidence(ctx: Context, school: UnitSubject): Promise<Reply<typeof evidenceApi.list>> {
  const rows = await listEvidenceOf(ctx.db, school, OFFERED)
  const files = await keptFiles(ctx, rows)
  const titles = await titlesOf(ctx, rows)
  return {
    files: rows.flatMap(({ id, fileId, uses }) => {
      const file = files.get(fileId)
      const words = uses.map((use) => useInWords(use, (activityId) => titles.get(activityId)))
      return file ? { id, file: factsOf(file), uses: words } : []
    }),
  }
}

const activityIdsIn = (rows: readonly UsedEvidence[]): Set<string> =>
  new Set(rows.flatMap(({ uses }) => uses.flatMap(({ about, thing }) => (about === '联合活动' ? thing : []))))

async function titlesOf(ctx: Context, rows: readonly UsedEvidence[]): Promise<Map<string, string>> {
  const districtIds = await listDistrictIds(ctx.db)
  const titles = new Map<string, string>()
  for (const id of activityIdsIn(rows)) {
    const activity = await findActivity(ctx.db, districtIds, id)
    if (activity) titles.set(id, activity.title)
  }
  return titles
}

/** A file with its school, and the clusters in which it stands beside an activity. */
export interface EvidenceSubject {
  school: UnitSubject
  clusters: readonly UnitSubject[]
  file: KeptFile
}

export async function loadEvidence(ctx: Context, id: string): Promise<EvidenceSubject | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const [row] = await listEvidence(ctx.db, districtIds, [id])
  const school = row && (await loadSchool(ctx, row.schoolId))
  const file = row && (await findFile(ctx.db, row.districtId, row.fileId))
  if (!row || !school || !file) return undefined
  const clusters: UnitSubject[] = []
  for (const activityId of activityIdsIn([row])) {
    const activity = await findActivity(ctx.db, districtIds, activityId)
    const cluster = activity && (await loadCluster(ctx, activity.clusterId))
    if (cluster) clusters.push(cluster)
  }
  return { school, clusters, file }
}

export const sendEvidence = (
  ctx: Context,
  { school, file }: EvidenceSubject,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> =>
  sendFile(ctx, { ...file, name: keepsSchool(ctx.actor, school) ? file.name : plainFileName(file.name) }, asked)

const DAY = 86_400_000
/** So many days a file waits that nothing points at. */
const DAYS = 7

/** The work of every hour: what nothing has pointed at for some days goes. */
export async function clearEvidence(ctx: Context): Promise<void> {
  const gone = await deleteUnused(ctx.db, await listDistrictIds(ctx.db), new Date(ctx.now.getTime() - DAYS * DAY))
  for (const { districtId, fileId } of gone) await releaseFile(ctx, districtId, fileId)
}
