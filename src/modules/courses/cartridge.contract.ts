import { z } from 'zod'
import { get } from '#shared/endpoint.ts'

/** 1.3 is what platforms of today read; Moodle reads up to 1.1. */
export const cartridgeVersions = ['1.3', '1.1'] as const
export type CartridgeVersion = (typeof cartridgeVersions)[number]

export const cartridgeApi = {
  /** The last published version as IMS Common Cartridge; before the first, what is being written. */
  read: get('/api/courses/:courseId/cartridge', {
    title: '导出课程包',
    params: z.object({ courseId: z.uuid() }),
    query: z.object({ format: z.enum(cartridgeVersions).default('1.3') }),
    reply: z.any(),
  }),
}
