import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { schoolYearOf } from '#shared/school-year.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery, type Received } from '#ui/api.ts'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { venueUseApi } from '../venue-use.contract.ts'
import { hoursOf, rateRule, sharedRule } from '../venue-use.rules.ts'
import { UseRowsSide } from './sides.ts'
import { SchoolMatrix } from './use-matrix.tsx'
import { UseRange } from './use-range.tsx'
import { KindTable, OtherTable } from './use-sums.tsx'
import { UseVenues } from './use-venues.tsx'
import { useWordsOfVenues } from './use-words.ts'
import './bookings.css'

export type VenueUseFigures = Received<typeof venueUseApi.read>

/** How the venues of a cluster were used; every figure opens to its uses. */
export default function VenueUsePage() {
  const t = useWords(useWordsOfVenues)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? unit.years.at(-1) ?? schoolYearOf(dayOf(new Date()))
  const given = { params: { unitId }, query: { year, from: at['from'], until: at['until'] } }
  const { data, error } = useQuery({ ...asQuery(venueUseApi.read, given), placeholderData: keepPreviousData })
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year) }]}
      {...(data && { lead: <Lead data={data} /> })}
      acts={
        <>
          <a href={addressOf(venueUseApi.export, given)} download>
            {t('export')}
          </a>
          <YearPicker
            year={year}
            years={[...unit.years, schoolYearOf(dayOf(new Date()))]}
            onPick={(picked) => go({ year: picked, from: undefined, until: undefined })}
          />
        </>
      }
    >
      <div className="venue-use">
        {data && <UseRange data={data} />}
        <ProblemNote error={error} />
        {data && !error ? <Figures data={data} /> : !error && <TableSkeleton rows={10} columns={7} />}
        {data && at['rows'] !== undefined && <UseRowsSide data={data} unitId={unitId} year={year} />}
      </div>
    </Page>
  )
}

function Lead({ data: { from, until, shared } }: { data: VenueUseFigures }) {
  const t = useWords(useWordsOfVenues)
  const days = { from: dayInWords(from), until: dayInWords(until) }
  if (shared.uses === 0) return t('leadNone', days)
  const { uses, headCount, minutes } = shared
  return t('lead', {
    ...days,
    uses: inFigures(uses),
    people: inFigures(headCount),
    hours: minutes > 0 ? t('leadHours', { n: inFigures(hoursOf(minutes), 1) }) : '',
  })
}

function Figures({ data }: { data: VenueUseFigures }) {
  return (
    <>
      <p className="quiet">{sharedRule}</p>
      <KindTable data={data} />
      <OtherTable data={data} />
      <UseVenues data={data} />
      <p className="quiet">{rateRule}</p>
      <SchoolMatrix data={data} />
    </>
  )
}
