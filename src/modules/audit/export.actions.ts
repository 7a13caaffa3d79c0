import { momentInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { WrittenSheet } from '#platform/sheet/table.ts'
import { writeCsv } from '#platform/sheet/write-csv.ts'
import { workbookBuffer } from '#platform/sheet/write.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { allChanges } from './entry.actions.ts'
import { EXPORT_MOST, type EntryFilter } from './entry.contract.ts'
import { filterInWords } from './entry.rules.ts'

/** The record of a search as a file; what was searched for is on record with it. */
export async function exportChanges(
  ctx: Context,
  unit: UnitSubject,
  filter: EntryFilter,
  format: 'xlsx' | 'csv',
): Promise<Download> {
  const lines = await allChanges(ctx, unit, { filter, limit: EXPORT_MOST })
  ctx.note({ rows: lines.length, filter: filterInWords(filter) })
  const sheet: WrittenSheet = {
    name: '变动记录',
    columns: columns.map((title) => ({ title })),
    rows: lines.map((line) => [
      momentInWords(new Date(line.at)),
      line.actorName,
      line.title,
      line.unitName,
      line.result === 'refused' ? '未获准' : '完成',
      line.summary,
    ]),
  }
  const name = `${unit.name}变动记录-${ctx.today}`
  if (format === 'csv') return new Download(`${name}.csv`, 'text/csv; charset=utf-8', writeCsv(sheet))
  return new Download(`${name}.xlsx`, XLSX, await workbookBuffer([sheet]))
}

const columns = ['时间', '谁', '做了什么', '单位', '结果', '说明']
