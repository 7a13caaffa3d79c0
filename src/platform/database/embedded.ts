import { existsSync } from 'node:fs'
import { cp, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { databaseOver, type Database } from './database.ts'
import { Engine } from './engine.ts'
import { lockFolder } from './lock.ts'
import { PortStream } from './port-stream.ts'
import { databaseProblems } from './problems.ts'
import { initialise, makeTemplate } from './template.ts'

/** The backend serves one transaction at a time; more connections would only wait elsewhere. */
const CONNECTIONS = 8

/**
 * Opens the embedded database in a folder of its own, and makes it if it does not exist. The template is a cluster to
 * copy, which spares the first start some seconds; it is made if it is missing and can be written.
 */
export async function openEmbedded(folder: string, template: string): Promise<Database> {
  await mkdir(dirname(folder), { recursive: true })
  const unlock = lockFolder(folder)
  try {
    if (!existsSync(folder)) await createFolder(folder, template)
    return databaseOnEngine(await startOn(folder), unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** A database over a running engine, through the same driver and pool as a server; closing it stops the engine. */
export function databaseOnEngine(engine: Engine, stopped: () => void = () => {}): Database {
  const pool = new pg.Pool({
    max: CONNECTIONS,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => new PortStream(engine),
  } as pg.PoolConfig)
  return databaseOver(pool, 'PGlite', async () => {
    await engine.close()
    stopped()
  })
}

async function startOn(folder: string): Promise<Engine> {
  try {
    return await Engine.start({ folder })
  } catch (error) {
    throw databaseProblems.folderUnreadable({ folder, cause: (error as Error).message })
  }
}

/** The folder appears whole or not at all. */
async function createFolder(folder: string, template: string): Promise<void> {
  const building = `${folder}.tmp`
  await rm(building, { recursive: true, force: true })
  if (await hasTemplate(template)) await cp(template, building, { recursive: true, preserveTimestamps: true })
  else await initialise(building)
  await syncFiles(building)
  await rename(building, folder)
}

/** What later commits build on must outlast a power cut, too. */
async function syncFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = await open(join(entry.parentPath, entry.name), 'r+')
    await file.sync()
    await file.close()
  }
}

async function hasTemplate(template: string): Promise<boolean> {
  return makeTemplate(template).then(
    () => true,
    () => existsSync(template),
  )
}
