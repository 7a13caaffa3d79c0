import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readSchool } from './credit.actions.ts'
import type { StaffStanding } from './credit.contract.ts'
import { trainingProblems } from './problems.ts'

type Exported = WrittenColumn & { of: (one: StaffStanding) => CellValue }

/** The credits of a school's teachers as a workbook of one sheet: a column for each cell that the plan asks. */
export async function exportSchool(ctx: Context, school: UnitSubject): Promise<Download> {
  const { plan, staff } = await readSchool(ctx, school)
  if (!plan) throw trainingProblems.noPlan()
  const columns: Exported[] = [
    { title: '姓名', of: (one) => one.name },
    { title: '工号', of: (one) => one.staffNo },
    { title: '学科', of: (one) => one.subject },
    { title: '已修学分', of: (one) => one.total },
    { title: `计入计划（共${plan.sum}）`, of: (one) => one.counted },
    { title: '进度', of: (one) => (one.onTrack ? '跟上进度' : '落后') },
    ...plan.required.map(({ tier, field, credits }): Exported => ({
      title: `${tier === field ? tier : tier + field}（要${credits}）`,
      of: ({ cells }) => cells.find((cell) => cell.tier === tier && cell.field === field)?.have ?? 0,
    })),
  ]
  const title = `${school.name}教师研修学分`
  const { districtId, id: unitId } = school
  ctx.note({ districtId, unitId, subjectId: String(unitId), rows: staff.length })
  const rows = staff.map((one) => columns.map(({ of }) => of(one)))
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name: '研修学分', title, columns, rows }]))
}
