import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'

const day = z.iso.date('请填写日期，如 2023-09-01')

export const Exemption = z.object({
  id: z.string(),
  /** 免予交流 in the place of a kind that the reader is not to know. */
  kind: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
  /** The school years that it makes ineligible for. */
  years: z.array(z.number()),
  schoolName: z.string(),
  /** Only for those who are told the kind. */
  note: z.string().nullable(),
  proofName: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
  can: z.array(z.enum(['proof', 'withdraw'])),
})
export type Exemption = z.infer<typeof Exemption>

export const NewExemption = z.object({
  kind: z.string('请选择情况').min(1, '请选择情况'),
  fromDay: day,
  untilDay: day,
  note: z.string().trim().max(200, '说明不能超过 200 个字').optional(),
})

export type NewExemption = z.infer<typeof NewExemption>

const one = z.object({ exemptionId: z.uuid() })

export const exemptionApi = {
  list: get('/api/teachers/:teacherId/exemptions', {
    title: '免予交流的情况',
    params: z.object({ teacherId: z.uuid() }),
    reply: z.object({
      exemptions: z.array(Exemption),
      kinds: z.array(z.object({ kind: z.string(), sensitive: z.boolean(), maxYears: z.number() })),
    }),
  }),
  add: post('/api/teachers/:teacherId/exemptions', {
    title: '登记免予交流的情况',
    params: z.object({ teacherId: z.uuid() }),
    body: NewExemption,
    /** `changed`: the years whose verdict is another now; `frozen`: those of them whose list stays as it was frozen. */
    reply: z.object({ id: z.string(), changed: z.array(z.number()), frozen: z.array(z.number()) }),
  }),
  attach: post('/api/exemptions/:exemptionId/proof', {
    title: '上传免予交流的佐证',
    params: one,
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: z.object({ proofName: z.string() }),
  }),
  proof: get('/api/exemptions/:exemptionId/proof', {
    title: '查看免予交流的佐证',
    params: one,
    reply: z.any(),
  }),
  withdraw: del('/api/exemptions/:exemptionId', {
    title: '撤回免予交流的情况',
    params: one,
    query: z.object({ why: z.string('请写明撤回的原因').trim().min(2, '请写明撤回的原因').max(200) }),
    reply: z.object({ changed: z.array(z.number()), frozen: z.array(z.number()) }),
  }),
}
