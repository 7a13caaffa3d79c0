import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { Aid } from './aid.contract.ts'
import { Evidence, evidenceFields } from './evidence.contract.ts'

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请填写月份，如 2026-10')

const whole = (most: number) =>
  z.number('请填写数字').int('请填写整数').min(0, '不能小于 0').max(most, `不能超过 ${most}`)

/** How often something was done in a month, and to how many; no word of to whom or why. */
export const MonthCount = z.strictObject({ item: z.string(), times: whole(9999), people: whole(99999).default(0) })
export type MonthCount = z.infer<typeof MonthCount>

const Item = z.object({ code: z.string(), title: z.string() })
export type Item = z.infer<typeof Item>

/** What is told of, and by which document. */
export const Items = z.object({
  source: z.string(),
  clause: z.string(),
  words: z.string(),
  services: z.array(Item).readonly(),
  referrals: z.array(Item).readonly(),
})

/** Whether a school has a parents' school; 未登记: nobody has said. */
export const parentSchoolStates = ['已建立', '未建立', '未登记'] as const

export const ParentSchoolFields = z.object({
  establishedOn: z.iso.date('请填写日期，如 2024-09-01').nullish(),
  head: z.string().trim().max(20, '不能超过 20 个字').default(''),
  lessons: whole(999).default(0),
  evidence: z
    .string()
    .trim()
    .max(300, '不能超过 300 个字')
    .regex(/^(https?:\/\/\S+)?$/, '请填写网址，以 http:// 或 https:// 开头')
    .default(''),
})
export type ParentSchoolFields = z.infer<typeof ParentSchoolFields>

export const ParentSchoolBody = ParentSchoolFields.extend(evidenceFields)
export type ParentSchoolBody = z.infer<typeof ParentSchoolBody>

export const ParentSchool = ParentSchoolFields.extend({
  establishedOn: z.string().nullable(),
  files: z.array(Evidence),
})
export type ParentSchool = z.infer<typeof ParentSchool>

/** A member school in the overview of its cluster. */
export const SchoolLine = z.object({
  schoolId: z.number(),
  name: z.string(),
  parentSchool: z.enum(parentSchoolStates),
  establishedOn: z.string().nullable(),
  /** Devices that work today, and how many of the school's are to be seen to. */
  aeds: z.number(),
  urgent: z.number(),
  /** Persons with a training that holds today. */
  trained: z.number(),
  handedInOn: z.string().nullable(),
  canOpen: z.boolean(),
})
export type SchoolLine = z.infer<typeof SchoolLine>

const ofUnit = z.object({ unitId })
const years = {
  year: z.number(),
  years: z.array(z.number()),
  months: z.array(z.string()),
  month: z.string().nullable(),
}
const ofMonth = z.object({ year: schoolYear.optional(), month: month.optional() })

export const Told = z.array(z.object({ schoolId: z.number(), name: z.string() }))

export const monthApi = {
  overview: get('/api/units/:unitId/pupil-services', {
    title: '家庭与学生服务',
    params: ofUnit,
    query: ofMonth,
    reply: z.object({
      ...years,
      schools: z.array(SchoolLine),
      /** What the schools told of the whole school year. */
      services: z.array(Item.extend({ times: z.number(), people: z.number() })),
      items: Items.nullable(),
      can: z.array(z.enum(['remind'])),
    }),
  }),
  remind: post('/api/units/:unitId/pupil-services/reminders', {
    title: '提醒填报服务月报',
    params: ofUnit,
    body: z.object({ month }),
    reply: z.object({ told: Told, already: Told, nobody: Told }),
  }),
  school: get('/api/units/:unitId/school-services', {
    title: '学校的家庭与学生服务',
    params: ofUnit,
    query: ofMonth,
    reply: z.object({
      ...years,
      /** The cluster where the school is at home. */
      clusterId: z.number().nullable(),
      clusterName: z.string(),
      handedIn: z.array(z.string()),
      handedInOn: z.string().nullable(),
      counts: z.array(MonthCount),
      items: Items.nullable(),
      parentSchool: ParentSchool.nullable(),
      /** The line of the last year before, which a new one begins with. */
      parentSchoolBefore: ParentSchool.nullable(),
      aids: z.array(Aid),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  tell: post('/api/units/:unitId/school-services/months', {
    title: '填报服务月报',
    params: ofUnit,
    body: z.strictObject({ month, counts: z.array(MonthCount).max(60) }),
    reply: z.object({}),
  }),
  keepParentSchool: post('/api/units/:unitId/school-services/parent-school', {
    title: '登记家长学校',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    body: ParentSchoolBody,
    reply: z.object({}),
  }),
}
