import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { placeOfUnit, places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { figureApi } from '../figure.contract.ts'
import { BookTables } from './book-tables.tsx'
import './cockpit.css'
import { Dimensions } from './dimensions.tsx'
import { KeyFigures } from './key-figures.tsx'
import { FigureShelf } from './overview.ts'
import { VerdictAtAGlance } from './verdict.tsx'
import { cockpitWords } from './words.ts'

/** A district or the city: its figures, every school counted once, and the clusters below. Other units have pages of their own. */
export default function UnitPage() {
  const unitId = Number(useParam('unitId'))
  const [{ year }] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const place = placeOfUnit(unit, asNumber(year))
  if (place.to !== places.unit(unitId).to)
    return <Navigate to={place.to} params={place.params as never} search={(place.search ?? {}) as never} replace />
  return <Above unitId={unitId} years={unit.years} city={unit.kind === 'city'} />
}

function Above({ unitId, years, city }: { unitId: number; years: number[]; city: boolean }) {
  const t = useWords(cockpitWords)
  const u = useWords(uiWords)
  const [{ year: asked }, go] = useAddress()
  const wanted = asNumber(asked)
  const [{ data: overview }, { data: below }] = useSuspenseQueries({
    queries: [
      asQuery(figureApi.overview, {
        params: { unitId },
        query: { ...(wanted && { years: [wanted - 2, wanted - 1, wanted].join(',') }) },
      }),
      asQuery(unitApi.clusters, { query: city ? {} : { districtId: unitId } }),
    ],
  })
  const { unit } = overview
  const year = wanted ?? Math.max(...overview.years, 0)
  const rest = { shelf: new FigureShelf(overview), year, unitId }
  const schools = unit.schools.find((line) => line.year === year)?.schools ?? null
  return (
    <Page
      className="cockpit"
      title={unit.name}
      tag={unit.sample && <SampleTag />}
      lead={`${u('year', { year })}，${inFigures(schools)} ${t('schools')}`}
      acts={
        <>
          <YearPicker year={year} years={years} onPick={(picked) => go({ year: picked })} />
          <Button onClick={() => window.print()}>{u('print')}</Button>
        </>
      }
    >
      <VerdictAtAGlance {...rest} />
      <KeyFigures {...rest} />
      <Clusters clusters={below.clusters} year={year} city={city} />
      <BookTables {...rest} tables={overview.tables} />
      <Dimensions {...rest} dimensions={overview.dimensions} />
    </Page>
  )
}

function Clusters({
  clusters,
  year,
  city,
}: {
  clusters: {
    id: number
    name: string
    districtName: string
    schools: number
    latestYear: number | null
    sample: boolean
  }[]
  year: number
  city: boolean
}) {
  const t = useWords(cockpitWords)
  if (city) return null
  return (
    <section aria-labelledby="clusters">
      <div className="section-head">
        <h2 id="clusters">{t('clusters')}</h2>
        <p>{t('toClusters', { n: clusters.length })}</p>
      </div>
      <RuledTable
        caption={t('clusters')}
        quiet
        rows={clusters}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('cluster'),
            heads: true,
            cell: ({ id, name, sample, latestYear }) => (
              <>
                <Go to={places.cluster(id, latestYear === null ? undefined : Math.min(latestYear, year))}>{name}</Go>
                {sample && <SampleTag />}
              </>
            ),
          },
          { key: 'schools', title: t('schools'), numeric: true, cell: ({ schools }) => inFigures(schools) },
          { key: 'latest', title: t('latest'), numeric: true, cell: ({ latestYear }) => latestYear ?? '—' },
        ]}
      />
    </section>
  )
}
