import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { EventLine, forms } from './event-line.contract.ts'
import { called, ofUnion, Person, schoolIds } from './union.contract.ts'

export const signWays = ['二维码', '备用码', '代为登记'] as const
export const linkKinds = ['材料', '成果'] as const
export const eventVerbs = ['lead', 'show', 'sign', 'record'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')
const time = z.string('请填写时间，如 14:00').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，如 14:00')

export const EventFields = z.object({
  form: z.enum(forms, '请选择形式'),
  theme: z.string('请填写主题').trim().min(2, '请填写主题').max(100, '主题不能超过 100 个字'),
  day,
  from: time,
  until: time,
  place: z.string().trim().max(60, '地点不能超过 60 个字').default(''),
  hostId: z.coerce.number('请选择主办学校').int(),
  /** Beside the host; left out: all schools of the union. */
  invitedIds: schoolIds.optional(),
  lecturer: called.optional(),
  agenda: z.string().trim().max(2000, '议程不能超过 2000 个字').default(''),
})

export const EventLink = z.object({
  id: z.string(),
  kind: z.enum(linkKinds),
  title: z.string(),
  address: z.string(),
  words: z.string(),
  file: FileFacts.nullable(),
})
export const NewLink = z.object({
  kind: z.enum(linkKinds),
  /** Left out, a file is called as it was. */
  title: z.string().trim().max(60, '名称不能超过 60 个字').default(''),
  address: z
    .string()
    .trim()
    .max(500, '网址太长')
    .refine((text) => text === '' || /^https?:\/\/\S+$/.test(text), '网址应以 http:// 或 https:// 开头')
    .default(''),
  words: z.string().trim().max(500, '说明不能超过 500 个字').default(''),
  uploadId: z.uuid().optional(),
})

export const EventTask = z.object({ what: z.string(), person: Person, dueOn: z.string() })
export const NewTask = z.object({
  what: z.string('请填写任务').trim().min(2, '请填写任务').max(100, '任务不能超过 100 个字'),
  person: z.string('请填写由谁做').trim().min(1, '请填写由谁做').max(40, '姓名不能超过 40 个字'),
  dueOn: day,
})
export type NewTask = z.output<typeof NewTask>

export const MinutesFields = z.object({
  minutes: z.string('请填写纪要').trim().min(5, '纪要至少写 5 个字').max(5000, '纪要不能超过 5000 个字'),
  decisions: z.string().trim().max(2000, '议定事项不能超过 2000 个字').default(''),
})

export const Sign = z.object({
  id: z.string(),
  person: Person,
  at: z.string(),
  way: z.enum(signWays),
  by: z.string().nullable(),
  can: z.array(z.enum(['drop'])),
})
export type Sign = z.infer<typeof Sign>

export const Event = EventLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  /** The school year in which it counts. */
  year: z.number(),
  invited: z.array(z.object({ id: z.number(), name: z.string() })),
  lecturer: Person.nullable(),
  agenda: z.string(),
  links: z.array(EventLink),
  minutes: z.object({ text: z.string(), decisions: z.string(), at: z.string(), by: z.string() }).nullable(),
  tasks: z.array(EventTask),
  heldAt: z.string().nullable(),
  cancelledWhy: z.string().nullable(),
  signList: z.array(Sign),
  /** The reader has signed in. */
  signedIn: z.boolean(),
  /** For whom the reader may record who came. */
  recordFor: z.array(z.object({ id: z.number(), name: z.string() })),
  can: z.array(z.enum(eventVerbs)),
})
export type Event = z.infer<typeof Event>

export const NewSign = z.discriminatedUnion('way', [
  z.object({ way: z.literal('二维码'), code: z.string().max(40) }),
  z.object({ way: z.literal('备用码'), digits: z.string('请填写备用码').regex(/^\s*\d{3}\s?\d{3}\s*$/, '备用码是 6 位数字') }), // prettier-ignore
])
export type NewSign = z.output<typeof NewSign>

