import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import type { CellValue, WrittenColumn } from '#platform/sheet/table.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { exportOf } from './post.load.ts'
import { readPosts } from './vacancy.actions.ts'
import type { VacancyLine } from './vacancy.contract.ts'

const columns: readonly (WrittenColumn & { of: (line: VacancyLine) => CellValue })[] = [
  { title: '学校', of: (one) => one.schoolName },
  { title: '学段', of: (one) => one.stage },
  { title: '学科', of: (one) => one.subject },
  { title: '核定岗位', kind: 'number', of: (one) => one.established },
  { title: '在岗', kind: 'number', of: (one) => one.filled },
  { title: '预计减少', kind: 'number', of: (one) => one.leaving },
  { title: '缺', kind: 'number', of: (one) => one.lack || null },
  { title: '余', kind: 'number', of: (one) => one.spare || null },
  { title: '已商定调入', kind: 'number', of: (one) => one.agreedIn || null },
  { title: '已商定调出', kind: 'number', of: (one) => one.agreedOut || null },
  { title: '仍缺', kind: 'number', of: (one) => one.left || null },
  { title: '自何时起', kind: 'day', of: (one) => one.fromDay },
  { title: '说明', of: (one) => one.note },
]

/** What schools have stated; a line that nobody stated says nothing of posts. */
export async function exportVacancies(ctx: Context, unit: UnitSubject, year: number): Promise<Download> {
  const { lines } = await readPosts(ctx, unit, year)
  const rows = lines.filter(({ established }) => established !== null).map((line) => columns.map(({ of }) => of(line)))
  return exportOf(ctx, unit, year, { name: '岗位余缺', columns, rows })
}
