import { Change } from '#ui/change.tsx'
import { Go } from '#ui/go.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { usePoint } from '#ui/point.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { Sparkline, TrendLine } from '#ui/trend.tsx'
import { useLanguage, useWords } from '#ui/words.ts'
import { leadingColumn, valueOf, type FigureShelf, type TableColumn, type TableOfBook } from './overview.ts'
import { cockpitWords } from './words.ts'

interface Given {
  shelf: FigureShelf
  year: number
  unitId: number
  tables: TableOfBook[]
}

const numerals = '一二三四五六七八九十'

/** The tables of the document in the document's own layout, each cell a way into its figure, the trend beside. */
export function BookTables({ shelf, year, unitId, tables }: Given) {
  const t = useWords(cockpitWords)
  return (
    <section aria-labelledby="book-tables">
      <div className="section-head">
        <h2 id="book-tables">{t('tables')}</h2>
        <p className="no-print">{t('tablesLead', { n: shelf.years.length })}</p>
      </div>
      <div className="book-tables">
        {tables.map((table, n) => (
          <BookTable key={table.title} table={table} n={n} shelf={shelf} year={year} unitId={unitId} />
        ))}
      </div>
    </section>
  )
}

function BookTable({ table, n, shelf, year, unitId }: { table: TableOfBook; n: number } & Omit<Given, 'tables'>) {
  const t = useWords(cockpitWords)
  const language = useLanguage()
  const point = usePoint()
  const unitOf = (code: string) => shelf.find(code, year)?.unit ?? ''
  const nameOf = ({ code, part, title }: TableColumn) => {
    const name = shelf.find(code, year)?.name ?? title
    return part === undefined ? name : t('partOf', { name, part: title })
  }
  const lead = leadingColumn(table, shelf, year)
  const points = lead ? shelf.series(lead.code, lead.part) : []
  const said = lead ? point(nameOf(lead), unitOf(lead.code), points) : ''
  const caption = t('tableTitle', { n: language === 'zh-CN' ? numerals[n] : n + 1, title: table.title })
  return (
    <div className="book-table keep">
      <RuledTable
        caption={caption}
        matrix
        rows={[...shelf.years]}
        rowKey={(row) => row}
        rowClass={(row) => (row === year ? 'this-year' : undefined)}
        columns={[
          { key: 'year', title: t('year'), heads: true, cell: (row) => row },
          ...table.columns.map((column) => asColumn(column, shelf, unitId, unitOf(column.code))),
        ]}
        foot={<Foot table={table} shelf={shelf} year={year} unitOf={unitOf} />}
      />
      {lead && (
        <figure className="point">
          <figcaption>{said}</figcaption>
          <TrendLine points={points} unit={unitOf(lead.code)} label={said} />
        </figure>
      )}
    </div>
  )
}

function asColumn(column: TableColumn, shelf: FigureShelf, unitId: number, unit: string): Column<number> {
  const { code, part, title } = column
  return {
    key: `${code} ${part ?? ''}`,
    title: (
      <>
        {title}
        {unit && !title.includes(`（${unit}）`) && <span className="unit">（{unit}）</span>}
      </>
    ),
    numeric: true,
    cell: (year) => {
      const value = valueOf(shelf.find(code, year), part)
      const shown = inFigures(value, decimalsOf(unit))
      return value === null ? shown : <Go to={places.figure({ unitId, code, year, part })}>{shown}</Go>
    },
  }
}

function Foot({
  table,
  shelf,
  year,
  unitOf,
}: {
  table: TableOfBook
  shelf: FigureShelf
  year: number
  unitOf: (code: string) => string
}) {
  const t = useWords(cockpitWords)
  const key = ({ code, part }: TableColumn) => `${code} ${part ?? ''}`
  return (
    <>
      <tr>
        <th scope="row" className="heads">
          {t('versus')}
        </th>
        {table.columns.map((column) => (
          <td key={key(column)} className="num">
            <Change by={shelf.change(column.code, year, column.part)} unit={unitOf(column.code)} bare />
          </td>
        ))}
      </tr>
      <tr aria-hidden="true">
        <th className="heads">{t('trend')}</th>
        {table.columns.map((column) => (
          <td key={key(column)} className="num">
            <Sparkline points={shelf.series(column.code, column.part)} width={56} />
          </td>
        ))}
      </tr>
    </>
  )
}
