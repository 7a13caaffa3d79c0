import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { databaseOver, type Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { databaseProblems } from './problems.ts'
import { engineTemplate } from './template.ts'
import { appRole } from './wall.ts'

const OLDEST_SERVER = 150_000
const CONNECTIONS = 10

/**
 * Opens the installation's database: the PostgreSQL of DATABASE_URL, or else the embedded engine in the data folder.
 * Refuses, with a sentence for the person who starts it, what it could not work with.
 */
export function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== undefined) return openServer(config.databaseUrl)
  return openEmbedded(join(config.dataDir, 'pgdata'), engineTemplate(config.root))
}

/** A database on a PostgreSQL server, which must be 15 or later and let this account use the role of the wall. */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'yanzhen',
    // The embedded engine knows no other zone; both must read a moment alike.
    options: '-c TimeZone=UTC',
  })
  try {
    await checkServer(pool)
    return databaseOver(pool, 'PostgreSQL', async () => {})
  } catch (error) {
    await pool.end()
    throw error
  }
}

interface Server {
  number: number
  version: string
  user: string
  mayGrant: boolean
  hasRole: boolean
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<Server>(
    `select current_setting('server_version_num')::int as "number", current_setting('server_version') as version,
            rolname as "user", rolsuper or rolcreaterole as "mayGrant",
            exists (select from pg_roles app where app.rolname = $1 and pg_has_role(app.oid, 'member')) as "hasRole"
     from pg_roles where rolname = current_user`,
    [appRole],
  )
  const server = rows[0]!
  if (server.number < OLDEST_SERVER) throw databaseProblems.serverTooOld({ version: server.version })
  if (!server.hasRole && !server.mayGrant) throw databaseProblems.roleMissing({ role: appRole, user: server.user })
}
