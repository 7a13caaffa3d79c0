import { later } from '#ui/later.tsx'

/** The forms beside the page of bookings, fetched when they are opened. */
export const BookSide = later(async () => (await import('./book-side.tsx')).BookSide)
export const EndSide = later(async () => (await import('./end-side.tsx')).EndSide)
export const LinkSide = later(async () => (await import('./link-side.tsx')).LinkSide)
export const MoveSide = later(async () => (await import('./move-side.tsx')).MoveSide)
export const QuotaSide = later(async () => (await import('./quota-side.tsx')).QuotaSide)
export const UseRowsSide = later(async () => (await import('./use-rows-side.tsx')).UseRowsSide)
export const FeedSide = later(async () => (await import('./feed-side.tsx')).FeedSide)
export const LaneBoard = later(async () => (await import('./lane-board.tsx')).LaneBoard)
