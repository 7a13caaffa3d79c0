import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '#platform/config.ts'
import { filesProblems } from './problems.ts'

/** What must stay free on the disk beside what is to come. */
const RESERVE = 1024 ** 3

export const arrivingPath = ({ dataDir }: Pick<Config, 'dataDir'>, id: string): string => join(dataDir, 'arriving', id)

/** Makes an empty place for a file, if the disk has room for it. */
export async function makePlace(config: Config, id: string, bytes: number): Promise<void> {
  await mkdir(join(config.dataDir, 'arriving'), { recursive: true })
  const { bavail, bsize } = await statfs(config.dataDir)
  if (bavail * bsize < bytes + RESERVE) throw filesProblems.diskFull()
  await (await open(arrivingPath(config, id), 'wx')).close()
}

/** How much has come. */
export const arrived = async (config: Config, id: string): Promise<number> =>
  (await stat(arrivingPath(config, id)).catch(() => ({ size: 0 }))).size

export const dropPlace = (config: Config, id: string): Promise<void> => rm(arrivingPath(config, id), { force: true })

/** What is being written at this moment, by upload: a line that hangs is given up when its sender comes anew. */
const writing = new Map<string, { stop: () => void; over: Promise<unknown> }>()

/**
 * Writes what comes behind what has come, in pieces as they come: however large the file, the server holds a few dozen
 * kilobytes of it. Where the line breaks, what had come stays. Gives how much there is now.
 */
export async function append(
  config: Config,
  id: string,
  source: Readable,
  { offset, bytes }: Stretch,
): Promise<number> {
  const before = writing.get(id)
  before?.stop()
  await before?.over
  const there = await arrived(config, id)
  if (there !== offset) throw filesProblems.otherOffset({ offset: there })
  const over = write(arrivingPath(config, id), source, { offset, bytes })
  const mine = { stop: () => source.destroy(), over: over.catch(() => undefined) }
  writing.set(id, mine)
  await over.finally(() => writing.get(id) === mine && writing.delete(id))
  return arrived(config, id)
}

interface Stretch {
  /** Where it begins. */
  offset: number
  /** How large the whole file is. */
  bytes: number
}

async function write(path: string, source: Readable, { offset, bytes }: Stretch): Promise<void> {
  await pipeline(source, notMoreThan(bytes - offset), createWriteStream(path, { flags: 'r+', start: offset }))
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

function notMoreThan(bytes: number): Transform {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      left -= chunk.length
      if (left < 0) done(filesProblems.moreThanSaid())
      else done(null, chunk)
    },
  })
}

/** The SHA-256 of a whole file, read piece by piece. */
export async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
