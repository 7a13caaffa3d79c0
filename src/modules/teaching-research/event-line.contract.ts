import { z } from 'zod'

export const forms = ['合作教研', '联合备课', '公开教学', '课题'] as const
export type Form = (typeof forms)[number]
export const eventStatuses = ['待开展', '已开展', '已取消'] as const

/** An activity of a union, as lists show it. */
export const EventLine = z.object({
  id: z.string(),
  unionId: z.string(),
  union: z.string(),
  form: z.enum(forms),
  theme: z.string(),
  fromAt: z.string(),
  untilAt: z.string(),
  place: z.string(),
  hostId: z.number(),
  host: z.string(),
  status: z.enum(eventStatuses),
  /** How many came, of how many schools. */
  signs: z.number(),
  schools: z.number(),
  /** Held, and why it does not count; null where it counts, or has not been held. */
  leftOut: z.string().nullable(),
})
export type EventLine = z.infer<typeof EventLine>
