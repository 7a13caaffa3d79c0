import { later } from '#ui/later.tsx'

/** The forms beside the pages of mobility, each fetched when it is first opened. */
export const WithdrawSide = later(async () => (await import('./rotation-sides.tsx')).WithdrawSide)
export const AppraiseSide = later(async () => (await import('./rotation-sides.tsx')).AppraiseSide)
export const NewBatchSide = later(async () => (await import('./list-sides.tsx')).NewBatchSide)
export const FilingSide = later(async () => (await import('./list-sides.tsx')).FilingSide)
export const StandingSide = later(async () => (await import('./list-sides.tsx')).StandingSide)
export const AddSide = later(async () => (await import('./add-side.tsx')).AddSide)
export const ChangeSide = later(async () => (await import('./change-side.tsx')).ChangeSide)
export const StepSide = later(async () => (await import('./step-sides.tsx')).StepSide)
export const CertifySide = later(async () => (await import('./service-sides.tsx')).CertifySide)
export const VoidSide = later(async () => (await import('./service-sides.tsx')).VoidSide)
