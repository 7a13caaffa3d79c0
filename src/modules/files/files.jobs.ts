import type { Context } from '#platform/context.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { clearContent } from './file.actions.ts'
import { findFile } from './file.sql.ts'
import { dropPlace } from './arriving.ts'
import { readFileOnce } from './reading.actions.ts'
import { deleteReading } from './reading.sql.ts'
import { deleteOldUploads } from './upload.sql.ts'

/** What a file says is read when it is kept, for searching and for those whose machine cannot open it. */
export const readJob: JobKind<{ id: string }> = {
  name: 'files.read',
  title: '读取文件里的文字',
  tries: 2,
  run: async (system, { districtId, payload: { id } }) => {
    const file = await system.inContext((ctx) => findFile(ctx.db, districtId, id))
    if (file) await readFileOnce(system, file)
  },
}

export const clearJob: JobKind<{ sha256: string }> = {
  name: 'files.clear',
  title: '清理不再使用的文件',
  tries: 3,
  run: (system, { districtId, payload: { sha256 } }) =>
    system.inContext(async (ctx) => {
      await deleteReading(ctx.db, districtId, sha256)
      await clearContent(ctx, sha256)
    }),
}

const DAY = 86_400_000
/** So long a file may take to come, and to be kept by somebody. */
const DAYS = 7

/** What began to come and never was kept goes. */
export async function clearOldUploads(ctx: Context): Promise<void> {
  const old = await deleteOldUploads(ctx.db, new Date(ctx.now.getTime() - DAYS * DAY))
  for (const { id, sha256 } of old) {
    await dropPlace(ctx.config, id)
    if (sha256 !== null) await clearContent(ctx, sha256)
  }
}
