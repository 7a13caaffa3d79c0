import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const CollectionSide = later(async () => (await import('./collection-side.tsx')).CollectionSide)
export const EntrySide = later(async () => (await import('./entry-side.tsx')).EntrySide)
