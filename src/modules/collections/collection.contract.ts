import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Entry } from './entry.contract.ts'

export const collectionKinds = ['论文集', '案例集'] as const
export const collectionStates = ['未开始', '征稿中', '编辑中', '已成册'] as const
export type CollectionState = (typeof collectionStates)[number]

const day = z.iso.date('请填写日期，如 2023-09-01')

export const CollectionFields = z.object({
  kind: z.enum(collectionKinds, '请选择论文集或案例集'),
  title: z.string('请填写名称').trim().min(2, '请填写名称，如2023学年教学论文集').max(60, '名称不能超过 60 个字'),
  words: z.string().trim().max(4000, '征稿要求不能超过 4000 个字').default(''),
  from: day,
  until: day,
})
export type CollectionFields = z.output<typeof CollectionFields>

export const CollectionLine = z.object({
  id: z.string(),
  kind: z.enum(collectionKinds),
  title: z.string(),
  from: z.string(),
  until: z.string(),
  state: z.enum(collectionStates),
  entries: z.number(),
  schools: z.number(),
  chosen: z.number(),
})
export type CollectionLine = z.infer<typeof CollectionLine>

export const Collection = CollectionLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  words: z.string(),
  finishedOn: z.string().nullable(),
  /** Those that the reader may read: the office all, others their own and, of a finished volume, what stands in it. */
  works: z.array(Entry),
  /** For which schools the reader may hand something in. */
  schoolsFor: z.array(z.object({ id: z.number(), name: z.string() })),
  self: z.string().nullable(),
  can: z.array(z.enum(['keep', 'take'])),
})
export type Collection = z.infer<typeof Collection>

const ofUnit = z.object({ unitId })
const ofCollection = z.object({ collectionId: z.uuid() })
const done = z.object({})

export const collectionApi = {
  list: get('/api/units/:unitId/collections', {
    title: '论文集和案例集',
    params: ofUnit,
    reply: z.object({ collections: z.array(CollectionLine), can: z.array(z.enum(['keep'])) }),
  }),
  add: post('/api/units/:unitId/collections', {
    title: '发起征稿',
    params: ofUnit,
    body: CollectionFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/collections/:collectionId', { title: '一本论文集或案例集', params: ofCollection, reply: Collection }),
  change: post('/api/collections/:collectionId', {
    title: '修改征稿',
    params: ofCollection,
    body: CollectionFields,
    reply: done,
  }),
  finish: post('/api/collections/:collectionId/volume', {
    title: '论文集或案例集成册',
    params: ofCollection,
    reply: z.object({ chosen: z.number() }),
  }),
  contents: get('/api/collections/:collectionId/contents.docx', {
    title: '下载目录',
    params: ofCollection,
    reply: z.any(),
  }),
  volume: get('/api/collections/:collectionId/volume.zip', {
    title: '下载全部稿件',
    params: ofCollection,
    reply: z.any(),
  }),
}
