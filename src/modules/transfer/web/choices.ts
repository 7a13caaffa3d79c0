import type { RefusedSheet } from '../correction.contract.ts'

/** The id of a column's list of choices; undefined where anything may stand, or several things at once. */
export const choicesOf = ({ title, oneOf, school, several }: RefusedSheet['columns'][number]): string | undefined =>
  (oneOf.length > 0 || school) && !several ? `choices-${title}` : undefined
