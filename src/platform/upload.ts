import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '#shared/endpoint.ts'
import type { UploadedFile } from '#shared/upload.ts'
import { newId } from './ids.ts'
import { platformProblems } from './problems.ts'

export const UPLOAD_LIMIT_MB = 100
const LIMITS = { files: 1, fields: 20, fieldSize: 10_000, fileSize: UPLOAD_LIMIT_MB * 1024 * 1024 }

/** The files that came with a request and still lie in the uploads folder. */
const taken = new WeakMap<FastifyRequest, string[]>()

/** Streams the request's file into `folder` (never into memory) and returns the endpoint's body with it. */
export async function takeUpload(request: FastifyRequest, endpoint: Endpoint, folder: string): Promise<unknown> {
  const issues = (path: string, message: string) => platformProblems.badInput({ issues: [{ path, message }] })
  if (!request.isMultipart()) throw issues('file', '请选择要上传的文件。')
  const fields: Record<string, unknown> = {}
  for await (const part of request.parts({ limits: LIMITS }))
    fields[part.fieldname] = part.type === 'file' ? await store(request, part, folder) : part.value
  const parsed = endpoint.body!.safeParse(fields)
  if (parsed.success) return parsed.data
  throw platformProblems.badInput({
    issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}

/** Takes the request's files away again, but for those that the use case has moved to a place of its own. */
export async function dropUploads(request: FastifyRequest): Promise<void> {
  for (const path of taken.get(request) ?? []) await rm(path, { force: true })
}

async function store(request: FastifyRequest, part: MultipartFile, folder: string): Promise<UploadedFile> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  taken.set(request, [...(taken.get(request) ?? []), path])
  const { bytes, sha256 } = await writeTo(path, part.file)
  if (part.file.truncated) throw platformProblems.fileTooLarge({ limitMb: UPLOAD_LIMIT_MB })
  return { name: part.filename, path, bytes, sha256 }
}

async function writeTo(path: string, source: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, meter, createWriteStream(path))
  return { bytes, sha256: hash.digest('hex') }
}
