import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const Stop = z.object({
  /** Given to a stop once: its codes and what was checked in there go by it. */
  id: z.uuid().optional(),
  name: z.string().trim().min(1, '请写站名').max(40, '站名不能超过 40 个字'),
  longitude: z.number().min(73).max(136),
  latitude: z.number().min(3).max(54),
  /** What is done there. */
  task: z.string().trim().max(200, '任务不能超过 200 个字').default(''),
})
export type Stop = z.infer<typeof Stop>

const words = z.array(z.string().trim().min(1).max(20)).max(10)

export const RouteFields = z.object({
  name: z.string('请写路线名称').trim().min(2, '请写路线名称，如行走光华路').max(40, '名称不能超过 40 个字'),
  about: z.string().trim().max(500, '介绍不能超过 500 个字').default(''),
  safety: z.string().trim().max(500, '安全提示不能超过 500 个字').default(''),
  stages: words.default([]),
  themes: words.default([]),
  isPublished: z.boolean().default(false),
})

export const StudyRoute = RouteFields.extend({
  id: z.string(),
  sample: z.boolean(),
  stops: z.array(Stop),
  /** On foot from the first stop to the last, by estimate. */
  metres: z.number(),
  minutes: z.number(),
})
export type StudyRoute = z.infer<typeof StudyRoute>

const ofUnit = z.object({ unitId })

export const routeApi = {
  /** The published routes of a cluster; its office finds its drafts too. */
  list: get('/api/units/:unitId/study-routes', {
    title: '研学路线',
    params: ofUnit,
    reply: z.object({
      routes: z.array(StudyRoute),
      tiles: z.string().nullable(),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  save: post('/api/units/:unitId/study-routes', {
    title: '保存研学路线',
    params: ofUnit,
    body: RouteFields.extend({
      routeId: z.uuid().optional(),
      stops: z.array(Stop).min(2, '一条路线至少要有两站').max(30, '一条路线最多 30 站'),
    }),
    reply: z.object({ id: z.string() }),
  }),
  drop: post('/api/units/:unitId/study-routes/:routeId/drop', {
    title: '删除研学路线',
    params: ofUnit.extend({ routeId: z.uuid() }),
    reply: z.object({}),
  }),
}
