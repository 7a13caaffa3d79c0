import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Context } from '#platform/context.ts'
import type { UploadedFile } from '#shared/upload.ts'
import { placeOf } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { enqueueStep, importPath } from './import.jobs.ts'
import { insertImport, markExpired, type NewImport } from './import.sql.ts'

/** Puts an upload where it stays until somebody decides, on record, and asks for it to be checked. */
export async function keepUpload(
  ctx: Context,
  unit: UnitSubject,
  file: UploadedFile,
  by: Partial<Pick<NewImport, 'schoolId' | 'callId' | 'schoolYear'>> = {},
): Promise<string> {
  const importId = ctx.newId()
  const path = importPath(ctx.config, importId)
  await mkdir(dirname(path), { recursive: true })
  await rename(file.path, path)
  const { name: fileName, bytes, sha256 } = file
  const row: NewImport = {
    id: importId,
    districtId: unit.districtId,
    clusterId: unit.id,
    clusterName: unit.name,
    schoolYear: null,
    fileName,
    bytes,
    sha256,
    status: 'waiting',
    accountId: ctx.actor.id,
    actorName: ctx.actor.name,
    startedAt: ctx.now,
    endedAt: null,
    report: null,
    decidesMembers: ctx.actor.holds(['district-officer', 'city-officer'], placeOf(unit)),
    ...by,
  }
  await insertImport(ctx.db, row)
  await enqueueStep(ctx, row)
  ctx.note({ subjectId: importId, file: fileName, bytes })
  return importId
}

const KEPT_MS = 7 * 24 * 3600_000

/** Uploads that nobody decided on for a week go, with their files. */
export async function clearUploads({ db, now, config }: Context): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  await markExpired(db, before, now)
  const folder = dirname(importPath(config, 'any'))
  if (!existsSync(folder)) return
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if ((await stat(path)).mtime < before) await rm(path, { force: true })
  }
}
