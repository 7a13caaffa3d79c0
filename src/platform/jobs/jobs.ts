import { Problem } from '#shared/problem.ts'
import type { System } from '../cli.ts'
import { platformProblems } from '../problems.ts'
import type { AnyJobKind, JobProgress, RunningJob } from './job.ts'
import { claimJob, deleteJobsBefore, endLeases, findNextDue, markJob, updateLease, type JobRow } from './job.sql.ts'

const LEASE_MS = 60_000
const LONGEST_SLEEP_MS = 30_000
const KEPT_DAYS = 30

/**
 * Runs the jobs of an installation in this process: each kind one after the other, the kinds side by side. It sleeps
 * until the next job is due and is woken when this process has written one; a job that another process wrote is found
 * within half a minute.
 */
export class Jobs {
  readonly #system: System
  readonly #kinds: readonly AnyJobKind[]
  readonly #log: (error: unknown) => void
  readonly #now: () => Date
  readonly #progress = new Map<string, JobProgress>()
  readonly #atWork = new Map<string, Promise<void>>()
  /** Kinds for which a job was written while they were at work: they look once more. */
  readonly #again = new Set<string>()
  #alarm: NodeJS.Timeout | undefined
  #started = false
  #stopped = false

  constructor(
    system: System,
    kinds: readonly AnyJobKind[],
    { log, now = () => new Date() }: { log: (error: unknown) => void; now?: () => Date },
  ) {
    this.#system = system
    this.#kinds = kinds
    this.#log = log
    this.#now = now
  }

  kindOf(kind: string): AnyJobKind | undefined {
    return this.#kinds.find(({ name }) => name === kind)
  }

  titleOf(kind: string): string {
    return this.kindOf(kind)?.title ?? kind
  }

  progressOf(jobId: string): JobProgress | null {
    return this.#progress.get(jobId) ?? null
  }

  /** Takes up what an earlier process left, and goes on by itself. Until then it looks only when it is told to. */
  async start(): Promise<void> {
    this.#started = true
    if (this.#system.database.engine === 'PGlite') await this.#system.inContext(({ db }) => endLeases(db, this.#now()))
    this.wake()
  }

  /** Looks for work now. */
  wake(): void {
    if (this.#stopped) return
    clearTimeout(this.#alarm)
    for (const kind of this.#kinds)
      if (this.#atWork.has(kind.name)) this.#again.add(kind.name)
      else this.#atWork.set(kind.name, this.#drain(kind).catch(this.#log))
    void this.#sleepAfter([...this.#atWork.values()])
  }

  /** Resolves when nothing that is due now is left to do. */
  async settled(): Promise<void> {
    do {
      this.wake()
      await Promise.all(this.#atWork.values())
    } while (this.#atWork.size > 0)
  }

  /** Takes no more jobs up; resolves when those at work are done. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#alarm)
    await Promise.all(this.#atWork.values())
  }

  async clear(): Promise<void> {
    const day = new Date(this.#now().getTime() - KEPT_DAYS * 86_400_000)
    await this.#system.inContext(({ db }) => deleteJobsBefore(db, day))
  }

  async #drain(kind: AnyJobKind): Promise<void> {
    try {
      for (;;) {
        this.#again.delete(kind.name)
        const job = this.#stopped ? undefined : await this.#claim(kind)
        if (job) await this.#work(kind, job)
        else if (!this.#again.has(kind.name)) return
      }
    } finally {
      this.#atWork.delete(kind.name)
    }
  }

  #claim({ name }: AnyJobKind): Promise<JobRow | undefined> {
    const now = this.#now()
    return this.#system.inContext(({ db }) => claimJob(db, name, { now, leasedUntil: after(now, LEASE_MS) }))
  }

  async #work(kind: AnyJobKind, row: JobRow): Promise<void> {
    const job: RunningJob<unknown> = { ...row, tell: (progress) => void this.#progress.set(row.id, progress) }
    const renew = setInterval(() => {
      this.#system.inContext(({ db }) => updateLease(db, row, after(this.#now(), LEASE_MS))).catch(this.#log)
    }, LEASE_MS / 3)
    try {
      if (job.tries > kind.tries) throw platformProblems.jobBrokenOff()
      const result = await kind.run(this.#system, job)
      await this.#system.inContext(({ db }) => markJob(db, row, { status: 'done', endedAt: this.#now(), result }))
    } catch (error) {
      await this.#failed(kind, job, error)
    } finally {
      clearInterval(renew)
      this.#progress.delete(row.id)
    }
  }

  async #failed(kind: AnyJobKind, job: RunningJob<unknown>, error: unknown): Promise<void> {
    const isMeant = error instanceof Problem
    if (!isMeant || error.cause !== undefined) this.#log(isMeant ? error.cause : error)
    const now = this.#now()
    if (!isMeant && job.tries < kind.tries) {
      const dueAt = after(now, 15_000 * 4 ** (job.tries - 1))
      return this.#system.inContext(({ db }) => markJob(db, job, { status: 'waiting', dueAt }))
    }
    const failure = (isMeant ? error : platformProblems.jobBrokenOff()).message
    await this.#system.inContext(({ db }) => markJob(db, job, { status: 'failed', endedAt: now, failure }))
    await kind.failed?.(this.#system, job, failure)
  }

  /** The next look comes when the next job is due, and within half a minute. */
  async #sleepAfter(atWork: readonly Promise<void>[]): Promise<void> {
    await Promise.all(atWork)
    if (!this.#started || this.#stopped || this.#atWork.size > 0) return
    const names = this.#kinds.map(({ name }) => name)
    const due = await this.#system.inContext(({ db }) => findNextDue(db, names)).catch(this.#log)
    if (this.#stopped) return
    const wait = due instanceof Date ? due.getTime() - this.#now().getTime() : LONGEST_SLEEP_MS
    clearTimeout(this.#alarm)
    this.#alarm = setTimeout(() => this.wake(), Math.min(Math.max(wait, 50), LONGEST_SLEEP_MS)).unref()
  }
}

const after = (time: Date, ms: number) => new Date(time.getTime() + ms)
