import type { Command } from 'commander'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { Database } from './database/database.ts'

/** What a command gets: the database open and migrated, and a context that acts as the system itself. */
export interface System {
  config: Config
  database: Database
  /** Runs work in one owner transaction, as 系统. */
  inContext<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

/** The command line as modules see it. */
export interface Cli {
  program: Command
  /** Opens the installation, runs the work, closes it again; the number returned is the exit code. */
  withSystem(work: (system: System) => Promise<number | void>): Promise<void>
  /** One line to standard output. */
  print(line: string): void
  /** One line to standard error: what went wrong and what to do. */
  complain(line: string): void
  /** A bar on standard error while a person looks on; silent otherwise. */
  progress(label: string): (done: number, total: number) => void
}
