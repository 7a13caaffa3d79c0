import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { MOST_FILES } from './evidence.rules.ts'

/** A file as evidence of something. */
export const Evidence = z.object({ id: z.string(), file: FileFacts })
export type Evidence = z.infer<typeof Evidence>

const few = z.array(z.uuid()).max(MOST_FILES, `最多附 ${MOST_FILES} 个文件`).optional()

/** What a thing points at: files at hand, in their order, and new ones; nothing said, it stays as it is. */
export const evidenceFields = { evidenceIds: few, uploadIds: few }

const ofEvidence = z.object({ evidenceId: z.uuid() })

export const evidenceApi = {
  list: get('/api/units/:unitId/service-evidence', {
    title: '已上传的佐证文件',
    params: z.object({ unitId }),
    reply: z.object({
      /** The latest first; `uses`: where each is used, in words. */
      files: z.array(Evidence.extend({ uses: z.array(z.string()) })),
    }),
  }),
  file: get('/api/service-evidence/:evidenceId/file', {
    title: '下载佐证文件',
    params: ofEvidence,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/service-evidence/:evidenceId/file/text', {
    title: '佐证文件里的文字',
    params: ofEvidence,
    reply: FileText,
  }),
}
