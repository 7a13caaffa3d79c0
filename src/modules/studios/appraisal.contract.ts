import { z } from 'zod'
import { post } from '#shared/endpoint.ts'
import { schoolYear } from '#modules/organizations/unit.contract.ts'

export const Rubric = z.object({
  name: z.string(),
  items: z.array(z.object({ code: z.string(), title: z.string(), words: z.string(), weight: z.number() })).readonly(),
  levels: z.array(z.object({ title: z.string(), percent: z.number() })).readonly(),
  /** The best first: from which score of 100 on. */
  grades: z.array(z.object({ title: z.string(), from: z.number() })).readonly(),
})
export type Rubric = z.infer<typeof Rubric>

/** An item as it was judged, with what it weighed then. */
export const Score = z.object({
  code: z.string(),
  title: z.string(),
  weight: z.number(),
  level: z.string(),
  percent: z.number(),
})
export type Score = z.infer<typeof Score>

export const Appraisal = z.object({
  id: z.string(),
  year: z.number(),
  grade: z.string(),
  score: z.number(),
  scores: z.array(Score),
  words: z.string(),
  /** Only the office is told who. */
  by: z.string().nullable(),
  at: z.string(),
})
export type Appraisal = z.infer<typeof Appraisal>

export const NewAppraisal = z.object({
  year: schoolYear,
  levels: z.record(z.string(), z.string()),
  words: z.string('请写评语').trim().min(5, '评语至少写 5 个字').max(2000, '评语不能超过 2000 个字'),
})

export const appraisalApi = {
  add: post('/api/studios/:studioId/appraisals', {
    title: '考核工作室',
    params: z.object({ studioId: z.uuid() }),
    body: NewAppraisal,
    reply: z.object({ grade: z.string() }),
  }),
}
