import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { judgeEligibility, ruleOf } from './eligibility.rules.ts'
import { exemptUntil, yearsCovered } from './exemption.rules.ts'
import { listExemptPeriods } from './exemption.sql.ts'
import { noteRegister } from './figures.actions.ts'
import type { TeacherRow } from './teacher.rules.ts'
import { listTeacherRows, updateVerdicts } from './year.sql.ts'

type Judgeable = Pick<
  TeacherRow,
  'districtId' | 'teacherId' | 'schoolYear' | 'gender' | 'bornOn' | 'joinedOn' | 'declaredEligible' | 'volunteered'
>

/** The rows with the verdict that the rules of their district and what was noted by hand give them. */
export async function judged<R extends Judgeable>(
  ctx: Context,
  rows: readonly R[],
): Promise<(R & { eligible: boolean; eligibleReason: string })[]> {
  const periods = await exemptPeriods(ctx, rows)
  return rows.map((row) => {
    const { eligibility } = policiesOf(ctx.policies, row.districtId)
    const { eligible, reason } = judgeEligibility(
      { ...row, declared: row.declaredEligible, exemptUntil: exemptUntil(periods(row), row.schoolYear) },
      ruleOf(eligibility, row.schoolYear),
      row.schoolYear,
    )
    return { ...row, eligible, eligibleReason: reason }
  })
}

/** Exemptions decide wherever they were recorded: read outside the wall, and only their days. */
export async function exemptPeriods(ctx: Context, teachers: readonly { districtId: number; teacherId: string }[]) {
  const districtIds = [...new Set(teachers.map(({ districtId }) => districtId))]
  const teacherIds = [...new Set(teachers.map(({ teacherId }) => teacherId))]
  const found = teacherIds.length > 0 ? await ctx.asOwner((db) => listExemptPeriods(db, districtIds, teacherIds)) : []
  const byTeacher = grouped(found, ({ districtId, teacherId }) => `${districtId}|${teacherId}`)
  return ({ districtId, teacherId }: { districtId: number; teacherId: string }) =>
    byTeacher.get(`${districtId}|${teacherId}`) ?? []
}

/** The school years for which a teacher is exempt. */
export const exemptYears = async (
  ctx: Context,
  teacher: { districtId: number; teacherId: string },
): Promise<number[]> => (await exemptPeriods(ctx, [teacher]))(teacher).flatMap(yearsCovered)

/**
 * Judges some of a teacher's years anew after what was noted by hand about them has changed; returns those whose verdict is
 * another now. Other years are left as they were judged: a rule that has changed since is no reason to touch them.
 */
export async function rejudge(
  ctx: Context,
  teacher: { districtId: number; teacherId: string },
  schoolYears: readonly number[],
): Promise<readonly number[]> {
  const all = await ctx.asOwner((db) => listTeacherRows(db, [teacher.districtId], teacher.teacherId))
  const rows = all.filter(({ schoolYear }) => schoolYears.includes(schoolYear))
  const now = await judged(ctx, rows)
  const changed = now.filter(
    (row, at) => row.eligible !== rows[at]!.eligible || row.eligibleReason !== rows[at]!.eligibleReason,
  )
  await ctx.asOwner((db) => updateVerdicts(db, changed))
  await noteRegister(ctx, changed)
  return changed.map(({ schoolYear }) => schoolYear)
}
