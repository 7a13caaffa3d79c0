import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const ContestSide = later(async () => (await import('./contest-side.tsx')).ContestSide)
export const EntrySide = later(async () => (await import('./entry-side.tsx')).EntrySide)
export const JurorSide = later(async () => (await import('./jury-sides.tsx')).JurorSide)
export const ScoreSide = later(async () => (await import('./jury-sides.tsx')).ScoreSide)
