import { schoolYearName } from '#shared/school-year.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { CellValue, WrittenColumn, WrittenSheet } from '#platform/sheet/table.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { readUses, readVenueUse, type VenueUseFigures } from './venue-use.actions.ts'
import type { VenueUse, venueUseApi } from './venue-use.contract.ts'
import { hoursOf, rateRule, sharedRule } from './venue-use.rules.ts'

interface Given<R> extends WrittenColumn {
  of: (row: R) => CellValue
}

const sheetOf = <R>(name: string, title: string, note: string, columns: readonly Given<R>[], rows: readonly R[]): WrittenSheet => ({
  ...{ name, title, note, columns },
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
}) // prettier-ignore

const venueColumns: readonly Given<VenueUseFigures['venues'][number]>[] = [
  { title: '单位', of: ({ provider }) => provider },
  { title: '场馆', of: ({ venue }) => venue },
  { title: '类别', of: ({ kind }) => kind },
  { title: '共享次数', of: ({ shared }) => shared.uses },
  { title: '共享人次', of: ({ shared }) => shared.headCount },
  { title: '不计入共享的次数', of: ({ other }) => other.uses },
  { title: '已用小时', kind: 'number', decimals: 1, of: ({ used }) => hoursOf(used) },
  { title: '开放小时', kind: 'number', decimals: 1, of: ({ open }) => (open === null ? '—' : hoursOf(open)) },
  { title: '使用率（%）', kind: 'number', decimals: 1, of: ({ rate }) => rate ?? '—' },
  { title: '没有使用率的原因', of: ({ why }) => why },
  { title: '最近一次使用', kind: 'day', of: ({ lastUsedOn }) => lastUsedOn },
]

const useColumns: readonly Given<VenueUse>[] = [
  { title: '日期', kind: 'day', of: ({ usedOn }) => usedOn },
  { title: '时间', of: ({ times }) => times ?? '—' },
  { title: '场馆', of: ({ venue }) => venue },
  { title: '类别', of: ({ kind }) => kind },
  { title: '提供学校', of: ({ provider }) => provider },
  { title: '使用学校', of: ({ user }) => user },
  { title: '人次', of: ({ headCount }) => headCount },
  { title: '来自', of: ({ from }) => from },
  { title: '是否计入', of: ({ reason }) => (reason === '' ? '计入' : '不计入') },
  { title: '不计入的原因', of: ({ reason }) => reason },
]

/** Giving down, taking across, with the sums. */
function matrixSheet(title: string, { links, schools }: VenueUseFigures): WrittenSheet {
  const giving = schools.filter(({ id }) => links.some(({ from }) => from === id))
  const taking = schools.filter(({ id }) => links.some(({ to }) => to === id))
  const uses = (from: number | undefined, to: number | undefined) =>
    links
      .filter((link) => (from === undefined || link.from === from) && (to === undefined || link.to === to))
      .reduce((sum, link) => sum + link.uses, 0)
  const columns = [{ title: '提供学校＼使用学校' }, ...taking.map(({ name }) => ({ title: name })), { title: '合计' }]
  const rowOf = (name: string, from: number | undefined) => [
    name,
    ...taking.map(({ id }) => uses(from, id)),
    uses(from, undefined),
  ]
  const rows = [...giving.map(({ id, name }) => rowOf(name, id)), rowOf('合计', undefined)]
  return { name: '学校之间', title, note: sharedRule, columns, rows }
}

/** How the venues of a cluster were used, as a workbook: by venue, between schools, and use by use. */
export async function exportVenueUse(
  ctx: Context,
  unit: UnitSubject,
  range: Input<typeof venueUseApi.export>['query'],
): Promise<Download> {
  const figures = await readVenueUse(ctx, unit, range)
  const { uses } = await readUses(ctx, unit, range)
  const when = range.from || range.until ? `${figures.from}至${figures.until}` : schoolYearName(range.year)
  const title = `${unit.name}${when}场馆使用情况`
  ctx.note({ districtId: unit.districtId, unitId: unit.id, rows: uses.length })
  return new Download(
    `${title}.xlsx`,
    XLSX,
    writeWorkbook([
      sheetOf('各场馆', title, `${sharedRule}${rateRule}`, venueColumns, figures.venues),
      matrixSheet(title, figures),
      sheetOf('明细', title, sharedRule, useColumns, uses),
    ]),
  )
}
