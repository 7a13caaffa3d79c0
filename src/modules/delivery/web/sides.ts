import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const OfferingSide = later(async () => (await import('./offering-side.tsx')).OfferingSide)
export const EnrolSide = later(async () => (await import('./enrol-side.tsx')).EnrolSide)
export const HeldSide = later(async () => (await import('./session-sides.tsx')).HeldSide)
export const WhySide = later(async () => (await import('./session-sides.tsx')).WhySide)
export const TravelSide = later(async () => (await import('./travel-side.tsx')).TravelSide)
