import { z } from 'zod'

/** A place to go to, as far as it is known: an address, a point (WGS-84), or both. */
export const Spot = z.object({
  /** 春申中学, or its campus: what the place is called on the way to it. */
  name: z.string(),
  address: z.string(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
})
export type Spot = z.infer<typeof Spot>
