import { later } from '#ui/later.tsx'

/** The forms of a course are fetched when they are wanted: most who open a course only read it. */
export const BasicsSide = later(async () => (await import('./basics-side.tsx')).BasicsSide)
export const OutlineSide = later(async () => (await import('./outline-side.tsx')).OutlineSide)
export const LessonSide = later(async () => (await import('./course-lesson-side.tsx')).LessonSide)
export const SubmitSide = later(async () => (await import('./submit-side.tsx')).SubmitSide)
export const AuthorSide = later(async () => (await import('./author-side.tsx')).AuthorSide)
export const PathSide = later(async () => (await import('./path-side.tsx')).PathSide)
export const PathReviewForm = later(async () => (await import('./path-review-form.tsx')).PathReviewForm)
export const CartridgeSide = later(async () => (await import('./cartridge-side.tsx')).CartridgeSide)
export const NewForm = later(async () => (await import('./new-form.tsx')).NewForm)
