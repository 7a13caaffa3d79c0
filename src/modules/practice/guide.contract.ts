import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** A base as the guide tells of it. */
export const Base = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Of a school's workshop or laboratory: the school. */
  school: z.string(),
  address: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  contactName: z.string(),
  contactPhone: z.string(),
  /** None: all. */
  stages: z.array(z.string()),
  themes: z.array(z.string()),
  about: z.string(),
  howToVisit: z.string(),
  safety: z.string(),
  access: z.string(),
  agreementUntil: z.string().nullable(),
})
export type Base = z.infer<typeof Base>

/** The guide as it stands, or as it stood in an edition. */
export const GuideContent = z.object({
  title: z.string(),
  preface: z.string(),
  contact: z.string(),
  /** Who gives it out: the cluster's office. */
  office: z.string(),
  bases: z.array(Base),
})
export type GuideContent = z.infer<typeof GuideContent>

export const GuideFields = z.object({
  title: z.string('请写书名').trim().min(2, '请写书名，至少两个字').max(60, '书名不能超过 60 个字'),
  preface: z.string().trim().max(2000, '前言不能超过 2000 个字').default(''),
  contact: z.string().trim().max(100, '咨询方式不能超过 100 个字').default(''),
  isPublic: z.boolean().default(false),
})

export const EditionLine = z.object({
  id: z.string(),
  number: z.number(),
  words: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string(),
  bases: z.number(),
})
export type EditionLine = z.infer<typeof EditionLine>

const ofUnit = z.object({ unitId })
/** An edition by its number; 0: as it stands now. */
const edition = z.coerce.number().int().min(0).max(32_767)
export const guideFormats = ['pdf', 'docx'] as const
const format = z.enum(guideFormats)

export const guideApi = {
  read: get('/api/units/:unitId/guide', {
    title: '实践与体验指南',
    params: ofUnit,
    query: z.object({ edition: edition.optional() }),
    reply: z.object({
      content: GuideContent,
      /** The edition that is read; null: as it stands now. */
      edition: EditionLine.nullable(),
      editions: z.array(EditionLine),
      /** What is different from the latest edition, in words. */
      changes: z.array(z.string()),
      isPublic: z.boolean(),
      code: z.string().nullable(),
      tiles: z.string().nullable(),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  keep: post('/api/units/:unitId/guide', {
    title: '修改实践与体验指南',
    params: ofUnit,
    body: GuideFields,
    reply: z.object({}),
  }),
  issue: post('/api/units/:unitId/guide/editions', {
    title: '定稿实践与体验指南',
    params: ofUnit,
    body: z.object({ words: z.string().trim().max(200, '说明不能超过 200 个字').default('') }),
    reply: z.object({ number: z.number() }),
  }),
  compare: get('/api/units/:unitId/guide/differences', {
    title: '指南各版的差别',
    params: ofUnit,
    query: z.object({ from: edition, to: edition }),
    reply: z.object({ changes: z.array(z.string()) }),
  }),
  file: get('/api/units/:unitId/guide/:format', {
    title: '下载实践与体验指南',
    params: ofUnit.extend({ format }),
    query: z.object({ edition: edition.optional() }),
    reply: z.any(),
  }),
  /** Public: the latest edition, for whoever has the address. */
  open: get('/api/open/guides/:code', {
    title: '公开的实践与体验指南',
    params: z.object({ code: z.string().max(40) }),
    reply: z.object({ content: GuideContent, number: z.number(), issuedOn: z.string(), tiles: z.string().nullable() }),
  }),
  openFile: get('/api/open/guides/:code/:format', {
    title: '下载公开的实践与体验指南',
    params: z.object({ code: z.string().max(40), format }),
    reply: z.any(),
  }),
}
