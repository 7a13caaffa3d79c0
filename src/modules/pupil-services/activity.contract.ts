import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { activityForms, activityKinds, runners } from './activity.rules.ts'
import { Evidence, evidenceFields } from './evidence.contract.ts'

const day = z.iso.date('请填写日期，如 2026-09-01')
const number = (most: number) =>
  z.number('请填写数字').int('请填写整数').min(0, '不能小于 0').max(most, `不能超过 ${most}`).default(0)

/** What one school brought to an activity, in numbers alone. */
export const Part = z.object({
  schoolId: z.number(),
  pupils: number(99999),
  families: number(99999),
  teachers: number(9999),
  /** All of them, prizes of other names too. */
  awards: number(9999),
  firstPrizes: number(9999),
  secondPrizes: number(9999),
  thirdPrizes: number(9999),
})
export type Part = z.infer<typeof Part>

export const ActivityFields = z.object({
  title: z.string('请写活动名称').trim().min(1, '请写活动名称').max(60, '名称不能超过 60 个字'),
  kind: z.enum(activityKinds, '请选择类别'),
  form: z.enum(activityForms).default('线下'),
  runBy: z.enum(runners).default('学校'),
  schoolId: z.number('请选择承办学校'),
  fromDay: day,
  untilDay: day.nullish(),
  place: z.string().trim().max(40, '不能超过 40 个字').default(''),
  news: z
    .string()
    .trim()
    .max(300, '不能超过 300 个字')
    .regex(/^(https?:\/\/\S+)?$/, '请填写网址，以 http:// 或 https:// 开头')
    .default(''),
})
export type ActivityFields = z.infer<typeof ActivityFields>

export const ActivityBody = ActivityFields.extend({
  ...evidenceFields,
  parts: z
    .array(Part)
    .max(100)
    .refine((parts) => new Set(parts.map(({ schoolId }) => schoolId)).size === parts.length, '同一所学校只写一行'),
})
export type ActivityBody = z.infer<typeof ActivityBody>

export const Activity = ActivityFields.extend({
  id: z.string(),
  untilDay: z.string(),
  school: z.string(),
  parts: z.array(Part.extend({ school: z.string() })),
  /** At least two schools took part. */
  joint: z.boolean(),
  files: z.array(Evidence),
  can: z.array(z.enum(['keep'])),
})
export type Activity = z.infer<typeof Activity>

const ofUnit = z.object({ unitId })
const ofActivity = z.object({ activityId: z.uuid() })

export const Fault = z.object({ at: z.string(), message: z.string() })
export type Fault = z.infer<typeof Fault>

export const activityApi = {
  list: get('/api/units/:unitId/pupil-activities', {
    title: '联合活动',
    params: ofUnit,
    query: z.object({ year: schoolYear.optional() }),
    reply: z.object({
      year: z.number(),
      years: z.array(z.number()),
      activities: z.array(Activity),
      schools: z.array(z.object({ id: z.number(), name: z.string() })),
      /** The reader's own member school, which a new activity begins with. */
      ownSchoolId: z.number().nullable(),
      can: z.array(z.enum(['add', 'run', 'upload'])),
    }),
  }),
  export: get('/api/units/:unitId/pupil-activities.xlsx', {
    title: '导出联合活动',
    params: ofUnit,
    query: z.object({ year: schoolYear.optional() }),
    reply: z.any(),
  }),
  upload: post('/api/units/:unitId/pupil-activities/file', {
    title: '导入联合活动',
    params: ofUnit,
    query: z.object({ take: z.enum(['yes']).optional() }),
    upload: true,
    body: z.object({ file: uploadedFile }),
    reply: z.object({
      activities: z.number(),
      /** Of these, how many are on file already, word for word the same activity. */
      known: z.number(),
      faults: z.array(Fault),
      taken: z.boolean(),
    }),
  }),
  add: post('/api/units/:unitId/pupil-activities', {
    title: '登记活动',
    params: ofUnit,
    body: ActivityBody,
    reply: z.object({ id: z.string() }),
  }),
  edit: patch('/api/pupil-activities/:activityId', {
    title: '修改活动',
    params: ofActivity,
    body: ActivityBody,
    reply: z.object({}),
  }),
  drop: del('/api/pupil-activities/:activityId', { title: '删除活动', params: ofActivity, reply: z.object({}) }),
}
