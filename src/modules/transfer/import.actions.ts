import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { keepRefused } from './correction.actions.ts'
import type { ImportReport } from './import.contract.ts'
import { isNothing } from './import.rules.ts'
import { insertImport } from './import.sql.ts'
import { takeLedger, type Asked, type LedgerFile, type Progress, type Taken } from './ledger.actions.ts'

/** Thrown to undo what a rehearsal wrote. */
const undo = new Error('a rehearsal is undone')

/**
 * Runs a ledger through the same statements as an import and undoes them all: what would be added, changed and refused
 * is found out by doing it.
 */
export async function rehearse(
  system: System,
  importId: string,
  file: LedgerFile,
  asked: Asked,
  onProgress?: (progress: Progress) => void,
): Promise<Taken> {
  let taken: Taken | undefined
  const attempt = system.inContext(async (ctx) => {
    taken = await takeLedger(ctx, importId, file, asked, onProgress)
    throw undo
  })
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  await system.inContext((ctx) => keepRefused(ctx, importId, taken!.refusals, 'checked'))
  return taken!
}

/** Takes a ledger for good, in one transaction with its record. Nothing taken: nothing is written, not even a new cluster. */
export async function take(
  system: System,
  importId: string,
  file: LedgerFile,
  asked: Asked,
  record: (ctx: Context, taken: Taken) => Promise<void>,
  onProgress?: (progress: Progress) => void,
): Promise<Taken> {
  let taken: Taken | undefined
  const attempt = system.inContext(async (ctx) => {
    taken = await takeLedger(ctx, importId, file, asked, onProgress)
    if (isNothing(taken.report)) throw undo
    await record(ctx, taken)
    await keepRefused(ctx, importId, taken.refusals, 'taken')
  })
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return taken!
}

/** Takes a file from the command line, or rehearses it. Throws a Problem where it cannot be read at all. */
export async function importFile(
  system: System,
  file: LedgerFile,
  asked: Asked,
  { dryRun, onProgress }: { dryRun: boolean; onProgress?: (progress: Progress) => void },
): Promise<ImportReport> {
  const importId = newId()
  if (dryRun) return (await rehearse(system, importId, file, asked, onProgress)).report
  const traits = await traitsOf(file)
  const record = (ctx: Context, taken: Taken) => recordTaken(ctx, importId, file, taken, traits)
  return (await take(system, importId, file, asked, record, onProgress)).report
}

async function recordTaken(
  ctx: Context,
  id: string,
  file: LedgerFile,
  { cluster, schoolYear, report }: Taken,
  traits: { bytes: number; sha256: string },
): Promise<void> {
  ctx.note({ title: '导入台账', districtId: cluster.districtId, unitId: cluster.id, subjectId: id, file: file.name })
  await insertImport(ctx.db, {
    ...traits,
    id,
    districtId: cluster.districtId,
    clusterId: cluster.id,
    clusterName: cluster.name,
    schoolYear,
    fileName: file.name,
    status: 'taken',
    accountId: null,
    actorName: ctx.actor.name,
    startedAt: ctx.now,
    endedAt: ctx.now,
    report,
  })
}

async function traitsOf({ path }: LedgerFile): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
