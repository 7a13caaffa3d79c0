import { within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import type { Measure, MeasureColumn } from '#platform/measure.ts'
import type { WrittenColumn } from '#platform/sheet/table.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { listMembers, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { FoundIndicator } from './figure.actions.ts'
import type { figureApi } from './figure.contract.ts'
import { shownRow } from './row.rules.ts'
import { countRows, listRows, type FoundRow, type RowFilter, type RowOrder } from './row.sql.ts'

/** One side of a figure of a unit. */
export interface FigureSide {
  unit: UnitSubject
  found: FoundIndicator
  measure: Measure
}

type RowsReply = Reply<typeof figureApi.rows>
type ExportQuery = Input<typeof figureApi.export>['query']

/** A page of the rows behind one side of a figure. */
export async function readRows(
  ctx: Context,
  { unit, measure }: FigureSide,
  query: Input<typeof figureApi.rows>['query'],
): Promise<RowsReply> {
  const { filter, districtOf } = await filterOf(ctx, unit, measure, query)
  const counted = query.counted === 'yes'
  const found = await listRows(ctx.db, { ...filter, counted }, orderOf(query.sort), {
    after: query.after,
    limit: query.limit + 1,
  })
  const page = found.slice(0, query.limit)
  return {
    columns: measure.columns.map(({ key, title, kind }) => ({ key, title, numeric: kind === 'number' })),
    subjectTitle: measure.subjectTitle,
    aboutPersons: measure.aboutPersons,
    rows: page.map((row) => lineOf(shown(ctx, measure, districtOf, row), measure)),
    next: found.length > query.limit ? page.at(-1)!.factId : null,
    ...(query.after === undefined && { totals: await countRows(ctx.db, filter) }),
  }
}

/** All rows of one side of a figure as a workbook. */
export async function exportRows(ctx: Context, side: FigureSide, query: ExportQuery): Promise<Download> {
  const { unit, measure, found } = side
  const { filter, districtOf } = await filterOf(ctx, unit, measure, query)
  const counted = query.counted === 'yes'
  const rows = await listRows(ctx.db, { ...filter, counted }, orderOf(query.sort), {
    after: undefined,
    limit: undefined,
  })
  const title = `${unit.name}${schoolYearName(query.year)}${found.indicator.name}（${measure.title}${counted ? '' : '，未计入'}）`
  ctx.note({ districtId: unit.districtId, unitId: unit.id, 指标: found.indicator.name, 行数: rows.length })
  const columns = columnsOf(measure, counted)
  const sheet = {
    name: counted ? '明细' : '未计入',
    title,
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => {
      const line = shown(ctx, measure, districtOf, row)
      return columns.map(({ valueOf }) => valueOf(line))
    }),
  }
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([sheet]))
}

/** Rows about persons are looked for only where the reader sees persons; the wall behind would hide them anyway. */
async function filterOf(
  ctx: Context,
  unit: UnitSubject,
  measure: Measure,
  { year, schoolId, part }: ExportQuery,
): Promise<{ filter: RowFilter; districtOf: ReadonlyMap<number, number> }> {
  const members = await listMembers(ctx.db, unit.id, [year])
  const listed = members.filter(
    (member) =>
      (schoolId === undefined || member.schoolId === schoolId) &&
      (!measure.aboutPersons || within(ctx.actor.sees, member)),
  )
  const scope = {
    districtIds: [...new Set(listed.map(({ districtId }) => districtId))],
    schoolIds: listed.map(({ schoolId: id }) => id),
    schoolYears: [year],
  }
  return { filter: { measure, scope, part }, districtOf: districtsOf(members) }
}

const districtsOf = (members: readonly Member[]) =>
  new Map(members.map(({ schoolId, districtId }) => [schoolId, districtId]))

const orderOf = (sort: string): RowOrder => ({ by: sort.replace(/^-/, ''), descending: sort.startsWith('-') })

function shown({ actor }: Context, measure: Measure, districtOf: ReadonlyMap<number, number>, row: FoundRow) {
  const named = (schoolId: number) => within(actor.names, { schoolId, districtId: districtOf.get(schoolId) ?? 0 })
  return shownRow(row, { ...measure, named })
}

type ShownRow = ReturnType<typeof shown>

/** What tells unions apart is no part to be read. */
const partOf = ({ part }: ShownRow, { fold }: Measure) => (fold === 'distinct-parts' ? '' : part)

const lineOf = (row: ShownRow, measure: Measure): RowsReply['rows'][number] => ({
  id: row.factId,
  subjectId: row.subjectId,
  subject: row.subject,
  masked: row.masked,
  schoolId: row.schoolId,
  school: row.school,
  part: partOf(row, measure),
  weight: row.weight,
  counted: row.counted,
  reason: row.reason,
  cells: row.cells,
})

function columnsOf(
  measure: Measure,
  counted: boolean,
): { column: WrittenColumn; valueOf: (row: ShownRow) => string | number | null }[] {
  return [
    { column: { title: '学校' }, valueOf: (row) => row.school },
    { column: { title: measure.subjectTitle }, valueOf: (row) => row.subject },
    ...measure.columns.map(({ key, ...column }: MeasureColumn) => ({
      column: { title: column.title, kind: column.kind ?? ('text' as const) },
      valueOf: (row: ShownRow) => row.cells[key] ?? null,
    })),
    ...(counted ? [] : [{ column: { title: '未计入的原因' }, valueOf: (row: ShownRow) => row.reason }]),
  ]
}
