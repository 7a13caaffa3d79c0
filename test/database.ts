import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { newId } from '#platform/ids.ts'
import { databaseOver, type Database, type Db } from '#platform/database/database.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { wallSettings, type Wall } from '#platform/database/wall.ts'
import { projectRoot } from '#platform/config.ts'
import { modules } from '../src/main/modules.ts'
import { embeddedTestDatabase } from './embedded.ts'

/** Every migration of the product. */
export const migrations = readMigrations(
  projectRoot(),
  modules.map(({ name }) => name),
)
const fingerprint = createHash('sha256')
  .update(migrations.map(({ checksum }) => checksum).join())
  .digest('hex')
  .slice(0, 12)

/**
 * A migrated, empty database for one test file: on the PostgreSQL server of TEST_DATABASE_URL if that is set,
 * else on the embedded engine in memory. Close it in afterAll.
 */
export async function testDatabase(): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL']
  return server ? copyOfTemplate(server) : testDatabaseInMemory()
}

/** The same on the embedded engine, whatever TEST_DATABASE_URL says. */
export const testDatabaseInMemory = (): Promise<Database> => embeddedTestDatabase(migrations, fingerprint)

async function copyOfTemplate(server: string): Promise<Database> {
  const { url, drop } = await makeCopy(server)
  return databaseOver(new pg.Pool({ connectionString: url, max: 4 }), 'PostgreSQL', drop)
}

async function makeCopy(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const template = `yanzhen_template_${fingerprint}`
  const name = `yanzhen_test_${newId().replaceAll('-', '').slice(-20)}`
  const admin = new pg.Client(server)
  await admin.connect()
  await admin.query('select pg_advisory_lock(8270412)')
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template])
  if (rowCount === 0) await makeTemplate(admin, server, template)
  await admin.query(`create database ${name} template ${template}`)
  await admin.query('select pg_advisory_unlock(8270412)')
  const drop = async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
  return { url: urlOf(server, name), drop }
}

/**
 * A database that a test's own processes open by their environment: migrated already on the server of TEST_DATABASE_URL,
 * where two that migrate at once would both make the role of the wall; else a folder, for them to fill.
 */
export async function databaseOfProcesses(folder: string): Promise<{ env: NodeJS.ProcessEnv; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) return { env: { DATABASE_URL: '', YANZHEN_DATA: folder }, drop: async () => {} }
  const { url, drop } = await makeCopy(server)
  return { env: { DATABASE_URL: url, YANZHEN_DATA: folder }, drop }
}

async function makeTemplate(admin: pg.Client, server: string, template: string): Promise<void> {
  const building = `${template}_building`
  await admin.query(`drop database if exists ${building}`)
  await admin.query(`create database ${building}`)
  const database = databaseOver(
    new pg.Pool({ connectionString: urlOf(server, building) }),
    'PostgreSQL',
    async () => {},
  )
  await migrate(database, migrations)
  await database.close()
  await admin.query(`alter database ${building} rename to ${template}`)
}

function urlOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.toString()
}

/**
 * Runs one test on a database whose every transaction is a savepoint of one outer transaction that is rolled back
 * at the end: what the test writes is gone, what it reads is real.
 */
export async function rolledBack(database: Database, test: (inner: Database) => Promise<void>): Promise<void> {
  await database
    .transact('owner', async (db) => {
      await test({
        engine: database.engine,
        transact: (wall, work) => inSavepoint(db, wall, work),
        maintain: async () => {},
        close: async () => {},
      })
      throw rollback
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error
    })
}

const rollback = new Error('the end of the test')
let turn: Promise<unknown> = Promise.resolve()

/** Savepoints nest, they do not run side by side: each request waits for the one before. */
function inSavepoint<T>(db: Db, wall: Wall, work: (db: Db) => Promise<T>): Promise<T> {
  const mine = turn.then(async () => {
    await sql.raw(`savepoint request; ${wallSettings(wall)}`).execute(db)
    try {
      const result = await work(db)
      await sql.raw('release savepoint request; reset role').execute(db)
      return result
    } catch (error) {
      await sql.raw('rollback to savepoint request; release savepoint request').execute(db)
      throw error
    }
  })
  turn = mine.catch(() => {})
  return mine
}
