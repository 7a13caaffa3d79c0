import { inFigures } from '#ui/number.ts'

/** A lack or surplus of none is not told as a number. */
export const someOrNone = (n: number): string => (n === 0 ? '—' : inFigures(n))
