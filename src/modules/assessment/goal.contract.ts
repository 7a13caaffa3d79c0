import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

const year = z.int().min(2000, '请写学年，如 2025').max(2100, '请写学年，如 2025')

export const Step = z.object({ year, value: z.number().min(0, '目标不会是负数').max(100_000_000, '数太大了') })

/** One version of a target that a cluster or group set itself. */
export const Goal = z.object({
  code: z.string(),
  version: z.number(),
  direction: z.enum(['at-least', 'at-most']),
  /** The value it starts from, as it stood when the target was set, and in which words it was counted then. */
  baseline: z
    .object({
      year: z.number(),
      value: z.number(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      rule: z.string(),
    })
    .nullable(),
  /** One value a year; the last is the goal. */
  steps: z.array(Step),
  /** Where it was decided: 理事会2024年第3次会议. */
  basis: z.string(),
  reason: z.string(),
  ended: z.boolean(),
  setBy: z.string(),
  setAt: z.string(),
})
export type Goal = z.infer<typeof Goal>

export const GoalEntry = z.object({
  /** The version that it takes the place of; 0 for the first. Two who change one at once do not overwrite each other. */
  version: z.int().min(0),
  direction: z.enum(['at-least', 'at-most']),
  baselineYear: year.nullable(),
  steps: z.array(Step).min(1, '请至少写一个学年的目标').max(10, '最多写十个学年'),
  basis: z.string().trim().max(100, '依据请在100字以内'),
  reason: z.string().trim().min(2, '请写为什么定这个目标').max(500, '请在500字以内'),
})

export const GoalEnd = z.object({
  version: z.int().min(1),
  reason: z.string().trim().min(2, '请写为什么终止').max(500, '请在500字以内'),
})

const params = z.object({ unitId, code: z.string().max(60) })

export const goalApi = {
  /** All versions of a figure's own target, newest first. */
  history: get('/api/units/:unitId/targets/:code', {
    title: '自定目标的历次修改',
    params,
    reply: z.object({ name: z.string(), unit: z.string(), versions: z.array(Goal) }),
  }),
  set: post('/api/units/:unitId/targets/:code', { title: '设定目标', params, body: GoalEntry, reply: Goal }),
  end: post('/api/units/:unitId/targets/:code/end', { title: '终止目标', params, body: GoalEnd, reply: Goal }),
}
