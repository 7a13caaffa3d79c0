import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { figureApi } from '../figure.contract.ts'
import { BookTables } from './book-tables.tsx'
import './cockpit.css'
import { ConcernsLine } from './concerns-line.tsx'
import { Dimensions } from './dimensions.tsx'
import { KeyFigures } from './key-figures.tsx'
import { FigureShelf, type Overview } from './overview.ts'
import { TargetsAhead } from './targets-ahead.tsx'
import { VerdictAtAGlance } from './verdict.tsx'
import { cockpitWords } from './words.ts'

/** The cockpit of a cluster: what is met and missed, the figures that matter, then everything. */
export default function CockpitPage() {
  const t = useWords(cockpitWords)
  const u = useWords(uiWords)
  const unitId = Number(useParam('unitId'))
  const [{ year: asked }, go] = useAddress()
  const wanted = asNumber(asked)
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data: overview } = useSuspenseQuery(
    asQuery(figureApi.overview, { params: { unitId }, query: { ...(wanted && { years: lastThree(wanted) }) } }),
  )
  const year = wanted ?? Math.max(...overview.years, 0)
  const shelf = new FigureShelf(overview)
  if (unit.years.length === 0)
    return (
      <Empty title={t('empty', { name: unit.name })}>
        <p className="quiet">{t('emptyWhy')}</p>
        {unit.can.includes('import') && <Go to={places.imports(unitId)}>{t('import')}</Go>}
      </Empty>
    )
  const rest = { shelf, year, unitId }
  return (
    <Page
      className="cockpit"
      title={unit.name}
      tag={overview.unit.sample && <SampleTag />}
      lead={<Lead overview={overview} year={year} />}
      acts={
        <>
          <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />
          <Button onClick={() => window.print()}>{u('print')}</Button>
        </>
      }
    >
      <VerdictAtAGlance {...rest} />
      <ConcernsLine unitId={unitId} />
      <KeyFigures {...rest} />
      <BookTables {...rest} tables={overview.tables} />
      <Dimensions {...rest} dimensions={overview.dimensions} />
      <TargetsAhead {...rest} />
      <p className="print-only quiet">{u('printedOn', { day: dayInWords(dayOf(new Date())) })}</p>
    </Page>
  )
}

const lastThree = (year: number) => [year - 2, year - 1, year].join(',')

function Lead({ overview: { unit }, year }: { overview: Overview; year: number }) {
  const t = useWords(cockpitWords)
  const u = useWords(uiWords)
  const members = unit.schools.find((line) => line.year === year)
  const facts = {
    district: unit.districtName,
    scope: unit.stageScope && t(unit.stageScope),
    schools: inFigures(members?.schools ?? null),
    campuses: members?.campuses,
  }
  const key = !unit.stageScope ? 'leadPlain' : members?.campuses ? 'leadCampuses' : 'lead'
  return (
    <>
      {t(key, facts)}
      <span className="print-only">{u('year', { year })}</span>
    </>
  )
}
