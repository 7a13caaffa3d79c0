import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { batchStates } from './batch.rules.ts'
import { RotationLine, Step } from './rotation.contract.ts'

const day = z.iso.date('请填写日期，如 2023-09-01')
const words = z.string().trim().max(500, '说明不能超过 500 个字').optional()
const reason = z.string('请写明原因').trim().min(2, '请写明原因').max(500, '原因不能超过 500 个字')
const number = z.string('请填写文号').trim().min(1, '请填写文号').max(50, '文号不能超过 50 个字')
const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const ifAny = <S extends z.ZodType>(schema: S) => z.preprocess(emptyAsNull, schema.nullable())

export const batchVerbs = [
  'edit',
  'drop',
  'hear',
  'opine',
  'withdraw',
  'council',
  'redraft',
  'approve',
  'sendBack',
  'activate',
  'file',
] as const

export const BatchLine = z.object({
  id: z.string(),
  title: z.string(),
  clusterId: z.number(),
  clusterName: z.string(),
  schoolYear: z.number(),
  state: z.enum(batchStates),
  /** How many go on, and how many were withdrawn. */
  rotations: z.number(),
  withdrawn: z.number(),
  heardUntil: z.string().nullable(),
  /** What it waits for, in a few words; null where for nothing. */
  waits: z.string().nullable(),
  filedOn: z.string().nullable(),
})
export type BatchLine = z.infer<typeof BatchLine>

export const Opinion = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  /** null: not answered yet. */
  agrees: z.boolean().nullable(),
  words: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
  /** The reader answers for this school. */
  mine: z.boolean(),
})
export type Opinion = z.infer<typeof Opinion>

export const Batch = BatchLine.extend({
  steps: z.array(Step),
  decisionName: z.string().nullable(),
  opinions: z.array(Opinion),
  lines: z.array(RotationLine),
  /** Who is called back before the term is over. */
  recalls: z.array(RotationLine),
  /** The plan that it was made from, for those who may read it. */
  planId: z.string().nullable(),
  can: z.array(z.enum(batchVerbs)),
})
export type Batch = z.infer<typeof Batch>

export const NewBatch = z.object({
  title: z.string('请填写批次名称').trim().min(1, '请填写批次名称').max(50, '批次名称不能超过 50 个字'),
  schoolYear: schoolYear,
})

export const NewRotation = z.object({
  teacherId: z.uuid('请查找并选择教师'),
  toSchoolId: z.coerce.number('请选择流入学校').int().min(1, '请选择流入学校'),
  form: z.string('请选择交流方式').min(1, '请选择交流方式'),
  startOn: day,
  termYears: z.coerce.number('请选择期限').int().min(1, '请选择期限').max(3, '期限最多 3 年'),
  /** Left out: the last day of the last school year of the term. */
  endOn: ifAny(day),
  ftePercent: z.coerce.number('请填写工作量').int('请填写整数').min(1, '工作量从 1% 到 100%').max(100, '工作量从 1% 到 100%'), // prettier-ignore
  weeklyLessons: ifAny(z.coerce.number().int('请填写整数').min(0).max(60, '每周课时不超过 60 节')),
  groupNo: ifAny(z.string().trim().max(20, '组团编号不能超过 20 个字')),
  relationMoved: z.boolean().default(false),
  note: ifAny(z.string().trim().max(200, '备注不能超过 200 个字')),
})
export type NewRotation = z.infer<typeof NewRotation>

export const Hearing = z.object({ until: day, words })
export const Answer = z.object({
  schoolId: z.coerce.number().int().min(1),
  agrees: z.boolean('请选择同意或有意见'),
  words,
})
export const CouncilDecision = z.object({ number, day, words, file: uploadedFile })
export const Approval = z.object({ number, day, words })
export const SentBack = z.object({ reason })

export const Candidate = z.object({
  teacherId: z.string(),
  name: z.string(),
  staffNo: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  backbone: z.string().nullable(),
  eligible: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

const one = z.object({ batchId: z.uuid() })
const done = z.object({})

export const batchApi = {
  /** The batches of a cluster or group, or of every cluster of a district, those that wait first. */
  list: get('/api/units/:unitId/rotation-batches', {
    title: '交流批次',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear.optional() }),
    reply: z.object({ batches: z.array(BatchLine) }),
  }),
  open: post('/api/units/:unitId/rotation-batches', {
    title: '新建交流批次',
    params: z.object({ unitId }),
    body: NewBatch,
    reply: z.object({ batchId: z.string() }),
  }),
  read: get('/api/rotation-batches/:batchId', { title: '查看交流批次', params: one, reply: Batch }),
  /** Which teachers, schools and forms there are to choose from. */
  candidates: get('/api/rotation-batches/:batchId/candidates', {
    title: '查找可以交流的教师',
    params: one,
    query: z.object({ q: z.string().max(50).default('') }),
    reply: z.object({
      teachers: z.array(Candidate),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      forms: z.array(z.object({ form: z.string(), fullTime: z.boolean() })),
    }),
  }),
  add: post('/api/rotation-batches/:batchId/rotations', {
    title: '添加交流',
    params: one,
    body: NewRotation,
    reply: z.object({ rotationId: z.string() }),
  }),
  remove: del('/api/rotation-batches/:batchId/rotations/:rotationId', {
    title: '移出批次',
    params: one.extend({ rotationId: z.uuid() }),
    reply: done,
  }),
  drop: del('/api/rotation-batches/:batchId', { title: '删除交流批次', params: one, reply: done }),
  hear: post('/api/rotation-batches/:batchId/hear', {
    title: '交流批次听取意见',
    params: one,
    body: Hearing,
    /** The schools where nobody has an account to be told by. */
    reply: z.object({ unreached: z.array(z.string()) }),
  }),
  opine: post('/api/rotation-batches/:batchId/opinions', {
    title: '答复交流批次',
    params: one,
    body: Answer,
    reply: done,
  }),
  withdraw: post('/api/rotation-batches/:batchId/withdraw', {
    title: '撤销交流批次',
    params: one,
    body: SentBack,
    reply: done,
  }),
  council: post('/api/rotation-batches/:batchId/council', {
    title: '登记理事会决定',
    params: one,
    body: CouncilDecision,
    upload: true,
    reply: done,
  }),
  decision: get('/api/rotation-batches/:batchId/decision', {
    title: '下载理事会决定',
    params: one,
    reply: z.any(),
  }),
  redraft: post('/api/rotation-batches/:batchId/redraft', {
    title: '交流批次退回修改',
    params: one,
    body: SentBack,
    reply: done,
  }),
  approve: post('/api/rotation-batches/:batchId/approve', {
    title: '批准交流批次',
    params: one,
    body: Approval,
    reply: z.object({ active: z.number() }),
  }),
  sendBack: post('/api/rotation-batches/:batchId/send-back', {
    title: '退回交流批次',
    params: one,
    body: SentBack,
    reply: done,
  }),
  activate: post('/api/rotation-batches/:batchId/activate', {
    title: '交流批次提前生效',
    params: one,
    reply: z.object({ active: z.number() }),
  }),
}
