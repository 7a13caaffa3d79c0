import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { whyNotBells, type Bell } from '#shared/bells.ts'
import { deleteBells, insertBells } from './timetable.sql.ts'

/** A school says when its periods begin and end; told nothing, the usual times hold again. */
export async function saveBells(ctx: Context, { id, districtId }: UnitSubject, bells: readonly Bell[]): Promise<void> {
  const against = bells.length > 0 ? whyNotBells(bells) : undefined
  if (against) throw platformProblems.badInput({ issues: [{ path: 'bells', message: against }] })
  await deleteBells(ctx.db, districtId, id)
  await insertBells(ctx.db, { districtId, schoolId: id }, bells)
  ctx.note({ districtId, unitId: id, periods: bells.length })
}
