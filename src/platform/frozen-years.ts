import type { Context } from './context.ts'

/**
 * The school years of which a list of a school is frozen. Who was a member in them is part of what was frozen, so it stays
 * until the freeze is lifted.
 */
export type FrozenYears = (ctx: Context, school: { districtId: number; schoolId: number }) => Promise<readonly number[]>
