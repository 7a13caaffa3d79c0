import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** What lies in the data folder but is no part of a backup: the embedded database itself, backups, files still on their way. */
const left = /^(pgdata(\..*)?|backups|restoring|arriving)$/

/** The files of a data folder that belong into a backup, by path below it with forward slashes, sorted. */
export async function listFiles(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await listOwnEntries(dataDir)) found.push(...(await filesBelow(join(dataDir, name))))
  return found.map((path) => relative(dataDir, path).split(sep).join('/')).sort()
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  })
  if (!entries) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function listOwnEntries(dataDir: string): Promise<string[]> {
  if (!existsSync(dataDir)) return []
  return (await readdir(dataDir)).filter((name) => !left.test(name))
}

/** A file's bytes. */
export const readFileOf = (dataDir: string, path: string): AsyncIterable<Buffer> =>
  createReadStream(join(dataDir, path))

/** Where a restore puts files until all of them are whole. */
export async function makeRestoringFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'restoring')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** Puts restored files in the place of those that lie in the data folder. */
export async function takeFiles(dataDir: string, restoring: string): Promise<void> {
  for (const name of await listOwnEntries(dataDir)) await rm(join(dataDir, name), { recursive: true, force: true })
  for (const name of await readdir(restoring)) await rename(join(restoring, name), join(dataDir, name))
  await rm(restoring, { recursive: true, force: true })
}

/** Makes the folders above a file. */
export const makeRoomFor = (path: string): Promise<string | undefined> => mkdir(dirname(path), { recursive: true })
