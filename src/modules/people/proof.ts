import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadedFile } from '#shared/upload.ts'
import type { Config } from '#platform/config.ts'
import { Download } from '#platform/download.ts'
import { PROOF_MB, proofType } from './exemption.rules.ts'
import { peopleProblems } from './problems.ts'

/** Proofs lie under the data folder by what is in them: the same file twice is one. */
const folderOf = ({ dataDir }: Config) => join(dataDir, 'proofs')

/** Puts an uploaded file where proofs are kept; refuses what is no proof, whatever it is called. */
export async function keepProof(config: Config, file: UploadedFile): Promise<{ sha256: string; type: string }> {
  if (file.bytes > PROOF_MB * 1024 * 1024) throw peopleProblems.proofTooLarge({ limitMb: PROOF_MB })
  const type = proofType(await headOf(file.path))
  if (!type) throw peopleProblems.proofKind()
  await mkdir(folderOf(config), { recursive: true, mode: 0o700 })
  const path = join(folderOf(config), file.sha256)
  if (!existsSync(path)) await rename(file.path, path)
  return { sha256: file.sha256, type }
}

/** The proof as a file; undefined where it is not there any more. */
export function sendProof(config: Config, proof: { sha256: string; name: string; type: string }): Download | undefined {
  const path = join(folderOf(config), proof.sha256)
  return existsSync(path) ? new Download(proof.name, proof.type, createReadStream(path)) : undefined
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
