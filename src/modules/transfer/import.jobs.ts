import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { System } from '#platform/cli.ts'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { Problem } from '#shared/problem.ts'
import { findUnit, type Cluster } from '#modules/organizations/index.ts'
import { findCall } from './call.sql.ts'
import { rehearse, take } from './import.actions.ts'
import { isNothing } from './import.rules.ts'
import { findImport, markImport, updateJob, type ImportRow, type Step } from './import.sql.ts'
import type { Asked, Progress, Taken } from './ledger.actions.ts'
import { transferProblems } from './problems.ts'

/** Where an uploaded ledger lies until it is taken or given up. */
export const importPath = ({ dataDir }: Config, importId: string): string => join(dataDir, 'imports', importId)

interface ImportJob {
  importId: string
}

/**
 * Checks and takes uploaded ledgers after the reply. They are one kind, so that memory holds one file at a time, whatever is
 * done with it. Broken off with its process, nothing was written, and the next process begins it again.
 */
export const importJobs: JobKind<ImportJob> = {
  name: 'transfer.import',
  title: '导入台账',
  tries: 3,
  async run(system, { payload, tell }) {
    const row = await system.inContext(({ db }) => findImport(db, payload.importId))
    const onProgress = ({ share, rows, sheet }: Progress) => tell({ share, words: `${rows} ${sheet}` })
    try {
      if (row?.status === 'waiting' || row?.status === 'checking') await check(system, row, onProgress)
      if (row?.status === 'taking') await takeIn(system, row, onProgress)
    } catch (error) {
      throw error instanceof Problem ? error : Object.assign(transferProblems.brokenOff(), { cause: error })
    }
  },
  async failed(system, { payload }, reason) {
    await system.inContext(async ({ db, now }) => {
      const row = await findImport(db, payload.importId)
      const from = ['waiting', 'checking', 'taking'] as const
      if (row) await markImport(db, stepOf(row, from, 'failed'), { endedAt: now, failure: reason })
    })
    await rm(importPath(system.config, payload.importId), { force: true })
  },
}

/** Asks for the next step of an import, in the transaction that says so. */
export async function enqueueStep(
  ctx: Context,
  row: Pick<ImportRow, 'id' | 'districtId' | 'clusterId'>,
): Promise<void> {
  const { id, districtId, clusterId } = row
  const job = { kind: importJobs.name, districtId, unitId: clusterId, payload: { importId: id }, key: id }
  await updateJob(ctx.db, row, await ctx.enqueue(job))
}

/** For which cluster a ledger was uploaded, and by which school. */
export async function askedBy(
  ctx: Context,
  { clusterId, schoolId, callId, decidesMembers }: ImportRow,
): Promise<Asked> {
  const cluster = (await findUnit(ctx.db, clusterId!, ctx.today)) as Cluster | undefined
  const byOffice = !decidesMembers
  if (schoolId === null || callId === null) return { cluster, byOffice }
  const call = await findCall(ctx.db, callId)
  if (!call) throw new Error(`call ${callId} is gone`)
  return { cluster, byOffice, schoolYear: call.schoolYear, school: { id: schoolId, sheets: call.sheets } }
}

type OnProgress = (progress: Progress) => void

/** Rehearses an upload: what it would do, and what would be refused. */
async function check(system: System, row: ImportRow, onProgress: OnProgress): Promise<void> {
  const { file, asked } = await begin(system, row, 'checking')
  const { report, schoolYear } = await rehearse(system, row.id, file, asked, onProgress)
  await mark(system, row, ['checking'], { report, schoolYear })
}

/** Takes a checked upload for good. */
async function takeIn(system: System, row: ImportRow, onProgress: OnProgress): Promise<void> {
  const { file, asked } = await begin(system, row, 'taking')
  const record = async (ctx: Context, { report, schoolYear }: Taken) => {
    await markImport(ctx.db, stepOf(row, ['taking'], 'taken'), { endedAt: ctx.now, report, schoolYear })
  }
  const taken = await take(system, row.id, file, asked, record, onProgress)
  if (isNothing(taken.report)) await mark(system, row, ['taking'], taken)
  else await rm(file.path, { force: true })
}

async function begin(system: System, row: ImportRow, to: 'checking' | 'taking') {
  const file = { path: importPath(system.config, row.id), name: row.fileName }
  if (!existsSync(file.path)) throw transferProblems.fileGone()
  const asked = await system.inContext(async (ctx) => {
    await markImport(ctx.db, stepOf(row, ['waiting', 'checking', 'taking'], to))
    return askedBy(ctx, row)
  })
  return { file, asked }
}

/** Back to where a person decides. */
async function mark(
  system: System,
  row: ImportRow,
  from: Step['from'],
  { report, schoolYear }: Pick<Taken, 'report' | 'schoolYear'>,
): Promise<void> {
  await system.inContext((ctx) => markImport(ctx.db, stepOf(row, from, 'checked'), { report, schoolYear }))
}

const stepOf = ({ districtId, id }: ImportRow, from: Step['from'], to: Step['to']): Step => ({
  districtId,
  id,
  from,
  to,
})
