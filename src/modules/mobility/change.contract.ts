import { z } from 'zod'
import { patch } from '#shared/endpoint.ts'
import { NewRotation } from './batch.contract.ts'

/** What may be changed of one who is in a draft: all but who it is. */
export const ChangedRotation = NewRotation.omit({ teacherId: true })

export const changeApi = {
  change: patch('/api/rotation-batches/:batchId/rotations/:rotationId', {
    title: '修改批次中的交流',
    params: z.object({ batchId: z.uuid(), rotationId: z.uuid() }),
    body: ChangedRotation,
    reply: z.object({}),
  }),
}
