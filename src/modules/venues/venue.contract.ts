import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { weekRhythms } from '#shared/week.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { dayKinds } from './day.rules.ts'
import { openToNames, stageNames, venueKinds, venueStates } from './venue.rules.ts'

export const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '请填写时间，如 16:00')
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 个字`).default('')
const count = (least: number, most: number, words: string) =>
  z.number(words).int(words).min(least, words).max(most, words)
export const day = z.iso.date('请填写日期，如 2026-09-01')

export const Opening = z.object({
  dayKind: z.enum(dayKinds),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1, '请至少选一个星期几'),
  fromTime: clock,
  untilTime: clock,
})

/** What is said of a venue in its form; only the name, the kind and the number of persons must be. */
export const VenueFields = z.object({
  name: z.string('请写场馆名称').trim().min(1, '请写场馆名称').max(40, '名称不能超过 40 个字'),
  kind: z.enum(venueKinds, '请选择类型'),
  capacity: count(1, 20_000, '请填写能容纳的人数，1 到 20000'),
  room: text(40),
  campusId: z.number().nullish(),
  longitude: z.number('请填写数字').min(73, '经度在 73 到 136 之间').max(136, '经度在 73 到 136 之间').nullish(),
  latitude: z.number('请填写数字').min(3, '纬度在 3 到 54 之间').max(54, '纬度在 3 到 54 之间').nullish(),
  stages: z.array(z.enum(stageNames)).default([]),
  openTo: z.enum(openToNames).default('成员校'),
  needsApproval: z.boolean().default(false),
  minutesBefore: count(0, 240, '请填写 0 到 240 分钟').default(0),
  minutesAfter: count(0, 240, '请填写 0 到 240 分钟').default(0),
  releaseMinutes: count(0, 240, '请填写 0 到 240 分钟').default(15),
  noticeHours: count(0, 720, '请填写 0 到 720 小时').default(0),
  daysAhead: count(1, 400, '请填写 1 到 400 天').default(120),
  about: text(500),
  safety: text(500),
  access: text(300),
  openings: z.array(Opening).max(40, '开放时段不能超过 40 个').default([]),
})
export type VenueFields = z.infer<typeof VenueFields>

export const venueVerbs = ['keep'] as const

/** A venue in the list of a cluster. */
export const VenueLine = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(venueKinds),
  capacity: z.number(),
  schoolId: z.number().nullable(),
  siteId: z.string().nullable(),
  /** The school or the partner that has it. */
  owner: z.string(),
  stages: z.array(z.string()),
  openTo: z.enum(openToNames),
  needsApproval: z.boolean(),
  opening: z.string(),
  state: z.enum(venueStates),
  /** Why it is closed at the moment. */
  closedWhy: z.string().nullable(),
  sample: z.boolean(),
  /** Where it is: its own place, or its campus's, school's or partner's. */
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type VenueLine = z.infer<typeof VenueLine>

export const VenueLessonLine = z.object({
  id: z.string(),
  weekday: z.number(),
  fromTime: z.string(),
  untilTime: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
  weeks: z.enum(weekRhythms),
  what: z.string(),
})
export type VenueLessonLine = z.infer<typeof VenueLessonLine>

export const ClosingLine = z.object({ id: z.string(), from: z.string(), until: z.string(), why: z.string() })
export type ClosingLine = z.infer<typeof ClosingLine>

export const EquipmentLine = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  stock: z.number(),
  /** Lent with the other venues of the same school or partner, too. */
  shared: z.boolean(),
})
export type EquipmentLine = z.infer<typeof EquipmentLine>

export const PictureLine = z.object({
  id: z.string(),
  words: z.string(),
  width: z.number(),
  height: z.number(),
})
export type PictureLine = z.infer<typeof PictureLine>

/** A booking that stands at a time at which its venue is not open any more. */
export const Stranded = z.object({
  id: z.string(),
  venueId: z.string(),
  venue: z.string(),
  day: z.string(),
  from: z.string(),
  until: z.string(),
  /** Who uses it. */
  user: z.string(),
  why: z.string(),
})
export type Stranded = z.infer<typeof Stranded>

/** Everything about a venue. */
export const Venue = VenueLine.extend({
  room: z.string(),
  campusId: z.number().nullable(),
  campus: z.string().nullable(),
  ownLongitude: z.number().nullable(),
  ownLatitude: z.number().nullable(),
  minutesBefore: z.number(),
  minutesAfter: z.number(),
  releaseMinutes: z.number(),
  noticeHours: z.number(),
  daysAhead: z.number(),
  about: z.string(),
  safety: z.string(),
  access: z.string(),
  closedOn: z.string().nullable(),
  agreementUntil: z.string().nullable(),
  openings: z.array(Opening),
  lessons: z.array(VenueLessonLine),
  closings: z.array(ClosingLine),
  equipment: z.array(EquipmentLine),
  pictures: z.array(PictureLine),
  /** For those who keep it. */
  stranded: z.array(Stranded),
  /** Who answers for it: the school's contacts, or the partner's. */
  contacts: z.array(z.object({ name: z.string(), duty: z.string(), phone: z.string().nullable() })),
  /** The cluster in whose menu it stands. */
  clusterId: z.number().nullable(),
  clusterName: z.string().nullable(),
  /** Those of the same school or partner, to fill a form by. */
  siblings: z.array(z.object({ id: z.string(), name: z.string() })),
  tiles: z.string().nullable(),
  can: z.array(z.enum(venueVerbs)),
})
export type Venue = z.infer<typeof Venue>

const ofUnit = z.object({ unitId })
export const ofVenue = z.object({ venueId: z.uuid() })

export const ClosingFields = z.object({
  fromDay: day,
  fromTime: clock,
  untilDay: day,
  untilTime: clock,
  why: z.string('请写明原因').trim().min(2, '请写明原因，如地板维修').max(100, '原因不能超过 100 个字'),
})

export const EquipmentFields = z.object({
  id: z.uuid().optional(),
  name: z.string('请写器材名称').trim().min(1, '请写器材名称').max(30, '名称不能超过 30 个字'),
  unit: z.string().trim().max(4, '单位不能超过 4 个字'),
  stock: count(0, 9999, '请填写数量，0 到 9999'),
  /** Left out: as it is on file. */
  shared: z.boolean().optional(),
})

/** `clashes`: bookings that stand and that it runs into. */
export const clashing = z.object({ clashes: z.number() })

export const venueApi = {
  list: get('/api/units/:unitId/venues', {
    title: '学区的场馆',
    params: ofUnit,
    reply: z.object({
      venues: z.array(VenueLine),
      /** The schools for which the reader may add a venue. */
      schools: z.array(z.object({ id: z.number(), name: z.string(), stages: z.array(z.string()) })),
      tiles: z.string().nullable(),
    }),
  }),
  export: get('/api/units/:unitId/venues.xlsx', { title: '导出场馆', params: ofUnit, reply: z.any() }),
  add: post('/api/schools/:schoolId/venues', {
    title: '新增学校场馆',
    params: z.object({ schoolId: unitId }),
    body: VenueFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/venues/:venueId', { title: '查看场馆', params: ofVenue, reply: Venue }),
  edit: patch('/api/venues/:venueId', { title: '修改场馆', params: ofVenue, body: VenueFields, reply: clashing }),
  close: post('/api/venues/:venueId/close', {
    title: '停用场馆',
    params: ofVenue,
    reply: clashing,
  }),
  reopen: post('/api/venues/:venueId/reopen', { title: '恢复使用场馆', params: ofVenue, reply: z.object({}) }),
  addClosing: post('/api/venues/:venueId/closings', {
    title: '暂停开放场馆',
    params: ofVenue,
    body: ClosingFields,
    reply: clashing.extend({ id: z.string() }),
  }),
  removeClosing: post('/api/venues/:venueId/closings/:closingId/undo', {
    title: '取消暂停开放',
    params: ofVenue.extend({ closingId: z.uuid() }),
    reply: z.object({}),
  }),
  saveEquipment: post('/api/venues/:venueId/equipment', {
    title: '登记场馆器材',
    params: ofVenue,
    body: z.object({ equipment: z.array(EquipmentFields).max(100, '器材不能超过 100 种') }),
    reply: z.object({}),
  }),
}
