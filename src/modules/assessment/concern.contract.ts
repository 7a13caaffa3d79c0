import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** What the office said about a concern. */
export const Note = z.object({
  words: z.string(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** Whether the numbers are still those it was written for. */
  current: z.boolean(),
})
export type Note = z.infer<typeof Note>

/** Something about a figure that a reader will wonder about, and what the office says to it. */
export const Concern = z.object({
  code: z.string(),
  /** The figure's name. */
  name: z.string(),
  key: z.string(),
  kind: z.enum(['jump', 'below', 'exclude']),
  words: z.string(),
  /** The first school year that it is about: a report of one before it is silent about it. */
  year: z.number(),
  /** A note stands that was written for these numbers. */
  settled: z.boolean(),
  /** Newest first. */
  notes: z.array(Note),
})
export type Concern = z.infer<typeof Concern>

export const NoteEntry = z.object({
  concern: z.string().max(120),
  words: z.string().trim().min(2, '请说明原因').max(500, '请在500字以内'),
})

export const concernApi = {
  list: get('/api/units/:unitId/concerns', {
    title: '需要说明的指标',
    params: z.object({ unitId }),
    reply: z.object({ concerns: z.array(Concern) }),
  }),
  note: post('/api/units/:unitId/figures/:code/notes', {
    title: '说明指标的原因',
    params: z.object({ unitId, code: z.string().max(60) }),
    body: NoteEntry,
    reply: Concern,
  }),
}
