import type { Context } from './context.ts'

/**
 * The latest grade on file of each of these schools, of this school year or one before; handed in by the module that keeps the
 * appraisals, for those below it.
 */
export type SchoolGrades = (
  ctx: Context,
  schools: readonly { districtId: number; schoolId: number }[],
  schoolYear: number,
) => Promise<readonly { schoolId: number; grade: string }[]>
