import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

const day = z.iso.date('请按 2024-12-01 的样子填写日期')
const sheets = z.array(z.string()).min(1, '请至少选一张表')
const note = z.string().max(500, '说明不能超过 500 字').optional()

/** The office asks its schools to hand in. */
export const Call = z.object({
  id: z.string(),
  clusterId: z.number(),
  clusterName: z.string(),
  schoolYear: z.number(),
  dueOn: z.string(),
  sheets: z.array(z.string()),
  note: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
})
export type Call = z.infer<typeof Call>

/** A school's answer to a call, in the order in which it needs the office: overdue, to be looked at, to be waited for. */
export const answerStates = ['overdue', 'partial', 'late', 'handed-in', 'returned', 'missing', 'accepted'] as const
export type AnswerState = (typeof answerStates)[number]

/** What a school has answered so far: its latest import that was taken. */
export const Answer = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  state: z.enum(answerStates),
  /** The sheets asked for that it has not handed in yet, in any of its files. */
  lacking: z.array(z.string()),
  importId: z.string().nullable(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  rows: z.number(),
  /** Refused rows that nobody has put right yet. */
  openRows: z.number(),
  reason: z.string().nullable(),
  remindedAt: z.string().nullable(),
})
export type Answer = z.infer<typeof Answer>

export const CallFields = z.object({ schoolYear, dueOn: day, sheets, note })
export const CallChange = z.object({ dueOn: day, sheets, note })
export const Reason = z.object({
  reason: z.string('请写明为什么退回').trim().min(1, '请写明为什么退回').max(500, '理由不能超过 500 字'),
})
export const Verdict = z
  .object({ accepted: z.boolean(), reason: z.string().max(500, '理由不能超过 500 字').optional() })
  .refine(({ accepted, reason }) => accepted || (reason ?? '').trim() !== '', {
    path: ['reason'],
    message: '请写明为什么退回，学校会看到',
  })

const School = z.object({ schoolId: z.number(), name: z.string() })
const ofCall = z.object({ callId: z.uuid() })
const ofUnit = z.object({ unitId })

export const callApi = {
  list: get('/api/units/:unitId/calls', {
    title: '报送要求',
    params: ofUnit,
    reply: z.object({
      calls: z.array(Call),
      /** The sheets that may be asked for; those that a school fills are asked for unless somebody says otherwise. */
      sheets: z.array(z.object({ name: z.string(), usual: z.boolean() })),
      /** The years for which a call may be opened, the likeliest first. */
      years: z.array(z.number()),
    }),
  }),
  open: post('/api/units/:unitId/calls', {
    title: '发起报送',
    params: ofUnit,
    body: CallFields,
    reply: z.object({ id: z.string() }),
  }),
  /** Who has handed in, who is late. */
  read: get('/api/calls/:callId', {
    title: '报送情况',
    params: ofCall,
    reply: Call.extend({ answers: z.array(Answer), can: z.array(z.enum(['change', 'remind'])) }),
  }),
  change: patch('/api/calls/:callId', { title: '修改报送要求', params: ofCall, body: CallChange, reply: z.object({}) }),
  close: post('/api/calls/:callId/close', { title: '截止收件', params: ofCall, reply: z.object({}) }),
  reopen: post('/api/calls/:callId/reopen', { title: '重新收件', params: ofCall, reply: z.object({}) }),
  /** One notice to those who answer for each school that has not handed in; who could not be reached is said. */
  remind: post('/api/calls/:callId/reminders', {
    title: '提醒未报送的学校',
    params: ofCall,
    reply: z.object({ told: z.array(School), already: z.array(School), nobody: z.array(School) }),
  }),
  judge: post('/api/imports/:importId/verdict', {
    title: '审核报送',
    params: z.object({ importId: z.uuid() }),
    body: Verdict,
    reply: z.object({}),
  }),
}
