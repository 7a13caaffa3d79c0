import { later } from '#ui/later.tsx'

/** The forms beside the pages of venues, fetched when they are opened. */
export const AddVenueSide = later(async () => (await import('./venue-side.tsx')).AddVenueSide)
export const EditVenueSide = later(async () => (await import('./venue-side.tsx')).EditVenueSide)
export const ClosingSide = later(async () => (await import('./closing-side.tsx')).ClosingSide)
export const EquipmentSide = later(async () => (await import('./equipment-side.tsx')).EquipmentSide)
export const LessonSide = later(async () => (await import('./lesson-side.tsx')).LessonSide)
export const LessonFileSide = later(async () => (await import('./lesson-file-side.tsx')).LessonFileSide)
export const AddPictureSide = later(async () => (await import('./picture-side.tsx')).AddPictureSide)
export const EditPictureSide = later(async () => (await import('./picture-side.tsx')).EditPictureSide)
export const TermSide = later(async () => (await import('./calendar-sides.tsx')).TermSide)
export const SpecialDaySide = later(async () => (await import('./calendar-sides.tsx')).SpecialDaySide)
export const AddSiteSide = later(async () => (await import('./site-side.tsx')).AddSiteSide)
export const EditSiteSide = later(async () => (await import('./site-side.tsx')).EditSiteSide)
export const SiteVenueSide = later(async () => (await import('./site-side.tsx')).SiteVenueSide)
