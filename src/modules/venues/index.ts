/** What other modules may ask of venues, their hours and the days of a school year, and of the ledger of their uses. */
export { listBookable, type Bookable } from './bookable.sql.ts'
export type { DayFacts } from './day.rules.ts'
export { clockOf, freeSpans, blockedSpans, whyNotOpen, type VenueHours } from './hours.rules.ts'
export { recordUse } from './completed-use.sql.ts'
export { lockVenues, venueLock } from './lock.sql.ts'
export { readDays } from './day.actions.ts'
export { listVenuesIn, loadVenue, type VenueSubject } from './venue.load.ts'
export { findVenueRow as findVenue, type VenueRow } from './venue.sql.ts'
