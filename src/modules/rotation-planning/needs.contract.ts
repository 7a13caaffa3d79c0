import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Season } from './season.contract.ts'
import { Listed, ListedRequest } from './wish.contract.ts'

const cap = z.number('请填写整数').int('请填写整数').min(0, '不能小于 0').max(99, '不能大于 99').nullable()

export const NeedFields = z.object({
  stage: z.string().trim().min(1, '请选择学段').max(20),
  subject: z.string().trim().min(1, '请填写学科').max(20, '学科不能超过 20 个字'),
  /** > 0: lacks, < 0: has to spare. */
  lacks: z.number('请填写整数').int('请填写整数').min(-99, '不能小于 -99').max(99, '不能大于 99'),
})
export type NeedFields = z.infer<typeof NeedFields>

export const KeptFields = z.object({
  teacherId: z.uuid(),
  reason: z.string('请写明理由').trim().min(2, '请写明理由').max(100, '理由不能超过 100 个字'),
})
export type KeptFields = z.infer<typeof KeptFields>

export const SchoolAnswerFields = z.object({
  needs: z.array(NeedFields).max(200),
  mostOut: cap,
  mostIn: cap,
  kept: z.array(KeptFields).max(500),
  note: z.string().trim().max(500, '说明不能超过 500 个字').optional(),
})
export type SchoolAnswerFields = z.infer<typeof SchoolAnswerFields>

/** A line of the grid: who teaches it there now, and what is missing. */
export const NeedLine = z.object({ stage: z.string(), subject: z.string(), teachers: z.number(), lacks: z.number() })
export type NeedLine = z.infer<typeof NeedLine>

/** A school's page of a season. */
export const SchoolPage = z.object({
  season: Season,
  lines: z.array(NeedLine),
  /** The stages taught here, for a line that is added. */
  stages: z.array(z.string()),
  subjects: z.array(z.string()),
  mostOut: z.number().nullable(),
  mostIn: z.number().nullable(),
  note: z.string().nullable(),
  teachers: z.array(Listed),
  kept: z.array(KeptFields),
  /** How many may be kept, and what of: 13 eligible, 20 of a hundred. */
  bound: z.object({ most: z.number(), eligible: z.number(), percent: z.number() }),
  /** Only for those who must know. */
  requests: z.array(ListedRequest),
  handedInAt: z.string().nullable(),
  handedInBy: z.string().nullable(),
  fixed: z.string().nullable(),
  can: z.array(z.enum(['keep', 'answer'])),
})
export type SchoolPage = z.infer<typeof SchoolPage>

export const schoolStates = ['late', 'missing', 'handed-in'] as const

/** A member school as the office sees it, those it waits for first. */
export const SchoolLine = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  state: z.enum(schoolStates),
  handedInAt: z.string().nullable(),
  handedInBy: z.string().nullable(),
  eligible: z.number(),
  answered: z.number(),
  kept: z.number(),
  /** Sums over its subjects: what it lacks, and what it has to spare. */
  lacks: z.number(),
  spares: z.number(),
  mostOut: z.number().nullable(),
  mostIn: z.number().nullable(),
  remindedAt: z.string().nullable(),
})
export type SchoolLine = z.infer<typeof SchoolLine>

const Named = z.object({ schoolId: z.number(), name: z.string() })
const ofSeason = z.object({ seasonId: z.uuid() })

export const needsApi = {
  board: get('/api/rotation-seasons/:seasonId/schools', {
    title: '各校轮岗需求',
    params: ofSeason,
    reply: z.object({ schools: z.array(SchoolLine) }),
  }),
  read: get('/api/units/:unitId/rotation-needs', {
    title: '本校轮岗需求',
    params: z.object({ unitId }),
    reply: z.object({ pages: z.array(SchoolPage) }),
  }),
  handIn: post('/api/rotation-seasons/:seasonId/schools/:schoolId', {
    title: '报送轮岗需求',
    params: ofSeason.extend({ schoolId: unitId }),
    body: SchoolAnswerFields,
    reply: z.object({}),
  }),
  remind: post('/api/rotation-seasons/:seasonId/reminders', {
    title: '提醒没有报送轮岗需求的学校',
    params: ofSeason,
    reply: z.object({ told: z.array(Named), already: z.array(Named), nobody: z.array(Named) }),
  }),
  /** Teachers who have an account and have not answered. */
  remindTeachers: post('/api/rotation-seasons/:seasonId/teacher-reminders', {
    title: '提醒没有填写轮岗意愿的教师',
    params: ofSeason,
    reply: z.object({ told: z.number() }),
  }),
}
