import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { absenceReasons } from './gap.contract.ts'

const day = z.iso.date('请填写日期，如 2026-09-01')
const ofSchool = z.object({ schoolId: unitId })

/** A lesson that would be missed. */
export const StakeLine = z.object({
  /** Tells it from the others: day, period and school. */
  key: z.string(),
  day: z.string(),
  period: z.number(),
  fromTime: z.string(),
  untilTime: z.string(),
  className: z.string(),
  subject: z.string(),
  schoolName: z.string(),
  /** It is over, or somebody was asked for already. */
  blocked: z.string().nullable(),
})
export type StakeLine = z.infer<typeof StakeLine>

export const NewAbsence = z.object({
  teacherId: z.uuid('请选择教师'),
  fromDay: day,
  untilDay: day,
  reason: z.enum(absenceReasons, '请选择原因'),
  /** The lessons to be covered, by their keys; left out: all of those days. */
  lessons: z.array(z.string()).min(1, '请至少选一节课').max(200).optional(),
})

export const absenceApi = {
  stake: get('/api/schools/:schoolId/absences/lessons', {
    title: '请假期间的课',
    params: ofSchool,
    query: z.object({ teacherId: z.uuid(), fromDay: day, untilDay: day }),
    reply: z.object({ lessons: z.array(StakeLine) }),
  }),
  report: post('/api/schools/:schoolId/absences', {
    title: '登记缺课',
    params: ofSchool,
    body: NewAbsence,
    /** `asked`: how many were asked at once; `nobody`: for how many lessons there is nobody to ask. */
    reply: z.object({ lessons: z.number(), asked: z.number(), nobody: z.number() }),
  }),
  withdraw: post('/api/absences/:absenceId/withdraw', {
    title: '撤回缺课',
    params: z.object({ absenceId: z.uuid() }),
    reply: z.object({ lessons: z.number() }),
  }),
}
