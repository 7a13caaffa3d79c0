import type { Context } from './context.ts'

/** A stretch of time at a venue. */
export interface VenueTime {
  districtId: number
  venueId: string
  from: Date
  until: Date
}

/** A booking that stands or waits. */
export interface BookedAhead {
  id: string
  venueId: string
  from: Date
  until: Date
  /** The school that uses it; a visitor's has none. */
  user: string
}

/** What is booked at venues. The register of venues, which bookings lean on, asks before it changes what they stand on. */
export interface VenueBookings {
  /** How many bookings that stand or wait run into any of these times. */
  countIn(ctx: Context, times: readonly VenueTime[]): Promise<number>
  /** The bookings that stand or wait at venues from now on, in order of time. */
  listAhead(ctx: Context, districtId: number, venueIds: readonly string[]): Promise<BookedAhead[]>
  /**
   * How many there are from now on of things that are lent; 0: gone. Throws the refusal where more are promised than
   * would be there.
   */
  setStock(ctx: Context, districtId: number, stocks: readonly { equipmentId: string; stock: number }[]): Promise<void>
}
