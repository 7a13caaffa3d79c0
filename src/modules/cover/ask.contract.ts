import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { GapLine } from './gap.contract.ts'
import { Lesson } from './timetable.contract.ts'

/** What somebody is asked: which lesson, where and when. Neither who is away nor why. */
export const Ask = z.object({
  id: z.string(),
  schoolName: z.string(),
  address: z.string().nullable(),
  day: z.string(),
  period: z.number(),
  fromTime: z.string(),
  untilTime: z.string(),
  className: z.string(),
  subject: z.string(),
  campus: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** open: it is theirs to answer; yes: they have it; otherwise why it is no question any more. */
  state: z.enum(['open', 'yes', 'no', 'gone', 'withdrawn', 'settled']),
})
export type Ask = z.infer<typeof Ask>

const one = z.object({ askId: z.uuid() })

export const askApi = {
  /** A teacher's own: what they are asked, what they have taken over, who is found for them, and their week. */
  mine: get('/api/cover/mine', {
    title: '我的代课',
    reply: z.object({
      teacherId: z.string().nullable(),
      schoolId: z.number().nullable(),
      schoolName: z.string(),
      today: z.string(),
      asks: z.array(Ask),
      taken: z.array(Ask),
      gaps: z.array(GapLine.omit({ can: true }).extend({ absenceId: z.string() })),
      lessons: z.array(Lesson.omit({ teacherName: true, teacherId: true })),
    }),
  }),
  read: get('/api/asks/:askId', { title: '代课的询问', params: one, reply: Ask }),
  answer: post('/api/asks/:askId/answer', {
    title: '回复代课的询问',
    params: one,
    body: z.object({ yes: z.boolean() }),
    /** Another was first, it was called off, or one cannot be there: said in one sentence. */
    reply: z.object({ state: Ask.shape.state, words: z.string() }),
  }),
}
