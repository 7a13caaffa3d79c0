import type { Actor } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { createUpload, dropUpload, lookAtUpload, takePiece } from './upload.actions.ts'
import { uploadApi } from './upload.contract.ts'
import { findUpload, type UploadRow } from './upload.sql.ts'

/** Whoever has a duty somewhere may send a file; what becomes of it, the module decides that keeps it. */
const mayUpload = (actor: Actor): boolean => actor.grants.length > 0
const isOwn = (actor: Actor, upload: UploadRow): boolean => upload.accountId === actor.id

export function uploadRoutes(host: Host): void {
  route(host, uploadApi.create, {
    load: nothing,
    may: mayUpload,
    run: (ctx, { request, reply }) => createUpload(ctx, request, reply),
  })
  const ofOne = {
    load: (ctx: Context, { params }: { params: { uploadId: string } }) =>
      findUpload(ctx.db, ctx.actor.id, params.uploadId),
    may: isOwn,
  }
  route(host, uploadApi.look, {
    ...ofOne,
    run: (ctx, { subject, request, reply }) => lookAtUpload(ctx, subject, request, reply),
  })
  route(host, uploadApi.append, {
    ...ofOne,
    run: async (ctx, { subject, request, reply }) => takePiece(host, ctx, subject, request, reply),
  })
  route(host, uploadApi.drop, {
    ...ofOne,
    run: (ctx, { subject, request, reply }) => dropUpload(ctx, subject, request, reply),
  })
}
