import { later } from '#ui/later.tsx'

/** What of the pages of practice is fetched when it is wanted: the forms, and the field that seeks a place. */
export const RouteSide = later(async () => (await import('./route-side.tsx')).RouteSide)
export const IssueSide = later(async () => (await import('./guide-sides.tsx')).IssueSide)
export const KeepSide = later(async () => (await import('./guide-sides.tsx')).KeepSide)
export const FromField = later(async () => (await import('./from-field.tsx')).FromField)
