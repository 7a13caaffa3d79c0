import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { siteKinds, siteStates } from './site.rules.ts'
import { clashing, PictureLine, VenueFields, VenueLine } from './venue.contract.ts'
import { stageNames } from './venue.rules.ts'

const day = z.iso.date('请填写日期，如 2026-09-01').nullish()
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 个字`).default('')

/** What is said of a partner; only the name and the kind must be. */
export const SiteFields = z.object({
  name: z.string('请写基地名称').trim().min(1, '请写基地名称').max(40, '名称不能超过 40 个字'),
  kind: z.enum(siteKinds, '请选择类型'),
  address: text(100),
  contactName: text(30),
  contactPhone: z
    .string()
    .trim()
    .regex(/^(\d[\d-]{5,18}\d)?$/, '请写手机或座机号码，如 13812345678、021-54321000')
    .default(''),
  stages: z.array(z.enum(stageNames)).default([]),
  themes: z
    .array(z.string().trim().min(1).max(12, '一个主题不能超过 12 个字'))
    .max(10, '主题不能超过 10 个')
    .default([]),
  about: text(500),
  howToVisit: text(500),
  safety: text(500),
  access: text(300),
  agreementFrom: day,
  agreementUntil: day,
  longitude: z.number('请填写数字').min(73, '经度在 73 到 136 之间').max(136, '经度在 73 到 136 之间').nullish(),
  latitude: z.number('请填写数字').min(3, '纬度在 3 到 54 之间').max(54, '纬度在 3 到 54 之间').nullish(),
})
export type SiteFields = z.infer<typeof SiteFields>

/** A partner in the list of a cluster. */
export const SiteLine = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(siteKinds),
  address: z.string(),
  stages: z.array(z.string()),
  themes: z.array(z.string()),
  agreementFrom: z.string().nullable(),
  agreementUntil: z.string().nullable(),
  state: z.enum(siteStates),
  /** Places to book there, in use. */
  venues: z.number(),
  sample: z.boolean(),
})
export type SiteLine = z.infer<typeof SiteLine>

export const siteVerbs = ['keep'] as const

/** Everything about a partner. */
export const Site = SiteLine.omit({ venues: true }).extend({
  contactName: z.string(),
  contactPhone: z.string(),
  about: z.string(),
  howToVisit: z.string(),
  safety: z.string(),
  access: z.string(),
  closedOn: z.string().nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  clusterId: z.number(),
  clusterName: z.string(),
  venues: z.array(VenueLine),
  pictures: z.array(PictureLine),
  tiles: z.string().nullable(),
  can: z.array(z.enum(siteVerbs)),
})
export type Site = z.infer<typeof Site>

const ofUnit = z.object({ unitId })
export const ofSite = z.object({ siteId: z.uuid() })

export const siteApi = {
  list: get('/api/units/:unitId/sites', {
    title: '学区的实践基地',
    params: ofUnit,
    reply: z.object({ sites: z.array(SiteLine), tiles: z.string().nullable(), can: z.array(z.enum(siteVerbs)) }),
  }),
  export: get('/api/units/:unitId/sites.xlsx', { title: '导出实践基地', params: ofUnit, reply: z.any() }),
  add: post('/api/units/:unitId/sites', {
    title: '新增实践基地',
    params: ofUnit,
    body: SiteFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/sites/:siteId', { title: '查看实践基地', params: ofSite, reply: Site }),
  edit: patch('/api/sites/:siteId', { title: '修改实践基地', params: ofSite, body: SiteFields, reply: z.object({}) }),
  addVenue: post('/api/sites/:siteId/venues', {
    title: '新增基地场馆',
    params: ofSite,
    body: VenueFields,
    reply: z.object({ id: z.string() }),
  }),
  close: post('/api/sites/:siteId/close', { title: '停用实践基地', params: ofSite, reply: clashing }),
  reopen: post('/api/sites/:siteId/reopen', { title: '恢复使用实践基地', params: ofSite, reply: z.object({}) }),
}
