import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { readContent } from './file.actions.ts'
import type { KeptFile } from './file.sql.ts'
import { holdsText, readParts } from './reading/read.ts'
import { findReading, insertReading, type Reading } from './reading.sql.ts'

const unread: Reading = { parts: [], failure: null }

/** What a file says, as far as it has been read. */
export const readingOf = async (ctx: Context, file: KeptFile): Promise<Reading> =>
  (await findReading(ctx.db, file.districtId, file.sha256)) ?? unread

/** Whether what it says is known, if it says anything. */
export const hasReading = async (ctx: Context, file: KeptFile): Promise<boolean> =>
  !holdsText(file.type) || (await findReading(ctx.db, file.districtId, file.sha256)) !== undefined

/** Reads a file if nobody has: in a copy beside the store, for the store may lie on another machine. */
export async function readFileOnce(system: System, file: KeptFile): Promise<Reading> {
  const known = await system.inContext((ctx) => findReading(ctx.db, file.districtId, file.sha256))
  if (known || !holdsText(file.type)) return known ?? unread
  const folder = join(system.config.dataDir, 'arriving')
  const path = join(folder, newId())
  await mkdir(folder, { recursive: true })
  try {
    await pipeline(await readContent(system.config, file), createWriteStream(path))
    const reading = await readParts({ path, name: file.name, type: file.type })
    await system.inContext((ctx) => insertReading(ctx.db, file.districtId, file.sha256, reading))
    return reading
  } finally {
    await rm(path, { force: true })
  }
}
