import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { terms } from '#shared/week.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { dayKinds } from './day.rules.ts'
import { clashing, day, Stranded } from './venue.contract.ts'

export const TermFields = z.object({
  schoolYear: z.number().int().min(2000).max(2999),
  term: z.enum(terms, '请选择学期'),
  from: day,
  until: day,
  source: z.string('请写依据').trim().min(2, '请写依据，如文件名称或文号').max(60, '依据不能超过 60 个字'),
})
export type TermFields = z.infer<typeof TermFields>

export const SpecialDayFields = z.object({
  day,
  kind: z.enum(dayKinds, '请选择这天算什么日子'),
  /** On a school day: by which weekday's lessons it goes. */
  follows: z.number().int().min(1).max(7).nullish(),
  words: z.string().trim().max(20, '说明不能超过 20 个字').default(''),
})
export type SpecialDayFields = z.infer<typeof SpecialDayFields>

/** A day as the calendar shows it. */
export const CalendarDay = z.object({
  day: z.string(),
  kind: z.enum(dayKinds),
  weekday: z.number().nullable(),
  words: z.string(),
  /** Said by hand. */
  special: z.boolean(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const CalendarTerm = z.object({
  schoolYear: z.number(),
  term: z.enum(terms),
  /** null: nobody has said it. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  source: z.string().nullable(),
  /** By the district itself, not by the policy pack. */
  recorded: z.boolean(),
})
export type CalendarTerm = z.infer<typeof CalendarTerm>

export const SpecialDayLine = z.object({
  day: z.string(),
  kind: z.enum(dayKinds),
  follows: z.number().nullable(),
  words: z.string(),
})
export type SpecialDayLine = z.infer<typeof SpecialDayLine>

export const calendarVerbs = ['keep'] as const

const ofUnit = z.object({ unitId })

export const calendarApi = {
  read: get('/api/units/:unitId/school-calendar', {
    title: '校历',
    params: ofUnit,
    query: z.object({
      /** The first of the months that are shown; this month where it is left out. */
      month: z
        .string()
        .regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/, '请写月份，如 2026-09')
        .optional(),
    }),
    reply: z.object({
      month: z.string(),
      months: z.array(z.object({ month: z.string(), days: z.array(CalendarDay), unknown: z.array(z.string()) })),
      terms: z.array(CalendarTerm),
      /** Those from today on. */
      specials: z.array(SpecialDayLine),
      /** Days of the shown months on which lessons are given, but nobody said by which weekday. */
      open: z.array(CalendarDay),
      stranded: z.array(Stranded),
      can: z.array(z.enum(calendarVerbs)),
    }),
  }),
  saveTerm: post('/api/units/:unitId/school-calendar/terms', {
    title: '登记学期起止',
    params: ofUnit,
    body: TermFields,
    reply: clashing,
  }),
  dropTerm: post('/api/units/:unitId/school-calendar/terms/undo', {
    title: '撤回登记的学期',
    params: ofUnit,
    body: z.object({ schoolYear, term: z.enum(terms) }),
    reply: clashing,
  }),
  saveDay: post('/api/units/:unitId/school-calendar/days', {
    title: '登记特别的日子',
    params: ofUnit,
    body: SpecialDayFields,
    reply: clashing,
  }),
  dropDay: post('/api/units/:unitId/school-calendar/days/undo', {
    title: '撤回特别的日子',
    params: ofUnit,
    body: z.object({ day }),
    reply: clashing,
  }),
}
