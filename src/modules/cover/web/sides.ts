import { later } from '#ui/later.tsx'

/** The forms beside the pages of cover, each fetched when it is first opened. */
export const ImportSide = later(async () => (await import('./import-side.tsx')).ImportSide)
export const BellsSide = later(async () => (await import('./bells-side.tsx')).BellsSide)
