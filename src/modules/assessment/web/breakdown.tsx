import { Button } from 'antd'
import { useState } from 'react'
import { asNumber, useAddress } from '#ui/address.ts'
import { Go } from '#ui/go.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { showRows, type FigureData } from './formula.tsx'
import { figureWords } from './words.ts'

type Line = FigureData['breakdown'][number]
/** So many stand above the rows at once; the rest is a press away. */
const FIRST = 12
type Key = 'value' | 'numerator' | 'denominator' | 'name'

/** The figure school by school (or cluster by cluster), as a table whose bars make it a chart; a name filters the rows. */
export function Breakdown({ data, kind }: { data: FigureData; kind: string }) {
  const t = useWords(figureWords)
  const [sort, setSort] = useState('-value')
  const [whole, setWhole] = useState(false)
  const [at] = useAddress()
  const picked = asNumber(at['schoolId'])
  const known = data.breakdown.filter(({ value, denominator }) => value !== null || denominator)
  const columns = useColumns(data, kind)
  if (known.length === 0) return null
  const missing = data.breakdown.length - known.length
  return (
    <section className="breakdown" aria-labelledby="breakdown">
      <div className="section-head">
        <h2 id="breakdown">{titleOf(kind, t)}</h2>
        {missing > 0 && kind !== 'city' && <p>{t('all', { n: missing })}</p>}
      </div>
      <RuledTable
        caption={titleOf(kind, t)}
        quiet
        rows={sorted(known, sort).filter(({ unitId }, n) => whole || n < FIRST || unitId === picked)}
        rowKey={({ unitId }) => unitId}
        rowClass={({ unitId }) => (unitId === picked ? 'picked' : undefined)}
        sort={sort}
        onSort={setSort}
        columns={columns}
      />
      {known.length > FIRST && !whole && (
        <p className="more">
          <Button onClick={() => setWhole(true)}>{t('wholeList', { n: known.length })}</Button>
        </p>
      )}
    </section>
  )
}

const titleOf = (kind: string, t: (key: 'bySchool' | 'byCluster' | 'byDistrict') => string) =>
  kind === 'city' ? t('byDistrict') : kind === 'district' ? t('byCluster') : t('bySchool')

function sorted(lines: Line[], sort: string): Line[] {
  const turn = sort.startsWith('-') ? -1 : 1
  const key = sort.replace('-', '') as Key
  const number = (line: Line) => (key === 'name' ? 0 : (line[key] ?? -1))
  return [...lines].sort(
    (a, b) => turn * (number(a) - number(b)) || (key === 'name' ? turn : 1) * a.name.localeCompare(b.name, 'zh-CN'),
  )
}

function useColumns({ figure, formula, breakdown, unit }: FigureData, kind: string): Column<Line>[] {
  const t = useWords(figureWords)
  const highest = Math.max(...breakdown.map(({ value }) => value ?? 0), 0)
  const inside = kind !== 'city' && kind !== 'district'
  const to = (line: Line) =>
    places.figure({
      code: figure.code,
      year: figure.year,
      ...(inside ? { unitId: unit.id, schoolId: line.unitId } : { unitId: line.unitId }),
    })
  const sides: Column<Line>[] = formula.denominator
    ? [
        {
          key: 'numerator',
          title: formula.numerator?.title ?? t('numerator'),
          sort: 'numerator',
          numeric: true,
          cell: ({ numerator }) => inFigures(numerator),
        },
        {
          key: 'denominator',
          title: formula.denominator.title,
          sort: 'denominator',
          numeric: true,
          cell: ({ denominator }) => inFigures(denominator),
        },
      ]
    : []
  return [
    {
      key: 'name',
      title: t(kind === 'city' ? 'district' : kind === 'district' ? 'cluster' : 'school'),
      sort: 'name',
      heads: true,
      className: 'still',
      cell: (line) => (
        <Go
          to={to(line)}
          keepScroll={inside}
          {...(inside && { onClick: showRows, title: t('filterBy', { name: line.name }) })}
        >
          {line.name}
        </Go>
      ),
    },
    ...sides,
    {
      key: 'value',
      title: t('valueIn', { unit: figure.unit }),
      sort: 'value',
      numeric: true,
      cell: ({ value }) => inFigures(value, decimalsOf(figure.unit)),
    },
    {
      key: 'bar',
      title: <span className="unseen">{t('compare')}</span>,
      className: 'bar-cell',
      cell: ({ value }) => <Bar share={value === null || highest === 0 ? 0 : value / highest} />,
    },
  ]
}

function Bar({ share }: { share: number }) {
  return <span className="share-bar" style={{ width: `${(share * 100).toFixed(1)}%` }} aria-hidden="true" />
}
