import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { needsOf } from './need.actions.ts'
import type { Need } from './need.contract.ts'
import { exportOf, readMembers } from './post.load.ts'

const columns: readonly (WrittenColumn & { of: (need: Need) => CellValue })[] = [
  { title: '学段', of: (one) => one.stage },
  { title: '学科', of: (one) => one.subject },
  { title: '用人学校', of: (one) => one.schoolName },
  { title: '人数', kind: 'number', of: (one) => one.n },
  { title: '要求', wraps: true, width: 40, of: (one) => one.requirement },
  { title: '状态', of: (one) => one.status },
  { title: '报区日期', kind: 'day', of: (one) => one.reportedOn },
  { title: '文号', of: (one) => one.reportNumber },
  { title: '招到人数', kind: 'number', of: (one) => one.hired },
]

/** The one list of the cluster, as the district wants it. */
export async function exportNeeds(ctx: Context, unit: UnitSubject, year: number): Promise<Download> {
  const needs = await needsOf(ctx, unit, await readMembers(ctx, unit, year), year)
  const rows = needs.map((need) => columns.map(({ of }) => of(need)))
  return exportOf(ctx, unit, year, { name: '联合招聘需求', columns, rows })
}
