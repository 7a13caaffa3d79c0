import { z } from 'zod'
import { post } from '#shared/endpoint.ts'

export const reviewSteps = ['学校审核', '专家评审', '学区审定'] as const
export type ReviewStep = (typeof reviewSteps)[number]
export const verdicts = ['通过', '退回'] as const
const kinds = ['共建', '特色', '精品', '长程'] as const

/** An item of the rubric as it was judged, with what it weighed then. */
export const Score = z.object({
  code: z.string(),
  title: z.string(),
  weight: z.number(),
  level: z.string(),
  percent: z.number(),
})
export type Score = z.infer<typeof Score>

export const Review = z.object({
  id: z.string(),
  round: z.number(),
  step: z.enum(reviewSteps),
  verdict: z.enum(verdicts),
  /** Of an expert only the office is told who. */
  reviewer: z.string().nullable(),
  scores: z.array(Score),
  score: z.number().nullable(),
  kinds: z.array(z.enum(kinds)),
  words: z.string(),
  reviewedAt: z.string(),
})
export type Review = z.infer<typeof Review>

export const Rubric = z.object({
  name: z.string(),
  experts: z.number(),
  premium: z.number(),
  items: z.array(z.object({ code: z.string(), title: z.string(), words: z.string(), weight: z.number() })).readonly(),
  levels: z.array(z.object({ title: z.string(), percent: z.number() })).readonly(),
})
export type Rubric = z.infer<typeof Rubric>

export const ReviewFields = z.object({
  /** The step that the reviewer saw: another may have been there meanwhile. */
  step: z.enum(reviewSteps),
  verdict: z.enum(verdicts, '请选择通过或退回'),
  words: z.string().trim().max(2000, '意见最多 2000 个字').default(''),
  /** Of an expert: the level of each item. */
  levels: z.record(z.string(), z.string()).default({}),
  /** Of the office: as what the course is admitted. */
  kinds: z.array(z.enum(kinds)).default([]),
})
export type ReviewFields = z.output<typeof ReviewFields>

export const reviewApi = {
  review: post('/api/courses/:courseId/reviews', {
    title: '审核课程',
    params: z.object({ courseId: z.uuid() }),
    body: ReviewFields,
    reply: z.object({}),
  }),
}
