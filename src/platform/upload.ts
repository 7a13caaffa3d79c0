import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '#shared/endpoint.ts'
import type { UploadedFile } from '#shared/upload.ts'
import { newId } from './ids.ts'
import { platformProblems } from './problems.ts'

export const UPLOAD_LIMIT_MB = 100

/** Streams the request's file to disk (never into memory) and returns the endpoint's body with it. */
export async function takeUpload(request: FastifyRequest, endpoint: Endpoint): Promise<unknown> {
  const fields: Record<string, unknown> = {}
  for await (const part of request.parts({ limits: { files: 1, fileSize: UPLOAD_LIMIT_MB * 1024 * 1024 } })) {
    if (part.type === 'file') fields[part.fieldname] = await store(part)
    else fields[part.fieldname] = part.value
  }
  const parsed = endpoint.body!.safeParse(fields)
  if (parsed.success) return parsed.data
  throw platformProblems.badInput({
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}

async function store(part: MultipartFile): Promise<UploadedFile> {
  const folder = join(tmpdir(), 'yanzhen-uploads')
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.file, meter, createWriteStream(path))
  if (part.file.truncated) {
    await rm(path, { force: true })
    throw platformProblems.fileTooLarge({ limitMb: UPLOAD_LIMIT_MB })
  }
  return { name: part.filename, path, bytes, sha256: hash.digest('hex') }
}
