import { later } from '#ui/later.tsx'

/** The forms beside the pages of venues, fetched when they are opened. */
export const AddVenueSide = later(async () => (await import('./venue-side.tsx')).AddVenueSide)
export const EditVenueSide = later(async () => (await import('./venue-side.tsx')).EditVenueSide)
export const ClosingSide = later(async () => (await import('./closing-side.tsx')).ClosingSide)
export const EquipmentSide = later(async () => (await import('./equipment-side.tsx')).EquipmentSide)
export const AddSiteSide = later(async () => (await import('./site-side.tsx')).AddSiteSide)
export const EditSiteSide = later(async () => (await import('./site-side.tsx')).EditSiteSide)
export const SiteVenueSide = later(async () => (await import('./site-side.tsx')).SiteVenueSide)
