import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { exemptPeriods } from './eligibility.actions.ts'
import { addExemption, refuseExemption } from './exemption.actions.ts'
import type { NewExemption } from './exemption.contract.ts'
import { coversYear } from './exemption.rules.ts'
import { updateProof } from './exemption.sql.ts'
import { findYears } from './teacher-page.actions.ts'
import type { FoundYear } from './teacher.sql.ts'

export interface KeptProof {
  sha256: string
  name: string
  type: string
}

/** Refuses, field by field, what could not be recorded as an exemption of this teacher. */
export async function refuseAsked(ctx: Context, teacher: TeacherKey, body: NewExemption): Promise<void> {
  await refuseExemption(ctx, await latestOf(ctx, teacher), body)
}

/** Records an exemption that was asked for elsewhere, with the proof that came with the asking; returns its id. */
export async function recordAsked(
  ctx: Context,
  teacher: TeacherKey,
  body: NewExemption,
  proof: KeptProof | undefined,
): Promise<string> {
  const { districtId } = teacher
  const { id } = await addExemption(ctx, { latest: await latestOf(ctx, teacher) }, body)
  if (proof)
    await updateProof(
      ctx.db,
      { districtId, id },
      { proofSha256: proof.sha256, proofName: proof.name, proofType: proof.type },
    )
  return id
}

async function latestOf(ctx: Context, { teacherId }: TeacherKey): Promise<FoundYear> {
  const [latest] = (await findYears(ctx, teacherId)) ?? []
  if (!latest) throw platformProblems.notFound()
  return latest
}

/** Who of these teachers is exempt in a school year, by what was recorded of them anywhere. */
export async function listExempt(
  ctx: Context,
  teachers: readonly TeacherKey[],
  schoolYear: number,
): Promise<ReadonlySet<string>> {
  const periods = await exemptPeriods(ctx, teachers)
  const exempt = teachers.filter((one) => periods(one).some((period) => coversYear(period, schoolYear)))
  return new Set(exempt.map(({ teacherId }) => teacherId))
}
