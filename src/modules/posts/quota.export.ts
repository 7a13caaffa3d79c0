import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { exportOf } from './post.load.ts'
import { readQuotas } from './quota.actions.ts'
import type { Application } from './quota.contract.ts'

const lastDecision = ({ steps }: Application) => steps.filter(({ decidedBy }) => decidedBy !== null).at(-1)

const columns: readonly (WrittenColumn & { of: (one: Application) => CellValue })[] = [
  { title: '申报职称', of: (one) => one.title },
  { title: '学校', of: (one) => one.schoolName },
  { title: '姓名', of: (one) => one.name },
  { title: '交流轮岗学年数', kind: 'number', of: (one) => one.serviceYears },
  { title: '理由', wraps: true, width: 40, of: (one) => one.reasons },
  { title: '状态', of: (one) => one.status },
  { title: '由谁决定', of: (one) => lastDecision(one)?.decidedBy },
  { title: '决定日期', kind: 'day', of: (one) => lastDecision(one)?.decidedOn },
  { title: '表决或说明', of: (one) => lastDecision(one)?.words },
  { title: '评审结果', of: (one) => one.result },
]

export async function exportQuotas(ctx: Context, unit: UnitSubject, year: number): Promise<Download> {
  const { applications } = await readQuotas(ctx, unit, year)
  const rows = applications.map((one) => columns.map(({ of }) => of(one)))
  return exportOf(ctx, unit, year, { name: '高级职称申报名额', columns, rows })
}
