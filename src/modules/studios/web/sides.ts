import { later } from '#ui/later.tsx'

/** The forms beside the pages, each fetched when it is first opened. */
export const StudioSide = later(async () => (await import('./studio-side.tsx')).StudioSide)
export const CallSide = later(async () => (await import('./call-sides.tsx')).CallSide)
export const ApplySide = later(async () => (await import('./call-sides.tsx')).ApplySide)
export const DecideSide = later(async () => (await import('./call-sides.tsx')).DecideSide)
export const MemberSide = later(async () => (await import('./part-sides.tsx')).MemberSide)
export const LeaveSide = later(async () => (await import('./part-sides.tsx')).LeaveSide)
export const EndSide = later(async () => (await import('./part-sides.tsx')).EndSide)
export const TaskSide = later(async () => (await import('./task-sides.tsx')).TaskSide)
export const DoneSide = later(async () => (await import('./task-sides.tsx')).DoneSide)
export const AppraisalSide = later(async () => (await import('./appraisal-side.tsx')).AppraisalSide)
