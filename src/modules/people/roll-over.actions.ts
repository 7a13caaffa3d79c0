import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded } from '#platform/facts.ts'
import { listMembers } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keyOf } from './figures.actions.ts'
import { peopleProblems } from './problems.ts'
import type { yearApi } from './year.contract.ts'
import { logChanges, saveByHand } from './year.actions.ts'
import { listRowsToCopy } from './year.sql.ts'

/**
 * Last year's register as the start of a new year. What was true of last year alone is not carried over: the ledger's
 * 是 or 否 and the teacher's own wish; who is eligible is judged anew by the rule of the new year.
 */
export async function rollOver(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof yearApi.rollOver>> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const found = await listRowsToCopy(ctx.db, members, year - 1, year)
  if (found.length === 0) throw peopleProblems.nothingToCopy({ from: year - 1, to: year })
  const rows = found.map((row) => ({
    ...row,
    schoolYear: year,
    declaredEligible: null,
    volunteered: false,
    volunteerNote: null,
    imported: false,
  }))
  await noteRecorded(ctx.db, rows.map(keyOf))
  const saved = await saveByHand(ctx, rows)
  await logChanges(
    ctx,
    '结转',
    saved.map((row) => ({ row, before: null, after: null })),
  )
  const schools = new Set(saved.map(({ schoolId }) => schoolId)).size
  ctx.note({
    districtId: unit.districtId,
    unitId: unit.id,
    subjectId: String(unit.id),
    schoolYear: year,
    added: saved.length,
  })
  return { teachers: saved.length, schools, eligible: saved.filter(({ eligible }) => eligible).length }
}
