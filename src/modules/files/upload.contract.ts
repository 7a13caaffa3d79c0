import { z } from 'zod'
import { del, head, patch, post } from '#shared/endpoint.ts'
import { UPLOADS } from '#shared/upload.ts'

const ofUpload = z.object({ uploadId: z.uuid() })
const nothing = z.object({})

/**
 * The core of tus 1.0.0 with creation and termination (tus.io/protocols/resumable-upload): what is asked and answered
 * stands in headers, so a contract can name only the addresses.
 */
export const uploadApi = {
  create: post(UPLOADS, { title: '开始上传文件', reply: nothing }),
  look: head(`${UPLOADS}/:uploadId`, { title: '上传进度', params: ofUpload, reply: nothing }),
  append: patch(`${UPLOADS}/:uploadId`, { title: '上传文件', params: ofUpload, reply: nothing }),
  drop: del(`${UPLOADS}/:uploadId`, { title: '放弃上传', params: ofUpload, reply: nothing }),
}
