import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { asNumber, useAddress } from '#ui/address.ts'
import { addressOf, asPages } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { figureApi } from '../figure.contract.ts'
import type { FigureData } from './formula.tsx'
import { useRowColumns, type Rows } from './figure-row-columns.tsx'
import { figureWords } from './words.ts'

interface Given {
  data: FigureData
  unitId: number
  year: number
  kind: string
}

/** The rows behind a figure: either side, counted or left out, by school and part, in any order; all of it in the address. */
export function FigureRows({ data, unitId, year, kind }: Given) {
  const t = useWords(figureWords)
  const above = kind === 'city' || kind === 'district'
  if (!data.formula.numerator) return null
  return (
    <section className="figure-rows" aria-labelledby="rows">
      <h2 id="rows" className="section-head">
        {t('rows')}
      </h2>
      {above && <p className="quiet">{t('rowsAbove')}</p>}
      {!above && !data.can.includes('readRows') && <p className="quiet">{t('noRowsRight')}</p>}
      {!above && data.can.includes('readRows') && <Listing data={data} unitId={unitId} year={year} />}
    </section>
  )
}

function Listing({ data, unitId, year }: Omit<Given, 'kind'>) {
  const t = useWords(figureWords)
  const { code } = data.figure
  const [at, go] = useAddress()
  const query = {
    year,
    side: at['side'] === 'denominator' && data.formula.denominator ? ('denominator' as const) : ('numerator' as const),
    counted: at['counted'] === 'no' ? ('no' as const) : ('yes' as const),
    schoolId: asNumber(at['schoolId']),
    part: at['part'],
    sort: at['sort'] ?? 'school',
  }
  const given = { params: { unitId, code }, query }
  const list = useInfiniteQuery({ ...asPages(figureApi.rows, given), placeholderData: keepPreviousData })
  const first = list.data?.pages[0]
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const totals = first?.totals
  const total = query.counted === 'yes' ? totals?.counted : totals?.leftOut
  return (
    <>
      <Sides data={data} query={query} totals={totals} />
      <div className="filters">
        <SchoolFilter data={data} picked={query.schoolId} onPick={(schoolId) => go({ schoolId })} />
        <PartFilter data={data} picked={query.part} onPick={(part) => go({ part })} />
        {(query.schoolId !== undefined || query.part) && (
          <Button type="link" onClick={() => go({ schoolId: undefined, part: undefined })}>
            {t('clear')}
          </Button>
        )}
        {rows.some(({ masked }) => masked) && <span className="quiet">{t('rows_persons_masked')}</span>}
        {data.can.includes('export') && (
          <a className="export" href={addressOf(figureApi.export, given)} download>
            {t('export')}
          </a>
        )}
      </div>
      <ProblemNote error={list.error} />
      {first ? (
        <Found rows={rows} first={first} query={query} year={year} onSort={(sort) => go({ sort }, 'replace')} />
      ) : (
        <TableSkeleton rows={10} columns={6} />
      )}
      {total !== undefined && rows.length > 0 && <More shown={rows.length} total={total} query={list} />}
    </>
  )
}

interface FoundGiven {
  rows: Rows['rows']
  first: Rows
  query: { counted: 'yes' | 'no'; sort: string }
  year: number
  onSort: (sort: string) => void
}

function Found({ rows, first, query, year, onSort }: FoundGiven) {
  const t = useWords(figureWords)
  const columns: Column<Rows['rows'][number]>[] = useRowColumns(first, query.counted === 'no', year)
  return (
    <RuledTable
      caption={t('rows')}
      quiet
      rows={rows}
      rowKey={({ id }) => id}
      sort={query.sort}
      onSort={onSort}
      empty={t(query.counted === 'no' ? 'noneLeftOut' : 'none')}
      columns={columns}
    />
  )
}

interface SidesGiven {
  data: FigureData
  query: {
    year: number
    side: 'numerator' | 'denominator'
    counted: 'yes' | 'no'
    schoolId: number | undefined
    part: string | undefined
  }
  totals: { counted: number; leftOut: number } | undefined
}

/** Which rows: of the numerator or the denominator; counted or left out. Links, since each is a place of its own. */
function Sides({ data: { figure, formula, unit }, query, totals }: SidesGiven) {
  const t = useWords(figureWords)
  const to = (side: 'numerator' | 'denominator', counted: 'yes' | 'no') =>
    places.figure({
      unitId: unit.id,
      code: figure.code,
      year: query.year,
      schoolId: query.schoolId,
      part: query.part,
      side,
      counted,
    })
  const sides = (['numerator', 'denominator'] as const).filter((side) => formula[side])
  return (
    <nav className="sides" aria-label={t('side')}>
      {sides.length > 1 && (
        <ul>
          {sides.map((side) => (
            <li key={side}>
              <Go to={to(side, query.counted)} keepScroll current={side === query.side}>
                {t('sideTab', { side: t(side), title: formula[side]!.title })}
              </Go>
            </li>
          ))}
        </ul>
      )}
      <ul>
        {(['yes', 'no'] as const).map((counted) => (
          <li key={counted}>
            <Go to={to(query.side, counted)} keepScroll current={counted === query.counted}>
              {t(counted === 'yes' ? 'countedN' : 'leftOutN', {
                n: inFigures(counted === 'yes' ? totals?.counted : totals?.leftOut),
              })}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SchoolFilter({
  data,
  picked,
  onPick,
}: {
  data: FigureData
  picked: number | undefined
  onPick: (id: number | undefined) => void
}) {
  const t = useWords(figureWords)
  if (data.breakdown.length < 2) return null
  return (
    <Picker
      label={t('school')}
      all={t('allSchools')}
      value={picked}
      options={data.breakdown.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      onPick={onPick}
    />
  )
}

function PartFilter({
  data,
  picked,
  onPick,
}: {
  data: FigureData
  picked: string | undefined
  onPick: (part: string | undefined) => void
}) {
  const t = useWords(figureWords)
  const parts = Object.keys(data.figure.parts ?? {})
  if (parts.length === 0) return null
  return (
    <Picker
      label={t('part')}
      all={t('allParts')}
      value={picked}
      options={parts.map((value) => ({ value, label: value }))}
      onPick={onPick}
    />
  )
}
