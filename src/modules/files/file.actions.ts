import type { FastifyRequest } from 'fastify'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { storeOf } from '#platform/store/store-of.ts'
import { arrivingPath } from './arriving.ts'
import {
  countDownload,
  deleteFile,
  findFile,
  insertFile,
  isContentUsed,
  listFiles,
  lockContent,
  type KeptFile,
} from './file.sql.ts'
import type { FileFacts } from './file.contract.ts'
import { isShown } from './kind.rules.ts'
import { filesProblems } from './problems.ts'
import { rangeOf } from './range.rules.ts'
import { findUpload } from './upload.sql.ts'

/**
 * Takes a file that has come whole as one that a record of this district names from now on. The record's module decides
 * who may see it. The same content is on the disk once.
 */
export async function keepFile(ctx: Context, districtId: number, uploadId: string): Promise<KeptFile> {
  const upload = await findUpload(ctx.db, ctx.actor.id, uploadId)
  if (!upload) throw filesProblems.notWhole({ name: '文件' })
  const { name, bytes, sha256, type, kind } = upload
  if (sha256 === null || type === null || kind === null) throw filesProblems.notWhole({ name })
  await lockContent(ctx.db, sha256)
  const store = storeOf(ctx.config)
  if (!(await store.has(sha256))) await store.put(sha256, arrivingPath(ctx.config, uploadId))
  const file = { districtId, id: ctx.newId(), sha256, name, bytes, type, kind }
  await insertFile(ctx.db, { ...file, keptBy: ctx.actor.id, keptAt: ctx.now })
  await ctx.enqueue({ kind: 'files.read', districtId, key: sha256, payload: { id: file.id } })
  return { ...file, downloads: 0 }
}

/** A file as pages show it. */
export const factsOf = ({ id, name, kind, bytes, downloads, type }: KeptFile): FileFacts => ({
  ...{ id, name, kind, bytes, downloads },
  isShown: isShown(type),
})

/** Files by their number; those that are gone are not among them. */
export async function filesById(
  ctx: Context,
  districtId: number,
  ids: readonly string[],
): Promise<Map<string, KeptFile>> {
  const found = ids.length > 0 ? await listFiles(ctx.db, districtId, ids) : []
  return new Map(found.map((file) => [file.id, file]))
}

/**
 * Hands out a file: shown in its place where a browser can (`?show`), else put aside. Whoever asks for a stretch of a
 * film gets that stretch. Counted once a download, not for every stretch.
 */
export async function sendFile(
  ctx: Context,
  file: KeptFile,
  { request, show }: { request: FastifyRequest; show: boolean },
): Promise<Download> {
  const range = rangeOf(request.headers.range, file.bytes)
  if (!range || range.from === 0) await countDownload(ctx.db, file)
  const inline = show && isShown(file.type)
  const body = await readContent(ctx.config, file, range)
  const type = file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type
  const bytes = range ? range.until - range.from + 1 : file.bytes
  return new Download(file.name, type, body, { inline, bytes, ...(range && { range: { ...range, of: file.bytes } }) })
}

export const readContent = (config: Config, file: KeptFile, range?: { from: number; until: number }) =>
  storeOf(config)
    .read(file.sha256, range)
    .catch(() => {
      throw filesProblems.gone({ name: file.name })
    })

/** Before several are sent as one: once that has begun, nothing can be said any more. */
export async function refuseGone({ config }: Context, files: readonly KeptFile[]): Promise<void> {
  for (const { sha256, name } of files) if (!(await storeOf(config).has(sha256))) throw filesProblems.gone({ name })
}

/** Nobody's record names it any more. Its content goes with the last who kept it. */
export async function releaseFile(ctx: Context, districtId: number, id: string): Promise<void> {
  const file = await findFile(ctx.db, districtId, id)
  if (!file) return
  await deleteFile(ctx.db, file)
  await ctx.enqueue({ kind: 'files.clear', districtId, key: file.sha256, payload: { sha256: file.sha256 } })
}

/** Takes content away that no file has. */
export async function clearContent(ctx: Context, sha256: string): Promise<void> {
  await lockContent(ctx.db, sha256)
  if (!(await isContentUsed(ctx.db, sha256))) await storeOf(ctx.config).remove(sha256)
}
