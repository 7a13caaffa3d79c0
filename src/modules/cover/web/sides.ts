import { later } from '#ui/later.tsx'

/** The forms beside the pages of cover, each fetched when it is first opened. */
export const ImportSide = later(async () => (await import('./import-side.tsx')).ImportSide)
export const BellsSide = later(async () => (await import('./bells-side.tsx')).BellsSide)
export const AbsenceSide = later(async () => (await import('./absence-side.tsx')).AbsenceSide)
export const RuleSide = later(async () => (await import('./rule-side.tsx')).RuleSide)
export const ContestSide = later(async () => (await import('./contest-side.tsx')).ContestSide)
export const PostSide = later(async () => (await import('./post-side.tsx')).PostSide)
export const EndPostSide = later(async () => (await import('./post-side.tsx')).EndPostSide)
export const OwnSide = later(async () => (await import('./own-side.tsx')).OwnSide)
