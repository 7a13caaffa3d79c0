import type { Block, Cell } from '#shared/block.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { FigureTable } from '#platform/policies/book.ts'
import type { Section } from '#platform/section.ts'
import { lineOf, readReportFigures, yearNames, type ReportFigures } from './report-figures.actions.ts'
import { chartOf, columnOf, lineInWords, partsInWords, type Line } from './report-words.rules.ts'

type Column = FigureTable['columns'][number]

/** The tables of the plan's 「基本情况」 over the years, each with a sentence that says what changed and a chart of its trend. */
export const tablesSection: Section = {
  name: 'assessment.tables',
  order: 20,
  title: '共建共享情况',
  build: async (ctx, scope) => {
    const figures = await readReportFigures(ctx, scope)
    return figures.statistics.policies.tables.flatMap((table, index) => partOf(figures, table, `tables.${index + 1}`))
  },
}

function partOf(figures: ReportFigures, table: FigureTable, key: string): Block[] {
  const lines = table.columns.map(({ code, part }) => lineOf(figures, code, part))
  const heading: Block = { kind: 'heading', level: 2, text: table.title.replace(/^学区/, '') }
  if (lines.every(({ values }) => values.every((value) => value === null)))
    return [heading, { kind: 'paragraph', key, text: '没有报送这方面的数据。' }]
  const ofParts = table.columns.every(({ part }) => part !== undefined)
  const of = ofParts ? `${lineOf(figures, table.columns[0]!.code).name}：` : ''
  const chart = chartOf(leading(table, lines), figures.years, of)
  return [heading, sentence(figures, table, key), ruled(figures, table, lines), ...(chart ? [chart] : [])]
}

function ruled(figures: ReportFigures, { title, columns }: FigureTable, lines: readonly Line[]): Block {
  return {
    kind: 'table',
    title,
    columns: [{ title: '学年' }, ...columns.map((column, index) => columnOf(headOf(column), lines[index]!.unit))],
    rows: yearNames(figures).map((name, at): Cell[] => [name, ...lines.map(({ values }) => values[at] ?? null)]),
  }
}

/** A unit that the head names already stands there once. */
const headOf = ({ title }: Column): string => title.replace(/（.+）$/, '').replace(/次数$/, '')

/** Whole figures by their change, those that are shown in parts by their parts. */
function sentence(figures: ReportFigures, { columns }: FigureTable, key: string): Block {
  const whole = columns.filter(({ part }) => part === undefined)
  const parts = grouped(
    columns.filter(({ part }) => part !== undefined),
    ({ code }) => code,
  )
  const told = [
    ...(whole.length > 0 ? [whole.map(({ code }) => lineInWords(lineOf(figures, code))).join('；')] : []),
    ...[...parts].map(([code, split]) => {
      const lines = split.map(({ part }) => lineOf(figures, code, part))
      return partsInWords(lineOf(figures, code).name, lines)
    }),
  ]
  return { kind: 'paragraph', key, text: `${schoolYearName(figures.year)}，${told.join('。')}。` }
}

/** What is drawn beside a table: its shares, or the rows of one unit that say most. */
function leading({ columns }: FigureTable, lines: readonly Line[]): readonly Line[] {
  const whole = lines.filter((_, index) => columns[index]!.part === undefined)
  const shares = whole.filter(({ unit }) => unit === '%')
  if (shares.length > 0) return shares
  const byUnit = [...grouped(whole.length > 0 ? whole : lines, ({ unit }) => unit).values()]
  const size = (group: readonly Line[]) => Math.max(...group.map(({ values }) => values.at(-1) ?? -1))
  return byUnit.sort((a, b) => b.length - a.length || size(b) - size(a))[0] ?? []
}
