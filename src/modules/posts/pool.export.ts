import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { membersOf } from './pool.actions.ts'
import type { PoolMember, PoolTask } from './pool.contract.ts'
import { exportOf } from './post.load.ts'

const columns: readonly (WrittenColumn & { of: (member: PoolMember) => CellValue })[] = [
  { title: '学校', of: (one) => one.schoolName },
  { title: '姓名', of: (one) => one.name },
  { title: '学段', of: (one) => one.stage },
  { title: '学科', of: (one) => one.subject },
  { title: '骨干类别', of: (one) => one.level },
  { title: '状态', of: (one) => one.status },
  { title: '推荐日期', kind: 'day', of: (one) => one.proposedOn },
  { title: '推荐人', of: (one) => one.proposedBy },
  { title: '决定日期', kind: 'day', of: (one) => one.decidedOn },
  { title: '由谁决定', of: (one) => one.decidedBy },
  { title: '决定说明', of: (one) => one.decidedWords },
  { title: '入池日期', kind: 'day', of: (one) => one.since },
  { title: '期满日期', kind: 'day', of: (one) => one.until },
  { title: '承担任务', wraps: true, width: 40, of: (one) => one.tasks.map(taskInWords).join('；') },
  { title: '出池日期', kind: 'day', of: (one) => one.leftOn },
  { title: '出池原因', of: (one) => one.leftWhy },
]

const taskInWords = ({ kind, what, fromDay, untilDay }: PoolTask): string =>
  `${kind}：${what}（${dayInWords(fromDay)}${untilDay === null ? '起' : `至${dayInWords(untilDay)}`}）`

export async function exportPool(ctx: Context, unit: UnitSubject, year: number): Promise<Download> {
  const members = await membersOf(ctx, unit, year)
  const rows = members.map((member) => columns.map(({ of }) => of(member)))
  return exportOf(ctx, unit, year, { name: '骨干教师蓄水池', columns, rows })
}
