import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { sql } from 'kysely'
import type { Database, Db } from '../database/database.ts'
import { ArchiveWriter } from './archive.ts'
import { countRows, listApplied, listSequences, listTables, schemasOf, type Table } from './catalog.ts'
import { listFiles, readFileOf } from './files.ts'
import { fileEntry, manifestName, tableEntry, type Manifest } from './manifest.ts'
import { backupProblems } from './problems.ts'
import { readRows } from './rows.ts'

/** How much is done of how much, in rows. */
export type Tell = (done: number, total: number) => void

/**
 * Writes the whole installation, database and files, into one archive that any engine can restore: one snapshot, never
 * all in memory. The file appears when it is whole. Returns what it holds.
 */
export async function backUp(
  database: Database,
  dataDir: string,
  file: string,
  madeAt: Date,
  tell: Tell,
): Promise<Manifest> {
  const building = `${file}.part`
  await mkdir(dirname(resolve(file)), { recursive: true })
  const archive = new ArchiveWriter(building)
  try {
    const contents = await database.transact('owner', (db) => writeDatabase(db, archive, tell))
    const files = await writeFiles(archive, dataDir, [file, building])
    const manifest: Manifest = {
      product: 'yanzhen',
      format: 1,
      madeAt: madeAt.toISOString(),
      engine: database.engine,
      ...contents,
      files,
    }
    await archive.add(manifestName, oneChunk(JSON.stringify(manifest, null, 1)))
    await archive.finish()
    await rename(building, file)
    return manifest
  } catch (error) {
    archive.abandon()
    await rm(building, { force: true })
    throw error
  }
}

async function writeDatabase(
  db: Db,
  archive: ArchiveWriter,
  tell: Tell,
): Promise<Pick<Manifest, 'migrations' | 'tables' | 'sequences'>> {
  await sql.raw('set transaction isolation level repeatable read, read only').execute(db)
  const migrations = await listApplied(db)
  if (!migrations) throw backupProblems.nothingToBackUp()
  const schemas = schemasOf(migrations)
  const counted: { table: Table; rows: number }[] = []
  for (const table of await listTables(db, schemas)) counted.push({ table, rows: await countRows(db, table) })
  const total = counted.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  const tables: Manifest['tables'] = []
  for (const { table, rows } of counted) {
    const { sha256 } = await archive.add(tableEntry(table.name), readRows(db, table))
    tables.push({ name: table.name, columns: table.columns.map(({ name }) => name), rows, sha256 })
    tell((done += rows), total)
  }
  return { migrations, tables, sequences: await listSequences(db, schemas) }
}

/** The archive may lie in the data folder itself; it does not go into itself. */
async function writeFiles(archive: ArchiveWriter, dataDir: string, except: string[]): Promise<Manifest['files']> {
  const own = new Set(except.map((path) => relative(dataDir, resolve(path))))
  const files: Manifest['files'] = []
  for (const path of await listFiles(dataDir)) {
    if (own.has(path)) continue
    files.push({ path, ...(await archive.add(fileEntry(path), readFileOf(dataDir, path))) })
  }
  return files
}

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
