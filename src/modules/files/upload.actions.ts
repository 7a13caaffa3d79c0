import { open } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fileTypeFromFile } from 'file-type'
import { TUS, UPLOADS } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import { Later, type Host } from '#platform/route.ts'
import { storeOf } from '#platform/store/store-of.ts'
import { append, arrived, arrivingPath, checksumOf, dropPlace, makePlace } from './arriving.ts'
import { lockContent } from './file.sql.ts'
import { byEnding, kindOf } from './kind.rules.ts'
import { filesProblems } from './problems.ts'
import { countArriving, deleteUpload, insertUpload, updateWhole, type UploadRow } from './upload.sql.ts'

const MOST_ARRIVING = 20
/** What one file may weigh: a lesson filmed in full. */
const LIMIT = 8 * 1024 ** 3

/** Answers as tus 1.0.0 asks; a client that speaks another version is told so. */
function speakTus(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('tus-resumable', TUS)
  if (request.headers['tus-resumable'] !== TUS) throw filesProblems.notTus()
}

/** Makes a place for a file. Headers: Upload-Length in bytes, Upload-Metadata with its `filename` in Base64. */
export async function createUpload(ctx: Context, request: FastifyRequest, reply: FastifyReply) {
  speakTus(request, reply)
  const name = nameOf(String(request.headers['upload-metadata'] ?? ''))
  const bytes = Number(request.headers['upload-length'])
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw filesProblems.notTus()
  await refuseUnfit(ctx, name, bytes)
  const id = ctx.newId()
  await insertUpload(ctx.db, { id, accountId: ctx.actor.id, name, bytes, beganAt: ctx.now })
  await makePlace(ctx.config, id, bytes)
  ctx.note({ subjectId: id, file: name, bytes })
  reply.code(201).header('location', `${UPLOADS}/${id}`).header('upload-offset', 0)
  return {}
}

/** What can be told before a byte has come. */
async function refuseUnfit(ctx: Context, name: string, bytes: number): Promise<void> {
  if (bytes === 0) throw filesProblems.emptyFile({ name })
  if (bytes > LIMIT) throw filesProblems.tooLarge({ name, limit: LIMIT })
  if (!byEnding(name)) throw filesProblems.kindNotTaken({ name })
  if ((await countArriving(ctx.db, ctx.actor.id)) >= MOST_ARRIVING)
    throw filesProblems.tooMany({ limit: MOST_ARRIVING })
}

/** The name as the person's machine gave it, without folders and signs that no file system takes. */
function nameOf(metadata: string): string {
  const pairs = metadata.split(',').map((pair) => pair.trim().split(' '))
  const coded = pairs.find(([key]) => key === 'filename')?.[1] ?? ''
  const name = Buffer.from(coded, 'base64').toString('utf8').normalize('NFC')

  return (name.split(/[\\/]/).at(-1) ?? '').replace(/[\u0000-\u001f<>:"|?*]/g, '').slice(-200)
}

/** One that is whole lies in the store by now: all of it has come. */
export async function lookAtUpload(ctx: Context, upload: UploadRow, request: FastifyRequest, reply: FastifyReply) {
  speakTus(request, reply)
  const offset = upload.sha256 === null ? await arrived(ctx.config, upload.id) : upload.bytes
  reply.header('upload-offset', offset).header('upload-length', upload.bytes)
  reply.header('cache-control', 'no-store')
  return {}
}

/** Takes what comes, outside the transaction; with the last byte the file is whole, and is looked at. */
export function takePiece(host: Host, ctx: Context, upload: UploadRow, request: FastifyRequest, reply: FastifyReply) {
  speakTus(request, reply)
  const offset = Number(request.headers['upload-offset'])
  return new Later(async () => {
    const stretch = { offset, bytes: upload.bytes }
    const now = await append(ctx.config, upload.id, request.raw, stretch)
    if (now === upload.bytes) await settle(host, ctx, upload)
    reply.code(204).header('upload-offset', now)
    return {}
  })
}

/** What came whole is what its name says, or it goes again. */
async function settle(host: Host, { config }: Context, upload: UploadRow): Promise<void> {
  const path = arrivingPath(config, upload.id)
  const told = await fileTypeFromFile(path)
  const known = kindOf(upload.name, told?.mime, await isText(path))
  if (!known) {
    await dropPlace(config, upload.id)
    await host.system.inContext((ctx) => deleteUpload(ctx.db, upload.id))
    throw filesProblems.notWhatItSays({ name: upload.name })
  }
  const whole = { sha256: await checksumOf(path), type: known.type, kind: known.kind }
  await host.system.inContext(async (ctx) => {
    await lockContent(ctx.db, whole.sha256)
    await updateWhole(ctx.db, upload.id, whole)
  })
  await storeOf(config).put(whole.sha256, path)
  await dropPlace(config, upload.id)
}

const SAMPLE = 64 * 1024

/** Text holds no zero byte; which of the two codes of the country it is in, whoever reads it finds out. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0).finally(() => file.close())
  return !buffer.subarray(0, bytesRead).includes(0)
}

export async function dropUpload(ctx: Context, upload: UploadRow, request: FastifyRequest, reply: FastifyReply) {
  speakTus(request, reply)
  await deleteUpload(ctx.db, upload.id)
  await dropPlace(ctx.config, upload.id)
  reply.code(204)
  return {}
}
