import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { terms } from '#shared/week.ts'

/** One lesson given, told as far as the reader may know. */
export const GivenLine = z.object({
  id: z.string(),
  kind: z.enum(['代课', '兼课']),
  day: z.string(),
  period: z.number(),
  fromSchool: z.string(),
  toSchool: z.string(),
  teacherName: z.string(),
  className: z.string(),
  subject: z.string(),
  state: z.enum(['已确认', '有异议']),
  contest: z.string().nullable(),
  can: z.array(z.enum(['confirm', 'contest'])),
})
export type GivenLine = z.infer<typeof GivenLine>

const Objection = z.object({ why: z.string('请写明原因').trim().min(2, '请写明原因').max(100, '不能超过 100 个字') })

export const givenApi = {
  /** What schools gave and took in a term: a table of both sides, and the lessons themselves. */
  list: get('/api/units/:unitId/cover/given', {
    title: '代课和兼课的课时',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear, term: z.enum(terms).optional() }),
    reply: z.object({
      schools: z.array(
        z.object({
          schoolId: z.number(),
          schoolName: z.string(),
          given: z.number(),
          taken: z.number(),
          /** Within the own school; no flow between schools. */
          own: z.number(),
        }),
      ),
      subjects: z.array(z.object({ subject: z.string(), lessons: z.number() })),
      teachers: z.array(
        z.object({ teacherId: z.string(), name: z.string(), schoolName: z.string(), lessons: z.number() }),
      ),
      lines: z.array(GivenLine),
      contested: z.number(),
      total: z.number(),
    }),
  }),
  confirmGap: post('/api/gaps/:gapId/confirm', {
    title: '确认代课已上',
    params: z.object({ gapId: z.uuid() }),
    reply: z.object({}),
  }),
  contestGap: post('/api/gaps/:gapId/contest', {
    title: '对代课提出异议',
    params: z.object({ gapId: z.uuid() }),
    body: Objection,
    reply: z.object({}),
  }),
  confirm: post('/api/given/:givenId/confirm', {
    title: '确认课已上',
    params: z.object({ givenId: z.uuid() }),
    reply: z.object({}),
  }),
  contest: post('/api/given/:givenId/contest', {
    title: '对计入的课提出异议',
    params: z.object({ givenId: z.uuid() }),
    body: Objection,
    reply: z.object({}),
  }),
}
export { Objection }
