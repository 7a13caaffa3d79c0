import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '#platform/config.ts'
import { checksumOf } from './content.ts'
import type { Format } from './report.contract.ts'
import { publishingProblems } from './problems.ts'

/** A file as it is on record; it lies in the data folder under its checksum, so backups take it along. */
export interface StoredFile {
  format: Format
  sha256: string
  bytes: number
}

const pathOf = ({ dataDir }: Pick<Config, 'dataDir'>, { sha256, format }: Omit<StoredFile, 'bytes'>): string =>
  join(dataDir, 'reports', sha256.slice(0, 2), `${sha256}.${format}`)

/** Keeps a file; it appears when it is whole and on the disk. The same bytes are kept once. */
export async function keepFile(config: Config, format: Format, content: Uint8Array): Promise<StoredFile> {
  const stored = { format, sha256: checksumOf(content), bytes: content.length }
  const path = pathOf(config, stored)
  await mkdir(dirname(path), { recursive: true })
  const writing = await open(`${path}.part`, 'w')
  try {
    await writing.writeFile(content)
    await writing.sync()
  } finally {
    await writing.close()
  }
  await rename(`${path}.part`, path)
  return stored
}

/** The file as it was kept; one that has changed since is not handed out. */
export async function readKept(config: Config, stored: StoredFile): Promise<Buffer> {
  const content = await readFile(pathOf(config, stored)).catch(() => undefined)
  if (!content || checksumOf(content) !== stored.sha256) throw publishingProblems.fileDamaged()
  return content
}
