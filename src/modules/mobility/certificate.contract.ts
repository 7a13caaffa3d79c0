import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { grades, RotationLine, Verdict } from './rotation.contract.ts'

export const certificateFormats = ['pdf', 'docx'] as const

/** One rotation as the paper tells it. */
export const ServiceLine = z.object({
  startOn: z.string(),
  endOn: z.string(),
  fromSchool: z.string(),
  toSchool: z.string(),
  form: z.string(),
  ftePercent: z.number().nullable(),
  status: z.enum(['已生效', '已结束']),
  years: z.number(),
  grades: z.array(z.object({ schoolYear: z.number(), grade: z.enum(grades), isFinal: z.boolean() })),
})
export type ServiceLine = z.infer<typeof ServiceLine>

/** What stands on the paper. */
export const CertificateContent = z.object({
  name: z.string(),
  homeSchool: z.string(),
  title: z.string().nullable(),
  subject: z.string().nullable(),
  /** Whole school years served: those of all rotations, each year once. */
  years: z.number(),
  lines: z.array(ServiceLine),
  /** What it comes to under the rules for promotion: 已满 2 年. */
  verdicts: z.array(z.object({ name: z.string(), clause: z.string(), words: z.string(), verdict: z.string(), why: z.string() })), // prettier-ignore
  signature: z.string(),
  day: z.string(),
})
export type CertificateContent = z.infer<typeof CertificateContent>

export const certificateStates = ['有效', '已作废', '已替代'] as const

export const Certificate = z.object({
  id: z.string(),
  number: z.string(),
  code: z.string(),
  purpose: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string(),
  state: z.enum(certificateStates),
  withdrawnWhy: z.string().nullable(),
  years: z.number(),
  can: z.array(z.enum(['withdraw'])),
})
export type Certificate = z.infer<typeof Certificate>

export const NewCertificate = z.object({ purpose: z.string('请选择用途').min(1, '请选择用途') })
export const CertificateWithdrawal = z.object({
  why: z.string('请写明作废的原因').trim().min(2, '请写明作废的原因').max(200, '原因不能超过 200 个字'),
})

const Service = z.object({
  teacherId: z.string(),
  name: z.string(),
  homeSchool: z.string(),
  years: z.number(),
  rotations: z.array(
    z.object({
      rotation: RotationLine,
      appraisals: z.array(z.object({ schoolYear: z.number(), grade: z.enum(grades), isFinal: z.boolean(), words: z.string().nullable() })), // prettier-ignore
      verdicts: z.array(Verdict),
    }),
  ),
  certificates: z.array(Certificate),
  purposes: z.array(z.string()),
  can: z.array(z.enum(['certify'])),
})
export type Service = z.infer<typeof Service>

const ofTeacher = z.object({ teacherId: z.uuid() })

export const certificateApi = {
  /** The rotations of the teacher who asks; null where the account belongs to no teacher. */
  own: get('/api/own/rotations', { title: '我的交流', reply: z.object({ service: Service.nullable() }) }),
  service: get('/api/teachers/:teacherId/service', { title: '教师的交流经历', params: ofTeacher, reply: Service }),
  issue: post('/api/teachers/:teacherId/certificates', {
    title: '开具交流轮岗服务证明',
    params: ofTeacher,
    body: NewCertificate,
    reply: z.object({ certificateId: z.string() }),
  }),
  file: get('/api/certificates/:certificateId/:format', {
    title: '下载交流轮岗服务证明',
    params: z.object({ certificateId: z.uuid(), format: z.enum(certificateFormats) }),
    reply: z.any(),
  }),
  withdraw: post('/api/certificates/:certificateId/withdraw', {
    title: '作废交流轮岗服务证明',
    params: z.object({ certificateId: z.uuid() }),
    body: CertificateWithdrawal,
    reply: z.object({}),
  }),
  /** Open to everybody who holds the paper: what it says, the name masked. */
  verify: get('/api/verify/:code', {
    title: '查验交流轮岗服务证明',
    params: z.object({ code: z.string().min(1).max(40) }),
    reply: z.object({
      found: z.boolean(),
      certificate: z
        .object({
          number: z.string(),
          code: z.string(),
          name: z.string(),
          purpose: z.string(),
          issuedOn: z.string(),
          signature: z.string(),
          years: z.number(),
          lines: z.array(ServiceLine.omit({ ftePercent: true })),
          state: z.enum(certificateStates),
          changedOn: z.string().nullable(),
          why: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
}
