import { z } from 'zod'
import { BatchLine, Opinion } from '#modules/mobility/batch.contract.ts'

/** The plan of a season that was adopted, and what schools say of it. */
export const Adopted = z.object({
  planId: z.string(),
  number: z.number(),
  batchId: z.string(),
  title: z.string(),
  state: BatchLine.shape.state,
  heardUntil: z.string().nullable(),
  /** Another plan may still take its place. */
  replaceable: z.boolean(),
  opinions: z.array(Opinion),
})
export type Adopted = z.infer<typeof Adopted>
