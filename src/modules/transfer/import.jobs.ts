import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { System } from '#platform/cli.ts'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { Problem } from '#shared/problem.ts'
import type { Cluster } from '#modules/organizations/index.ts'
import { rehearse, take } from './import.actions.ts'
import { isNothing } from './import.rules.ts'
import { markImport, type Step } from './import.sql.ts'
import type { LedgerFile, Progress, Taken } from './ledger.actions.ts'
import { transferProblems } from './problems.ts'

/** An upload at work. */
export interface Job {
  importId: string
  districtId: number
  cluster: Cluster
  fileName: string
  path: string
}

/** Where an uploaded ledger lies until it is taken or given up. */
export const importPath = ({ dataDir }: Config, importId: string): string => join(dataDir, 'imports', importId)

/** Checks and takes uploaded ledgers after the reply, one after the other, so that memory holds one at a time. */
export class ImportJobs {
  readonly #system: System
  readonly #log: (error: unknown) => void
  readonly #progress = new Map<string, Progress>()
  #queue: Promise<void> = Promise.resolve()

  constructor(system: System, log: (error: unknown) => void) {
    this.#system = system
    this.#log = log
  }

  progressOf(importId: string): Progress | null {
    return this.#progress.get(importId) ?? null
  }

  /** Resolves when everything begun so far is done. */
  settled(): Promise<void> {
    return this.#queue
  }

  /** Rehearses an upload whose record is being written (status 'waiting') by the request that calls this. */
  check(job: Job): void {
    this.#begin(job, ['waiting'], 'checking', async (file, onProgress) => {
      const taken = await rehearse(this.#system, job.importId, file, { cluster: job.cluster }, onProgress)
      await this.#mark(job, ['checking'], 'checked', taken)
    })
  }

  /** Takes a checked upload that the calling request has marked 'taking'. */
  take(job: Job): void {
    this.#begin(job, ['taking'], 'taking', async (file, onProgress) => {
      const record = async (ctx: Context, { report, schoolYear }: Taken) => {
        await markImport(ctx.db, stepOf(job, ['taking'], 'taken'), { endedAt: ctx.now, report, schoolYear })
      }
      const taken = await take(this.#system, job.importId, file, { cluster: job.cluster }, record, onProgress)
      if (isNothing(taken.report)) await this.#mark(job, ['taking'], 'checked', taken)
      else await rm(job.path, { force: true })
    })
  }

  #begin(
    job: Job,
    from: Step['from'],
    to: Step['to'],
    work: (file: LedgerFile, onProgress: (progress: Progress) => void) => Promise<void>,
  ): void {
    this.#progress.set(job.importId, { rows: 0, share: 0, sheet: '' })
    const run = async () => {
      try {
        await this.#started(stepOf(job, from, to))
        const file = { path: job.path, name: job.fileName }
        await work(file, (progress) => void this.#progress.set(job.importId, progress))
      } catch (error) {
        await this.#failed(job, error).catch(this.#log)
      } finally {
        this.#progress.delete(job.importId)
      }
    }
    this.#queue = this.#queue.then(run)
  }

  /** The calling request commits with its reply: the record may come a moment after the job. */
  async #started(step: Step): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await this.#system.inContext((ctx) => markImport(ctx.db, step))) return
      await pause(50)
    }
    throw new Error(`the record of import ${step.id} was never written`)
  }

  async #mark(job: Job, from: Step['from'], to: Step['to'], { report, schoolYear }: Taken): Promise<void> {
    await this.#system.inContext((ctx) => markImport(ctx.db, stepOf(job, from, to), { report, schoolYear }))
  }

  async #failed(job: Job, error: unknown): Promise<void> {
    if (!(error instanceof Problem)) this.#log(error)
    const failure = (error instanceof Problem ? error : transferProblems.brokenOff()).message
    const step = stepOf(job, ['waiting', 'checking', 'taking'], 'failed')
    await this.#system.inContext((ctx) => markImport(ctx.db, step, { endedAt: ctx.now, failure }))
    await rm(job.path, { force: true })
  }
}

const stepOf = ({ importId, districtId }: Job, from: Step['from'], to: Step['to']): Step => ({
  districtId,
  id: importId,
  from,
  to,
})
