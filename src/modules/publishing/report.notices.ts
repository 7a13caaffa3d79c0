import type { Context } from '#platform/context.ts'
import { listSchoolsOf } from '#modules/organizations/index.ts'
import { notify } from '#modules/workbench/index.ts'
import type { ReportRow } from './report.sql.ts'

interface Told {
  kind: 'publishing.issued' | 'publishing.withdrawn'
  title: string
  text: string
}

/** An issued report is for the office and for every member school; so is the word that it holds no longer. */
export async function tellCluster(
  ctx: Context,
  { districtId, id, unitId, schoolYear }: Pick<ReportRow, 'districtId' | 'id' | 'unitId' | 'schoolYear'>,
  told: Told,
): Promise<void> {
  const members = await listSchoolsOf(ctx.db, unitId, schoolYear)
  await notify(ctx, {
    ...told,
    key: id,
    districtId,
    to: `/reports/${id}`,
    unitIds: [unitId, ...members.map((school) => school.id)],
    roles: ['cluster-office', 'principal', 'liaison'],
  })
}
