/** By what two entries look like one person, the surest first. */
export const duplicateSigns = ['工号只差前面的 0', '姓名和出生年月相同', '姓名同音，出生年月相同', '姓名相同'] as const
export type DuplicateSign = (typeof duplicateSigns)[number]

/** What stays and what goes when an entry becomes another: years that both have stay as the kept one has them. */
export function yearsToMove<R extends { schoolYear: number }>(
  kept: readonly R[],
  gone: readonly R[],
): { moved: R[]; dropped: R[] } {
  const has = new Set(kept.map(({ schoolYear }) => schoolYear))
  return {
    moved: gone.filter(({ schoolYear }) => !has.has(schoolYear)),
    dropped: gone.filter(({ schoolYear }) => has.has(schoolYear)),
  }
}
