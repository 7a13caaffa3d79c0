import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const CourseSide = later(async () => (await import('./course-side.tsx')).CourseSide)
export const AddSide = later(async () => (await import('./people-sides.tsx')).AddSide)
export const MarkSide = later(async () => (await import('./people-sides.tsx')).MarkSide)
export const RecogniseSide = later(async () => (await import('./recognition-sides.tsx')).RecogniseSide)
export const ReturnSide = later(async () => (await import('./recognition-sides.tsx')).ReturnSide)
export const EnterSide = later(async () => (await import('./enter-side.tsx')).EnterSide)
