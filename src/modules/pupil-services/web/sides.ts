import { later } from '#ui/later.tsx'

/** The forms beside the pages, fetched when they are opened. */
export const AidSide = later(async () => (await import('./aid-side.tsx')).AidSide)
export const ParentSchoolSide = later(async () => (await import('./parent-school-side.tsx')).ParentSchoolSide)
export const ActivitySide = later(async () => (await import('./activity-side.tsx')).ActivitySide)
export const ActivityFileSide = later(async () => (await import('./activity-file-side.tsx')).ActivityFileSide)
