import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const ProjectSide = later(async () => (await import('./project-side.tsx')).ProjectSide)
export const EndSide = later(async () => (await import('./project-side.tsx')).EndSide)
export const MemberSide = later(async () => (await import('./member-sides.tsx')).MemberSide)
export const LeaveSide = later(async () => (await import('./member-sides.tsx')).LeaveSide)
export const StepSide = later(async () => (await import('./step-sides.tsx')).StepSide)
export const ReachSide = later(async () => (await import('./step-sides.tsx')).ReachSide)
