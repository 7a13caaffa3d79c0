import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { refuse } from '#shared/problem.ts'
import { verbsOn } from '#shared/access.ts'
import type { UploadedFile } from '#shared/upload.ts'
import { findUnit, unitAccess, type Cluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { deleteRefused } from './correction.sql.ts'
import { importAccess } from './import.access.ts'
import { importApi, type Import } from './import.contract.ts'
import { importPath, ImportJobs, type Job } from './import.jobs.ts'
import { stepsOpen } from './import.rules.ts'
import {
  findImport,
  insertImport,
  listImports,
  markExpired,
  markImport,
  markInterrupted,
  type ImportLine,
  type ImportRow,
} from './import.sql.ts'
import { transferProblems } from './problems.ts'

type Subject = ImportRow & { unit: UnitSubject }

export function importRoutes(host: Host): void {
  const jobs = new ImportJobs(host.system, (error) => host.http.log.error({ err: error }, 'import'))
  host.http.addHook('onReady', () => host.system.inContext(failInterrupted))
  host.http.addHook('onClose', () => jobs.settled())
  decisionRoutes(host, jobs)

  route(host, importApi.upload, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    perMinute: 60,
    run: async (ctx, { subject, body }) => {
      const job = await keepUpload(ctx, subject, body.file)
      jobs.check(job)
      return inReply(ctx, await loaded(ctx, job.importId), jobs)
    },
  })

  route(host, importApi.read, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.read,
    run: async (ctx, { subject }) => inReply(ctx, subject, jobs),
  })

  route(host, importApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    run: async (ctx, { subject }) => ({
      imports: (await listImports(ctx.db, subject.districtId, subject.id)).map(lineInReply),
    }),
  })
}

/** What is done with a checked file: it is taken or let go. */
function decisionRoutes(host: Host, jobs: ImportJobs): void {
  route(host, importApi.take, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.take,
    run: async (ctx, { subject }) => {
      const path = importPath(ctx.config, subject.id)
      refuse(whyNotTake(subject, existsSync(path)))
      const { districtId, id } = subject
      const isFirst = await markImport(ctx.db, { districtId, id, from: ['checked'], to: 'taking' })
      if (!isFirst) throw transferProblems.alreadyDone()
      jobs.take(jobOf(subject, path))
      return inReply(ctx, { ...subject, status: 'taking' }, jobs)
    },
  })

  route(host, importApi.discard, {
    load: (ctx, { params }) => load(ctx, params.importId),
    may: importAccess.discard,
    run: async (ctx, { subject }) => {
      const { districtId, id } = subject
      const step = { districtId, id, from: ['checked'], to: 'discarded' } as const
      if (!(await markImport(ctx.db, step, { endedAt: ctx.now }))) throw transferProblems.alreadyDone()
      await deleteRefused(ctx.db, subject)
      await rm(importPath(ctx.config, id), { force: true })
      return inReply(ctx, await loaded(ctx, id), jobs)
    },
  })
}

async function load(ctx: Context, importId: string): Promise<Subject | undefined> {
  const row = await findImport(ctx.db, importId)
  const unit = row?.clusterId ? await findUnit(ctx.db, row.clusterId, ctx.today) : undefined
  return row && unit && { ...row, unit }
}

async function loaded(ctx: Context, importId: string): Promise<Subject> {
  const subject = await load(ctx, importId)
  if (!subject) throw new Error(`import ${importId} was just written and is not there`)
  return subject
}

const whyNotTake = ({ status, report }: Subject, isThere: boolean) => {
  if (status === 'waiting' || status === 'checking') return transferProblems.notChecked()
  if (!stepsOpen(status, report).includes('take')) return transferProblems.alreadyDone()
  return isThere ? undefined : transferProblems.fileGone()
}

/** Puts the upload where it stays until somebody decides, and on record. */
async function keepUpload(ctx: Context, unit: UnitSubject, file: UploadedFile): Promise<Job> {
  const importId = ctx.newId()
  const path = importPath(ctx.config, importId)
  await mkdir(dirname(path), { recursive: true })
  await rename(file.path, path)
  const { name: fileName, bytes, sha256 } = file
  const row = {
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
  } as const
  await insertImport(ctx.db, row)
  ctx.note({ subjectId: importId, file: fileName, bytes })
  return jobOf({ ...row, unit }, path)
}

const jobOf = (row: Pick<Subject, 'id' | 'districtId' | 'fileName' | 'unit'>, path: string): Job => ({
  importId: row.id,
  districtId: row.districtId,
  cluster: row.unit as Cluster,
  fileName: row.fileName,
  path,
})

function inReply(ctx: Context, subject: Subject, jobs: ImportJobs): Import {
  const may = verbsOn(importAccess, ctx.actor, subject)
  const { districtId: _, unit: __, ...row } = subject
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    progress: jobs.progressOf(row.id),
    can: stepsOpen(row.status, row.report).filter((verb) => may.includes(verb)),
  }
}

const lineInReply = ({ districtId: _, ...row }: ImportLine) => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  can: [],
})

const failInterrupted = ({ db, now }: Context) => markInterrupted(db, now, transferProblems.interrupted().message)

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
