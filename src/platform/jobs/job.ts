import type { System } from '../cli.ts'

/** How far a job is: a share from 0 to 1, and what is being done, in a few words. */
export interface JobProgress {
  share: number
  words: string
}

/** A job at work. */
export interface RunningJob<P> {
  id: string
  districtId: number
  unitId: number | null
  /** Who asked for it; null: the system. */
  accountId: string | null
  payload: P
  /** 1 at the first try. */
  tries: number
  tell(progress: JobProgress): void
}

/** A kind of work that goes on after the reply, handed in by a module. Jobs of one kind run one after the other. */
export interface JobKind<P = unknown> {
  /** 'publishing.make' */
  name: string
  /** What is being done, in a few words: 生成报告. */
  title: string
  /** How often it is tried at most, each time a while later; 1: never again. A Problem ends it at once. */
  tries: number
  /** Does the work in transactions of its own; what it returns is kept as the job's result. */
  run(system: System, job: RunningJob<P>): Promise<unknown>
  /** Told once when the last try has failed, with the reason in a sentence. */
  failed?(system: System, job: RunningJob<P>, reason: string): Promise<void>
  /** Where what came of it is looked at, an address of the site, from the result; shown on the job's page. */
  to?(result: unknown): string | undefined
  /** Where it failed, whoever sees it may ask for it once more. */
  again?: true
}

/** Each kind has a payload of its own; who runs them all knows only that there is one. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the payload is the kind's own secret
export type AnyJobKind = JobKind<any>

/** What is asked for. */
export interface NewJob {
  kind: string
  districtId: number
  unitId?: number | null
  payload: object
  /** Of those waiting under one key there is one: asking again changes nothing. */
  key?: string
  /** Not before then; now, if left out. */
  dueAt?: Date
}

export const jobStatuses = ['waiting', 'running', 'done', 'failed'] as const
export type JobStatus = (typeof jobStatuses)[number]
