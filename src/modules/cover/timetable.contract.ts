import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { terms, weekRhythms } from '#shared/week.ts'

const day = z.iso.date('请填写日期，如 2026-09-01')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，如 08:00')

export const Bell = z.object({ period: z.number().int().min(1).max(14), fromTime: clock, untilTime: clock })
export type BellLine = z.infer<typeof Bell>

export const Lesson = z.object({
  id: z.string(),
  teacherId: z.string(),
  /** Masked for those who may not see names; one's own is never. */
  teacherName: z.string(),
  className: z.string(),
  subject: z.string(),
  weekday: z.number(),
  period: z.number(),
  weeks: z.enum(weekRhythms),
  campus: z.string().nullable(),
})
export type Lesson = z.infer<typeof Lesson>

/** One version: what holds from one day to another. */
export const Version = z.object({
  id: z.string(),
  schoolYear: z.number(),
  term: z.enum(terms),
  fromDay: z.string(),
  untilDay: z.string(),
  lessons: z.number(),
  fileName: z.string(),
  takenBy: z.string(),
})
export type Version = z.infer<typeof Version>

/** What is wrong at one place of a file, in one sentence. */
export const Fault = z.object({ at: z.string(), message: z.string() })
export type Fault = z.infer<typeof Fault>

export const timetableVerbs = ['import', 'bells', 'report'] as const

/** What was read from a file: with faults nothing can be taken. */
export const Preview = z.object({
  /** null where faults stand in the way. */
  draftId: z.string().nullable(),
  fileName: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
  lessons: z.number(),
  teachers: z.number(),
  classes: z.number(),
  faults: z.array(Fault),
  notes: z.array(Fault),
  /** The version of the term that ends the day before, or goes altogether. */
  replaces: z.object({ fromDay: z.string(), ends: z.string().nullable() }).nullable(),
})
export type Preview = z.infer<typeof Preview>

const ofSchool = z.object({ schoolId: unitId })

export const timetableApi = {
  /** What holds on a day (of one's choice), with every version on file. */
  read: get('/api/schools/:schoolId/timetable', {
    title: '学校课表',
    params: ofSchool,
    query: z.object({ day: day.optional() }),
    reply: z.object({
      day: z.string(),
      current: Version.nullable(),
      versions: z.array(Version),
      lessons: z.array(Lesson),
      bells: z.array(Bell),
      /** The school says its times itself; otherwise the usual ones hold. */
      ownBells: z.boolean(),
      can: z.array(z.enum(timetableVerbs)),
    }),
  }),
  form: get('/api/schools/:schoolId/timetable/form.xlsx', { title: '下载课表模板', params: ofSchool, reply: z.any() }),
  upload: post('/api/schools/:schoolId/timetable/drafts', {
    title: '核对课表文件',
    params: ofSchool,
    /** `fromDay`, `untilDay`: the days on which it is to hold. */
    query: z.object({ year: schoolYear, term: z.enum(terms), fromDay: day, untilDay: day }),
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: Preview,
  }),
  take: post('/api/timetable-drafts/:draftId/take', {
    title: '启用课表',
    params: z.object({ draftId: z.uuid() }),
    reply: z.object({ lessons: z.number(), fromDay: z.string() }),
  }),
  drop: del('/api/timetable-drafts/:draftId', {
    title: '放弃核对的课表',
    params: z.object({ draftId: z.uuid() }),
    reply: z.object({}),
  }),
  bells: patch('/api/schools/:schoolId/bells', {
    title: '修改作息时间',
    params: ofSchool,
    body: z.object({ bells: z.array(Bell).max(14) }),
    reply: z.object({}),
  }),
}
