import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { spans } from './quota.rules.ts'

export const QuotaLine = z.object({
  /** '' is all its venues together. */
  kind: z.string().max(20),
  span: z.enum(spans),
  uses: z.number('请填写次数').int('次数应是整数').min(1, '至少 1 次').max(999, '最多 999 次'),
})
export type QuotaLine = z.output<typeof QuotaLine>

export const quotaApi = {
  /** How often one school may use the venues of this one. */
  list: get('/api/schools/:schoolId/booking-quotas', {
    title: '场馆限次',
    params: z.object({ schoolId: unitId }),
    reply: z.object({ quotas: z.array(QuotaLine), can: z.array(z.enum(['keep'])) }),
  }),
  /** These lines in place of those before; bookings that stand stay. */
  save: post('/api/schools/:schoolId/booking-quotas', {
    title: '修改场馆限次',
    params: z.object({ schoolId: unitId }),
    body: z.object({ quotas: z.array(QuotaLine).max(30) }),
    reply: z.object({}),
  }),
}
