import type { Actor } from '#shared/access.ts'
import type { Config } from './config.ts'
import type { Db } from './database/database.ts'
import type { AnyLedgerSheet } from './ledger.ts'
import type { Measure } from './measure.ts'
import type { PolicyBook } from './policies/book.ts'

/** Facts for the audit. Those named here say where it happened and who did it, if the request itself does not; the rest is told as it is. */
export interface Noted {
  districtId?: number
  unitId?: number
  subjectId?: string
  accountId?: string
  actorName?: string
  /** Of a command: what was done, in a few Chinese words; without it a command is not on record. */
  title?: string
  [fact: string]: unknown
}

/** What every use case is given: who asks, when, and a database handle already inside the request's transaction. */
export interface Context {
  actor: Actor
  now: Date
  /** The office's day, 'YYYY-MM-DD'. */
  today: string
  db: Db
  config: Config
  /** The rules of the policy packs, read and checked at start. */
  policies: PolicyBook
  /** What figures are counted by: the measures of all modules. */
  measures: readonly Measure[]
  /** What a ledger is made of: the sheets of all modules, in the order in which they are read. */
  sheets: readonly AnyLedgerSheet[]
  newId(): string
  /** Adds facts to the audit entry that the route writes for this request. */
  note(facts: Noted): void
  /** Runs work that no person's rights decide (recounting) outside row-level security, in the same transaction. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>
}
