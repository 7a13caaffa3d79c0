import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { memberRoles } from './membership.rules.ts'
import { unitId } from './unit.contract.ts'

/** A day as the site sends it. */
export const day = z.iso.date('请按 2023-09-01 的样子填写日期')
export const changeKinds = ['join', 'leave', 'role', 'move'] as const

/** What a person says of a membership. Of who leaves or moves, `day` is the last day; of the others, the first. */
export const ChangeFields = z.object({
  kind: z.enum(changeKinds),
  schoolId: unitId,
  day,
  role: z.enum(memberRoles).optional(),
  untilDay: day.optional(),
  toClusterId: unitId.optional(),
})
export type ChangeFields = z.infer<typeof ChangeFields>

export const ChangeLine = z.object({
  id: z.string(),
  told: z.string(),
  madeAt: z.string(),
  undone: z.boolean(),
  can: z.array(z.enum(['undo'])),
})

/** In whose figures of which year the change shows: one line for each thing counted. */
export const Effect = z.object({
  clusterId: z.number(),
  clusterName: z.string(),
  schoolYear: z.number(),
  gained: z.boolean(),
  counts: z.array(z.object({ title: z.string(), unit: z.string(), value: z.number() })),
})
export type Effect = z.infer<typeof Effect>

export const changeApi = {
  /** Writes nothing: says what the change would do. */
  preview: get('/api/units/:unitId/membership-changes/preview', {
    title: '成员变更预览',
    params: z.object({ unitId }),
    query: ChangeFields,
    reply: z.object({ told: z.string(), notices: z.array(z.string()), effects: z.array(Effect) }),
  }),
  make: post('/api/units/:unitId/membership-changes', {
    title: '变更成员学校',
    params: z.object({ unitId }),
    body: ChangeFields,
    reply: z.object({ id: z.string(), told: z.string() }),
  }),
  undo: post('/api/membership-changes/:changeId/undo', {
    title: '撤销成员变更',
    params: z.object({ changeId: z.uuid() }),
    reply: z.object({ told: z.string() }),
  }),
}
