import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadedFile } from '#shared/upload.ts'
import type { Config } from '#platform/config.ts'
import { Download, DOCX } from '#platform/download.ts'
import type { BatchRow } from './batch.sql.ts'
import { DECISION_MB, decisionType } from './decision.rules.ts'
import { mobilityProblems } from './problems.ts'

/** Decisions lie under the data folder by what is in them, so backups take them along: the same file twice is one. */
const folderOf = ({ dataDir }: Config) => join(dataDir, 'decisions')

/** Puts an uploaded decision where they are kept; refuses what is no paper, whatever it is called. */
export async function keepDecision(config: Config, file: UploadedFile): Promise<{ sha256: string; type: string }> {
  if (file.bytes > DECISION_MB * 1024 * 1024) throw mobilityProblems.fileTooLarge({ limitMb: DECISION_MB })
  const type = decisionType(await headOf(file.path), file.name, DOCX)
  if (!type) throw mobilityProblems.fileKind()
  await mkdir(folderOf(config), { recursive: true, mode: 0o700 })
  const path = join(folderOf(config), file.sha256)
  if (!existsSync(path)) await rename(file.path, path)
  return { sha256: file.sha256, type }
}

/** The decision as a file; undefined where there is none. */
export function sendDecision(config: Config, batch: BatchRow): Download | undefined {
  const { decisionSha256: sha256, decisionName: name, decisionType: type } = batch
  if (!sha256 || !name || !type) return undefined
  const path = join(folderOf(config), sha256)
  return existsSync(path) ? new Download(name, type, createReadStream(path)) : undefined
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
