import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Database, Db } from '../database/database.ts'
import { migrateIn, type Migration } from '../database/migrate.ts'
import { ArchiveReader, linesOf } from './archive.ts'
import type { Tell } from './back-up.ts'
import { countRows, listApplied, listTables, schemasOf } from './catalog.ts'
import { listFiles, makeRestoringFolder, makeRoomFor, takeFiles } from './files.ts'
import { fileEntry, manifestName, manifestSchema, tableEntry, type Manifest } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { writeRows } from './rows.ts'

export interface Restoring {
  /** The archive. */
  file: string
  dataDir: string
  /** The migrations of this version; the backup's must be among them. */
  migrations: readonly Migration[]
  /** Whether an installation that holds data may be replaced. */
  replace: boolean
}

/**
 * Brings a backup back into an installation, on either engine, and then up to this version's schema. Everything is
 * checked against the manifest, and the database changes in one transaction: a restore that fails leaves all as it was.
 */
export async function restore(database: Database, restoring: Restoring, tell: Tell): Promise<Manifest> {
  const { file, dataDir } = restoring
  const archive = await openArchive(file)
  try {
    const manifest = await readManifest(archive, file)
    await verify(archive, manifest, file)
    const staged = await stageFiles(archive, manifest, restoring)
    try {
      await database.transact('owner', async (db) => {
        await makeRoom(db, restoring)
        await fill(db, archive, manifest, restoring, tell)
      })
      await takeFiles(dataDir, staged)
    } finally {
      await rm(staged, { recursive: true, force: true })
    }
    return manifest
  } finally {
    archive.close()
  }
}

const openArchive = (file: string): Promise<ArchiveReader> =>
  ArchiveReader.open(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    throw backupProblems.notBackup({ file })
  })

async function readManifest(archive: ArchiveReader, file: string): Promise<Manifest> {
  try {
    const chunks = await (await archive.read(manifestName)).toArray()
    const text = Buffer.concat(chunks as Buffer[]).toString()
    return manifestSchema.parse(JSON.parse(text))
  } catch {
    throw backupProblems.notBackup({ file })
  }
}

/** Reads the whole archive once, so that a damaged one is found out before anything is touched. */
async function verify(archive: ArchiveReader, manifest: Manifest, file: string): Promise<void> {
  const parts = [
    ...manifest.tables.map(({ name, sha256 }) => ({ part: tableEntry(name), sha256 })),
    ...manifest.files.map(({ path, sha256 }) => ({ part: fileEntry(path), sha256 })),
  ]
  for (const { part, sha256 } of parts) {
    const hash = createHash('sha256')
    const read = archive.read(part).then((stream) => pipeline(stream, hash))
    await read.catch(() => {})
    if (hash.digest('hex') !== sha256) throw backupProblems.damaged({ file, part })
  }
}

/** Unpacks the files beside their place and returns the folder. */
async function stageFiles(archive: ArchiveReader, manifest: Manifest, { dataDir, replace }: Restoring) {
  if (!replace && (await listFiles(dataDir)).length > 0) throw backupProblems.notEmpty()
  const folder = await makeRestoringFolder(dataDir)
  for (const { path } of manifest.files) {
    await makeRoomFor(join(folder, path))
    await pipeline(await archive.read(fileEntry(path)), createWriteStream(join(folder, path)))
  }
  return folder
}

/** An installation that was never used is cleared like one that is to be replaced. */
async function makeRoom(db: Db, { migrations, replace }: Restoring): Promise<void> {
  const applied = await listApplied(db)
  if (!applied) return
  const schemas = schemasOf([...applied, ...migrations])
  if (!replace && (await holdsRows(db, schemas))) throw backupProblems.notEmpty()
  for (const schema of schemas) await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db)
  await sql`drop table public.yanzhen_migration`.execute(db)
}

async function holdsRows(db: Db, schemas: readonly string[]): Promise<boolean> {
  for (const table of await listTables(db, schemas)) if ((await countRows(db, table)) > 0) return true
  return false
}

async function fill(
  db: Db,
  archive: ArchiveReader,
  manifest: Manifest,
  { migrations }: Restoring,
  tell: Tell,
): Promise<void> {
  await migrateIn(db, migrationsOf(manifest, migrations))
  const keys = await takeForeignKeys(db, schemasOf(migrations))
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const table of manifest.tables) await fillTable(db, archive, table, (rows) => tell((done += rows), total))
  for (const { name, value, called } of manifest.sequences)
    await sql`select setval(${name}::regclass, ${value}::bigint, ${called})`.execute(db)
  for (const key of keys) await sql.raw(key).execute(db)
  await migrateIn(db, migrations)
}

/** The schema is first made as it was when the backup was made. */
function migrationsOf(manifest: Manifest, migrations: readonly Migration[]): Migration[] {
  const known = new Set(migrations.map(({ name, checksum }) => `${name} ${checksum}`))
  for (const { name, checksum } of manifest.migrations)
    if (!known.has(`${name} ${checksum}`)) throw backupProblems.fromOtherVersion({ migration: name })
  const wanted = new Set(manifest.migrations.map(({ name }) => name))
  return migrations.filter(({ name }) => wanted.has(name))
}

/** Rows come in an order that foreign keys would refuse: they are dropped, and added again when all rows are there. */
async function takeForeignKeys(db: Db, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ drop: string; add: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace in (select oid from pg_namespace where nspname = any (${schemas}::text[]))
    order by conname`.execute(db)
  for (const key of rows) await sql.raw(key.drop).execute(db)
  return rows.map(({ add }) => add)
}

async function fillTable(
  db: Db,
  archive: ArchiveReader,
  { name, columns }: Manifest['tables'][number],
  tell: (rows: number) => void,
): Promise<void> {
  const table = (await listTables(db, [name.split('.')[0]!])).find((other) => other.name === name)
  if (!table) throw new Error(`the migrations make no table ${name}`)
  await sql`delete from ${sql.raw(table.sqlName)}`.execute(db)
  await writeRows(db, table, columns, linesOf(await archive.read(tableEntry(name))), tell)
}
