import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables.ts'
import { preparing } from './prepared.ts'
import { wallSettings, type Wall } from './wall.ts'

/** A handle on the database: inside a request it is the request's own transaction. */
export type Db = Kysely<Tables>

export interface Database {
  engine: 'PGlite' | 'PostgreSQL'
  /**
   * Runs work in one transaction behind the given wall: under the actor's row-level security, or as the owner.
   * Commits when work returns, rolls back when it throws.
   */
  transact<T>(wall: Wall, work: (db: Db) => Promise<T>): Promise<T>
  /** Runs one statement outside any transaction (VACUUM, ANALYZE). */
  maintain(statement: string): Promise<void>
  close(): Promise<void>
}

const DATE = 1082
const INT8 = 20
const NUMERIC = 1700

/** Days stay 'YYYY-MM-DD', counts are numbers; no sum of the product comes near 2^53. */
export function useTypeParsers(): void {
  pg.types.setTypeParser(DATE, (day) => day)
  pg.types.setTypeParser(INT8, Number)
  pg.types.setTypeParser(NUMERIC, Number)
}

/** A database over any pool that speaks PostgreSQL's protocol; both engines come through here. */
export function databaseOver(pool: pg.Pool, engine: Database['engine'], stop: () => Promise<void>): Database {
  useTypeParsers()
  // A connection that breaks tells the statement it breaks; told to nobody else, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparing(pool) as pg.Pool }),
    plugins: [new CamelCasePlugin()],
  })
  return {
    engine,
    transact: (wall, work) => kysely.connection().execute((db) => inTransaction(db, wall, work)),
    maintain: async (statement) => void (await pool.query(statement)),
    close: async () => {
      await kysely.destroy()
      await stop()
    },
  }
}

/** One message opens the transaction and raises the wall, so that a read costs two round trips more than bare SQL. */
async function inTransaction<T>(db: Db, wall: Wall, work: (db: Db) => Promise<T>): Promise<T> {
  await sql.raw(`begin; ${wallSettings(wall)}`).execute(db)
  try {
    const result = await work(db)
    await sql.raw('commit').execute(db)
    return result
  } catch (error) {
    // If the connection broke, it has rolled back already, and why it broke is what matters.
    await sql
      .raw('rollback')
      .execute(db)
      .catch(() => {})
    throw error
  }
}
