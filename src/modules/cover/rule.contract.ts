import { z } from 'zod'
import { patch } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

export const askModes = ['逐个', '同时'] as const

const whole = (least: number, most: number) =>
  z
    .number('请填写整数')
    .int('请填写整数')
    .min(least, `应在 ${least} 到 ${most} 之间`)
    .max(most, `应在 ${least} 到 ${most} 之间`)

/** How a cluster finds somebody who gives a lesson in another's place. */
export const CoverRule = z.object({
  speedKmh: whole(3, 60),
  bufferMinutes: whole(0, 120),
  askMode: z.enum(askModes),
  /** How many are asked at once. */
  askCount: whole(1, 10),
  waitMinutes: whole(1, 600),
})
export type CoverRule = z.infer<typeof CoverRule>

export const ruleApi = {
  save: patch('/api/units/:unitId/cover/rule', {
    title: '修改代课的规则',
    params: z.object({ unitId }),
    body: CoverRule,
    reply: z.object({}),
  }),
}
