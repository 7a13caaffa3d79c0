import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { batchStates, rotationStatuses, stepKinds } from './batch.rules.ts'
import { standings, verdictKinds } from './verdict.rules.ts'

export const grades = ['优秀', '合格', '基本合格', '不合格'] as const

/** A rotation as lists show it. For those who may not see names, `name` and `staffNo` are masked. */
export const RotationLine = z.object({
  id: z.string(),
  teacherId: z.string(),
  name: z.string(),
  staffNo: z.string(),
  masked: z.boolean(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  backbone: z.string().nullable(),
  fromSchoolId: z.number(),
  fromSchool: z.string(),
  toSchoolId: z.number(),
  toSchool: z.string(),
  form: z.string(),
  status: z.enum(rotationStatuses),
  startOn: z.string(),
  endOn: z.string().nullable(),
  schoolYear: z.number(),
  ftePercent: z.number().nullable(),
  weeklyLessons: z.number().nullable(),
  groupNo: z.string().nullable(),
  relationMoved: z.boolean().nullable(),
  batchId: z.string().nullable(),
  filedOn: z.string().nullable(),
  /** At home again from this day on, before the term is over. */
  recallOn: z.string().nullable(),
  /** Whole school years served so far, and those of the whole term. */
  served: z.number(),
  years: z.number(),
  /** What the receiving school has to say next, of one that is in force. */
  due: z
    .object({ schoolYear: z.number(), isFinal: z.boolean(), from: z.string(), due: z.string(), open: z.boolean() })
    .nullable(),
  can: z.array(z.enum(['withdraw', 'appraise', 'remove'])),
})
export type RotationLine = z.infer<typeof RotationLine>

export const Appraisal = z.object({
  schoolYear: z.number(),
  isFinal: z.boolean(),
  grade: z.enum(grades),
  words: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})
export type Appraisal = z.infer<typeof Appraisal>

export const Verdict = z.object({
  ruleId: z.string(),
  name: z.string(),
  use: z.enum(['交流', '提任']),
  clause: z.string(),
  words: z.string(),
  verdict: z.enum(verdictKinds),
  why: z.string(),
  until: z.string().nullable(),
  note: z.string().nullable(),
})

export const Step = z.object({
  kind: z.enum(stepKinds),
  day: z.string(),
  by: z.string(),
  words: z.string().nullable(),
  number: z.string().nullable(),
  at: z.string(),
})

export const NewAppraisal = z.object({
  grade: z.enum(grades, '请选择考核等次'),
  words: z.string().trim().max(500, '评语不能超过 500 个字').optional(),
})

export const Withdrawal = z.object({
  why: z.string('请写明撤销的原因').trim().min(2, '请写明撤销的原因').max(200, '原因不能超过 200 个字'),
})

const one = z.object({ rotationId: z.uuid() })

export const rotationApi = {
  /** What began in a school year and what runs on in it: of a cluster or group, or of one school. */
  list: get('/api/units/:unitId/rotations', {
    title: '交流轮岗',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear }),
    reply: z.object({
      rotations: z.array(RotationLine),
      years: z.array(z.number()),
      /** Whether the reader's own account belongs to a teacher. */
      isTeacher: z.boolean(),
      can: z.array(z.enum(['openBatch', 'file', 'seeBatches', 'seeStandings', 'seeDistrict'])),
    }),
  }),
  read: get('/api/rotations/:rotationId', {
    title: '查看交流',
    params: one,
    reply: z.object({
      rotation: RotationLine,
      termYears: z.number().nullable(),
      note: z.string().nullable(),
      cluster: z.object({ id: z.number(), name: z.string() }),
      fromStanding: z.enum(standings).nullable(),
      toStanding: z.enum(standings).nullable(),
      batch: z.object({ id: z.string(), title: z.string(), state: z.enum(batchStates), open: z.boolean() }).nullable(),
      /** What was done, the first first. */
      trace: z.array(z.object({ day: z.string(), what: z.string(), by: z.string(), words: z.string().nullable() })),
      appraisals: z.array(Appraisal),
      verdicts: z.array(Verdict),
      seesService: z.boolean(),
    }),
  }),
  withdraw: post('/api/rotations/:rotationId/withdraw', {
    title: '撤销交流',
    params: one,
    body: Withdrawal,
    reply: z.object({}),
  }),
  appraise: post('/api/rotations/:rotationId/appraisals', {
    title: '考核交流教师',
    params: one,
    body: NewAppraisal,
    reply: z.object({ closed: z.boolean() }),
  }),
}
