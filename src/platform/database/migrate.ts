import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Db } from './database.ts'

export interface Migration {
  /** 'organizations/001_units.sql' */
  name: string
  text: string
  checksum: string
}

/** The migrations of the platform, then of each module in the order of `main/modules.ts`. */
export function readMigrations(root: string, modules: readonly string[]): Migration[] {
  const folders = ['platform', ...modules.map((name) => `modules/${name}`)]
  return folders.flatMap((folder) => {
    const path = join(root, 'src', folder, 'migrations')
    if (!existsSync(path)) return []
    return readdirSync(path)
      .sort()
      .map((file) => migration(`${folder.replace('modules/', '')}/${file}`, readFileSync(join(path, file), 'utf8')))
  })
}

const migration = (name: string, text: string): Migration => ({
  name,
  text,
  checksum: createHash('sha256').update(text).digest('hex'),
})

/** One statement per message, as a distributed PostgreSQL wants it; bodies between $$ stay whole. */
export function statementsOf(text: string): string[] {
  const parts = text.replace(/^\s*--.*$/gm, '').split(/(\$\$[\s\S]*?\$\$)|;/)
  const statements: string[] = ['']
  for (const [index, part] of parts.entries()) {
    const isBody = index % 2 === 1
    if (isBody && part === undefined) statements.push('')
    else statements[statements.length - 1] += part ?? ''
  }
  return statements.map((statement) => statement.trim()).filter(Boolean)
}

const MIGRATION_LOCK = 8_270_411

/** Brings the database up to date in one transaction and returns what was applied. Refuses if history was edited. */
export function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return database.transact('owner', (db) => migrateIn(db, migrations))
}

/** The same inside a transaction that is open already. */
export async function migrateIn(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db)
  const applied = await appliedMigrations(db)
  const missing = migrations.filter(({ name, checksum }) => {
    const before = applied.get(name)
    if (before !== undefined && before !== checksum)
      throw new Error(`The migration ${name} was changed after it had been applied; write a new one instead.`)
    return before === undefined
  })
  for (const step of missing) await apply(db, step)
  return missing.map(({ name }) => name)
}

async function appliedMigrations(db: Db): Promise<Map<string, string>> {
  await sql
    .raw(
      `create table if not exists public.yanzhen_migration (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    )
    .execute(db)
  const { rows } = await sql<{ name: string; checksum: string }>`
    select name, checksum from public.yanzhen_migration`.execute(db)
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

async function apply(db: Db, step: Migration): Promise<void> {
  for (const statement of statementsOf(step.text)) await sql.raw(statement).execute(db)
  await sql`insert into public.yanzhen_migration (name, checksum) values (${step.name}, ${step.checksum})`.execute(db)
}
