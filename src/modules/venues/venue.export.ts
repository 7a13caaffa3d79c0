import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { CellValue } from '#platform/sheet/table.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { lineOf } from './venue.actions.ts'
import type { VenueLine } from './venue.contract.ts'
import { listVenuesIn } from './venue.load.ts'

const columns: readonly { title: string; wraps?: true; width?: number; of: (venue: VenueLine) => CellValue }[] = [
  { title: '单位', of: ({ owner }) => owner },
  { title: '场馆', of: ({ name }) => name },
  { title: '类型', of: ({ kind }) => kind },
  { title: '容纳人数', of: ({ capacity }) => capacity },
  { title: '适合学段', of: ({ stages }) => stages.join('、') || '不限' },
  { title: '开放时间', wraps: true, width: 44, of: ({ opening }) => opening },
  { title: '开放对象', of: ({ openTo }) => openTo },
  { title: '预约审核', of: ({ needsApproval }) => (needsApproval ? '要审核' : '不用审核') },
  { title: '状态', of: ({ state, closedWhy }) => (state === '暂停开放' ? `${state}：${closedWhy}` : state) },
]

/** The venues of a cluster as a workbook of one sheet. */
export async function exportVenues(ctx: Context, unit: UnitSubject): Promise<Download> {
  const lines = (await listVenuesIn(ctx, unit)).map((row) => lineOf(row, ctx.today))
  const title = `${unit.name}场馆`
  const rows = lines.map((line) => columns.map(({ of }) => of(line)))
  ctx.note({ districtId: unit.districtId, unitId: unit.id, rows: rows.length })
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name: '场馆', title, columns, rows }]))
}
