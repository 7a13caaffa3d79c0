import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { weekRhythms } from '#shared/week.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { clashing, clock, day, ofVenue, Stranded } from './venue.contract.ts'

export const MOST_LESSONS = 100

export const LessonFields = z.object({
  weekday: z.number().int().min(1).max(7),
  fromTime: clock,
  untilTime: clock,
  weeks: z.enum(weekRhythms).default('每周'),
  what: z.string().trim().max(30, '内容不能超过 30 个字').default(''),
})
export type LessonFields = z.infer<typeof LessonFields>

/** The days on which lessons hold; what held before ends the day before. */
export const LessonSpan = z.object({ fromDay: day, untilDay: day })

const ofSchool = z.object({ schoolId: unitId })

/** What is wrong at one place of a file, in one sentence. */
export const Fault = z.object({ at: z.string(), message: z.string() })
export type Fault = z.infer<typeof Fault>

export const lessonApi = {
  /** What holds, and what helps to say what shall hold. */
  read: get('/api/venues/:venueId/lessons', {
    title: '查看场馆课程',
    params: ofVenue,
    reply: LessonSpan.extend({
      bells: z.array(z.object({ period: z.number(), fromTime: z.string(), untilTime: z.string() })),
      lessons: z.array(LessonFields),
    }),
  }),
  save: post('/api/venues/:venueId/lessons', {
    title: '登记场馆课程',
    params: ofVenue,
    body: LessonSpan.extend({
      lessons: z.array(LessonFields).max(MOST_LESSONS, `一个场馆的课程不能超过 ${MOST_LESSONS} 节`),
    }),
    reply: clashing,
  }),
  form: get('/api/schools/:schoolId/venue-lessons/form.xlsx', {
    title: '下载场馆课表模板',
    params: ofSchool,
    reply: z.any(),
  }),
  /** Reads a file and says what it would bring; told to `take` it, brings it, if nothing is wrong with it. */
  upload: post('/api/schools/:schoolId/venue-lessons', {
    title: '导入场馆课表',
    params: ofSchool,
    query: LessonSpan.extend({ take: z.enum(['yes']).optional() }),
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: z.object({
      lessons: z.number(),
      venues: z.array(z.string()),
      faults: z.array(Fault),
      taken: z.boolean(),
      stranded: z.array(Stranded),
    }),
  }),
}
