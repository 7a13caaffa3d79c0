import type { Context } from './context.ts'

/**
 * The school years of which lists of these schools are frozen. Who was a member in them is part of what was frozen, so it
 * stays until the freeze is lifted.
 */
export type FrozenYears = (
  ctx: Context,
  schools: readonly { districtId: number; schoolId: number }[],
) => Promise<readonly { schoolId: number; schoolYear: number }[]>
