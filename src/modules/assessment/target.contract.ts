import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { FigureUnit, RuleVerdict, statuses } from './figure.contract.ts'
import { Goal } from './goal.contract.ts'

/** A rule of a figure, judged by its latest value, with the school years for which it holds. */
export const TargetRule = RuleVerdict.extend({ from: z.number(), until: z.number().nullable() })

/** What is asked of a figure in one school year: which of its rules hold, and how they stand to each other. */
export const TargetYear = z.object({
  year: z.number(),
  value: z.number().nullable(),
  /** Places in the figure's list of rules; judged by this year's value; of a year ahead, by the last one. */
  rules: z.array(z.object({ at: z.number(), status: z.enum(statuses), gap: z.string(), strictest: z.boolean() })),
  relation: z.enum(['one', 'same', 'nested', 'window', 'exclusive']),
  /** What meets all of them. */
  atLeast: z.number().nullable(),
  atMost: z.number().nullable(),
})

export const TargetFigure = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['count', 'share']),
  dimension: z.string(),
  /** The years with a value, oldest first: what a target may start from. */
  values: z.array(z.object({ year: z.number(), value: z.number() })),
  rules: z.array(TargetRule),
  years: z.array(TargetYear),
})
export type TargetFigure = z.infer<typeof TargetFigure>

export const targetApi = {
  /** Every rule of every document and of the unit itself on one axis of years, and the unit's own targets. */
  read: get('/api/units/:unitId/targets', {
    title: '查看目标',
    params: z.object({ unitId }),
    reply: z.object({
      unit: FigureUnit,
      /** The latest school year with records; what is asked of later years is judged by the last value of each figure. */
      year: z.number(),
      years: z.array(z.number()),
      figures: z.array(TargetFigure),
      /** The newest version of each; those ended as well, so that they stay readable. */
      goals: z.array(Goal),
      can: z.array(z.enum(['setTargets'])),
    }),
  }),
}
