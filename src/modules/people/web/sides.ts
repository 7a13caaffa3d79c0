import { later } from '#ui/later.tsx'

/** The forms beside the pages of people, each fetched when it is first opened. */
export const AddTeacher = later(async () => (await import('./add-teacher.tsx')).AddTeacher)
export const YearSide = later(async () => (await import('./year-sides.tsx')).YearSide)
export const ExemptSide = later(async () => (await import('./exemption-sides.tsx')).ExemptSide)
export const WithdrawSide = later(async () => (await import('./exemption-sides.tsx')).WithdrawSide)
export const FreezeSide = later(async () => (await import('./freeze-sides.tsx')).FreezeSide)
export const ThawSide = later(async () => (await import('./freeze-sides.tsx')).ThawSide)
