import { z } from 'zod'

/** The credits that a five-year plan asks of every teacher, as its policy pack says. */
export const TrainingPlan = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  clause: z.string(),
  words: z.string(),
  from: z.string(),
  until: z.string(),
  hoursPerCredit: z.number(),
  minAttendance: z.number(),
  tiers: z.array(z.string()).readonly(),
  fields: z.array(z.string()).readonly(),
  sum: z.number(),
  required: z.array(z.object({ tier: z.string(), field: z.string(), credits: z.number() })).readonly(),
  recognisedAs: z.array(z.string()).readonly(),
  clauses: z
    .array(
      z.object({
        name: z.string(),
        clause: z.string(),
        words: z.string(),
        meaning: z.string(),
        cluster: z.string().exactOptional(),
      }),
    )
    .readonly(),
  unverified: z.array(z.string()).readonly(),
})
export type TrainingPlan = z.infer<typeof TrainingPlan>

/** With whether the demands of a plan that is over go on for want of the next one. */
export const PlanShown = TrainingPlan.extend({ provisional: z.boolean() })
export type PlanShown = z.infer<typeof PlanShown>
