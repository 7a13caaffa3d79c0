import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const UnionSide = later(async () => (await import('./union-side.tsx')).UnionSide)
export const PlanSide = later(async () => (await import('./plan-side.tsx')).PlanSide)
export const EventSide = later(async () => (await import('./event-side.tsx')).EventSide)
export const MinutesSide = later(async () => (await import('./minutes-side.tsx')).MinutesSide)
export const LinkSide = later(async () => (await import('./event-sides.tsx')).LinkSide)
export const RecordSide = later(async () => (await import('./event-sides.tsx')).RecordSide)
export const CancelSide = later(async () => (await import('./event-sides.tsx')).CancelSide)
export const PairSide = later(async () => (await import('./pair-sides.tsx')).PairSide)
export const EntrySide = later(async () => (await import('./pair-sides.tsx')).EntrySide)
export const EndSide = later(async () => (await import('./pair-sides.tsx')).EndSide)