export const Recorded = z.object({
  schoolId: z.coerce.number('请选择学校').int(),
  /** Names or staff numbers, with anything between them. */
  teachers: z.string('请填写教师').trim().min(1, '请填写教师姓名或工号').max(2000, '一次最多 2000 个字'),
})

/** What a phone shows of an activity. */
export const Near = EventLine.pick({ id: true, union: true, form: true, theme: true, fromAt: true, untilAt: true, place: true, host: true, status: true }).extend({ signedIn: z.boolean(), can: z.array(z.enum(['sign', 'show'])) }) // prettier-ignore
export type Near = z.infer<typeof Near>

const ofUnit = z.object({ unitId })
const ofEvent = z.object({ eventId: z.uuid() })
const ofLink = ofEvent.extend({ linkId: z.uuid() })
const done = z.object({})

export const eventApi = {
  list: get('/api/units/:unitId/research-activities', {
    title: '教研活动',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({ events: z.array(EventLine) }),
  }),
  /** From a line of the plan, or beside it. */
  add: post('/api/unions/:unionId/activities', {
    title: '安排教研活动',
    params: ofUnion,
    body: EventFields.extend({ lineId: z.uuid().optional() }),
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/research-activities/:eventId', { title: '一次教研活动', params: ofEvent, reply: Event }),
  change: post('/api/research-activities/:eventId', { title: '修改教研活动', params: ofEvent, body: EventFields, reply: done }), // prettier-ignore
  /** Writes what was said and agreed; with it the activity has been held. */
  minutes: post('/api/research-activities/:eventId/minutes', {
    title: '保存教研活动纪要',
    params: ofEvent,
    body: MinutesFields.extend({ tasks: z.array(NewTask).max(30, '任务最多 30 项').default([]) }),
    reply: done,
  }),
  hold: post('/api/research-activities/:eventId/held', { title: '登记教研活动已开展', params: ofEvent, reply: done }),
  cancel: post('/api/research-activities/:eventId/cancellation', {
    title: '取消教研活动',
    params: ofEvent,
    body: z.object({ why: z.string('请填写原因').trim().min(2, '请填写原因').max(200, '原因不能超过 200 个字') }),
    reply: done,
  }),
  addLink: post('/api/research-activities/:eventId/links', { title: '添加教研活动的材料或成果', params: ofEvent, body: NewLink, reply: done }), // prettier-ignore
  dropLink: post('/api/research-activities/:eventId/links/:linkId/drop', {
    title: '删去教研活动的材料或成果',
    params: ofLink,
    reply: done,
  }),
  file: get('/api/research-activities/:eventId/links/:linkId/file', {
    title: '下载教研活动的材料或成果',
    params: ofLink,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/research-activities/:eventId/links/:linkId/file/text', {
    title: '教研活动的材料或成果里的文字',
    params: ofLink,
    reply: FileText,
  }),
}

export const signApi = {
  /** The activities of the person's clusters from yesterday on. */
  near: get('/api/research-activities', { title: '我的教研活动', reply: z.object({ now: z.string(), events: z.array(Near) }) }), // prettier-ignore
  code: get('/api/research-activities/:eventId/code', {
    title: '教研活动的签到码',
    params: ofEvent,
    reply: z.object({
      theme: z.string(),
      union: z.string(),
      svg: z.string(),
      path: z.string(),
      nextAt: z.string(),
      digits: z.string(),
      digitsUntil: z.string(),
      now: z.string(),
    }),
  }),
  signIn: post('/api/research-activities/:eventId/sign-ins', {
    title: '教研活动签到',
    params: ofEvent,
    body: NewSign,
    /** before: the person had signed in already, and nothing was changed. */
    reply: z.object({ state: z.enum(['now', 'before']), event: Near }),
  }),
  record: post('/api/research-activities/:eventId/recorded-sign-ins', {
    title: '代为登记教研活动签到',
    params: ofEvent,
    body: Recorded,
    reply: z.object({ recorded: z.number(), before: z.number() }),
  }),
  drop: post('/api/research-activities/:eventId/sign-ins/:signId/drop', {
    title: '删去教研活动签到',
    params: ofEvent.extend({ signId: z.uuid() }),
    reply: done,
  }),
}
