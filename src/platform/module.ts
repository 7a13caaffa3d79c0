import type { FastifyRequest } from 'fastify'
import type { Actor } from '#shared/access.ts'
import type { Cli } from './cli.ts'
import type { Context } from './context.ts'
import type { LedgerSheet } from './ledger.ts'
import type { Measure } from './measure.ts'
import type { Host } from './route.ts'
import type { Db } from './database/database.ts'
import type { SeedCity } from './seed.ts'

/** What a module plugs into the product. Every slot is optional. */
export interface Module {
  /** The folder's name; its Postgres schema is the same with _ for -. */
  name: string
  routes?(host: Host): void
  /** Figures counted from this module's facts; assessment collects them. */
  measures?: readonly Measure[]
  /** Sheets of the ledger that this module owns; transfer collects them, in the order of `order`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each sheet has a record type of its own
  sheets?: readonly LedgerSheet<any, any>[]
  /** Adds commands to the command line. */
  commands?(cli: Cli): void
  /** Writes this module's part of a made-up city (`yanzhen seed --city`), with as few statements as it has tables. */
  seed?(db: Db, city: SeedCity): Promise<void>
  /** identity only: tells who sends a request, or undefined for a visitor. Runs before any wall is up. */
  whoIs?(request: FastifyRequest, ctx: Context): Promise<Actor | undefined>
}
