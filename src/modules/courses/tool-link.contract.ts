import { z } from 'zod'
import { get } from '#shared/endpoint.ts'

export const toolLinkApi = {
  /** The tools into which links of a course lead: which beginnings of an address are theirs. */
  list: get('/api/courses/:courseId/tools', {
    title: '课程用到的外部工具',
    params: z.object({ courseId: z.uuid() }),
    reply: z.object({ tools: z.array(z.object({ name: z.string(), address: z.string() })) }),
  }),
  /** Sends the browser on into the tool. */
  open: get('/api/courses/:courseId/materials/:materialId/launch', {
    title: '用外部工具打开材料',
    params: z.object({ courseId: z.uuid(), materialId: z.string().max(40) }),
    reply: z.object({}),
  }),
}
