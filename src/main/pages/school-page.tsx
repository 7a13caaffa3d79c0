import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense } from 'react'
import { figureApi, type Figure } from '#modules/assessment/figure.contract.ts'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { SchoolNotice, SchoolOrganization } from '#modules/organizations/web/index.ts'
import { dayInWords } from '#shared/day.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places, placeOfUnit } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { Sparkline } from '#ui/trend.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import './school.css'
import { schoolPageWords } from './school-words.ts'

type School = Received<typeof schoolApi.read>
type Year = School['years'][number]

const servicesOf = (schoolId: number) => ({ to: '/schools/$schoolId/services', params: { schoolId: String(schoolId) } })

/** One school: where it belongs, its years, and its own figures. */
export default function SchoolPage() {
  const t = useWords(schoolPageWords)
  const schoolId = Number(useParam('schoolId'))
  const year = asNumber(useAddress()[0]['year'])
  const [{ data: school }, { data: overview }] = useSuspenseQueries({
    queries: [
      asQuery(schoolApi.read, { params: { schoolId } }),
      asQuery(figureApi.overview, { params: { unitId: schoolId } }),
    ],
  })
  const [home] = school.memberships
  const latest = [...school.years].sort((a, b) => b.schoolYear - a.schoolYear)[0]
  const lead = [school.districtName, latest?.kind, latest?.ownership, school.code && t('code', { code: school.code })]
    .filter(Boolean)
    .join('，')
  return (
    <Page
      title={school.name}
      tag={overview.unit.sample && <SampleTag />}
      {...(home && { crumbs: [{ text: home.clusterName, to: places.cluster(home.clusterId) }] })}
      lead={lead}
      acts={
        home && (
          <>
            {school.can.includes('handIn') && <Go to={places.ownHandIn(schoolId)}>{t('handIn')}</Go>}
            {school.can.includes('handIn') && <Go to={servicesOf(schoolId)}>{t('services')}</Go>}
            {school.can.includes('readTeachers') && <Go to={places.timetable(schoolId)}>{t('timetable')}</Go>}
            {school.can.includes('readTeachers') && <Go to={places.schoolCover(schoolId)}>{t('cover')}</Go>}
            <Go to={places.training({ unitId: schoolId, tier: '校本' })}>{t('training')}</Go>
            {school.can.includes('handIn') && <Go to={places.rotationNeeds(schoolId)}>{t('rotation')}</Go>}
            {school.can.includes('readTeachers') && (
              <Go to={places.schoolRotations(schoolId, year)}>{t('rotations')}</Go>
            )}
            {school.can.includes('readTeachers') && (
              <Go to={places.teachers(home.clusterId, { schoolId, ...(year && { year }) })}>{t('teachers')}</Go>
            )}
          </>
        )
      }
    >
      {(school.closedOn ?? school.mergedInto) && (
        <Suspense fallback={null}>
          <SchoolNotice school={school} />
        </Suspense>
      )}
      <div className="school-facts">
        <Years school={school} />
        <Memberships school={school} />
      </div>
      <Figures schoolId={schoolId} years={overview.years} figures={overview.figures} />
      <Suspense fallback={<TableSkeleton rows={3} columns={3} />}>
        <SchoolOrganization schoolId={schoolId} />
      </Suspense>
    </Page>
  )
}

function Years({ school }: { school: School }) {
  const t = useWords(schoolPageWords)
  const u = useWords(uiWords)
  const renamed = school.years.some(({ name }) => name !== school.name)
  return (
    <RuledTable
      caption={t('years')}
      rows={[...school.years].sort((a, b) => b.schoolYear - a.schoolYear)}
      rowKey={({ schoolYear }) => schoolYear}
      columns={[
        {
          key: 'year',
          title: t('year'),
          heads: true,
          className: 'still',
          cell: ({ schoolYear }) => u('year', { year: schoolYear }),
        },
        ...(renamed ? [{ key: 'name', title: t('name'), cell: ({ name }: Year) => name }] : []),
        { key: 'kind', title: t('kind'), cell: ({ kind }) => kind ?? '—' },
        { key: 'ownership', title: t('ownership'), cell: ({ ownership }) => ownership ?? '—' },
        { key: 'campuses', title: t('campuses'), numeric: true, cell: ({ campuses }) => inFigures(campuses) },
        { key: 'pupils', title: t('pupils'), numeric: true, cell: ({ pupils }) => inFigures(pupils) },
      ]}
    />
  )
}

function Memberships({ school }: { school: School }) {
  const t = useWords(schoolPageWords)
  const span = (from: string, until: string | null) =>
    until ? t('fromTo', { from: dayInWords(from), until: dayInWords(until) }) : t('from', { from: dayInWords(from) })
  return (
    <RuledTable
      caption={t('memberships')}
      rows={school.memberships}
      rowKey={({ clusterId, fromDay }) => `${clusterId} ${fromDay}`}
      columns={[
        {
          key: 'cluster',
          title: t('cluster'),
          heads: true,
          cell: ({ clusterId, clusterKind, clusterName }) => (
            <Go to={placeOfUnit({ id: clusterId, kind: clusterKind })}>{clusterName}</Go>
          ),
        },
        { key: 'role', title: t('role'), cell: ({ role }) => role },
        {
          key: 'since',
          title: t('since'),
          className: 'still',
          cell: ({ fromDay, untilDay }) => span(fromDay, untilDay),
        },
      ]}
    />
  )
}

function Figures({ schoolId, years, figures }: { schoolId: number; years: number[]; figures: Figure[] }) {
  const t = useWords(schoolPageWords)
  const ordered = [...years].sort((a, b) => a - b)
  const at = (code: string, year: number) => figures.find((figure) => figure.code === code && figure.year === year)
  const rows = figures
    .filter((figure, n) => figures.findIndex(({ code }) => code === figure.code) === n)
    .filter(({ code }) => ordered.some((year) => at(code, year)?.value))
  return (
    <section aria-labelledby="figures">
      <div className="section-head">
        <h2 id="figures">{t('figures')}</h2>
        <p>{t('figuresLead')}</p>
      </div>
      <RuledTable
        caption={t('figures')}
        quiet
        rows={rows}
        rowKey={({ code }) => code}
        empty={t('noFigures')}
        columns={[
          { key: 'name', title: t('figure'), heads: true, cell: ({ name }) => name },
          { key: 'unit', title: t('unit'), cell: ({ unit }) => unit },
          ...ordered.map((year) => ({
            key: String(year),
            title: String(year),
            numeric: true,
            cell: ({ code, unit }: Figure) => {
              const value = at(code, year)?.value ?? null
              const shown = inFigures(value, decimalsOf(unit))
              return value === null ? shown : <Go to={places.figure({ unitId: schoolId, code, year })}>{shown}</Go>
            },
          })),
          {
            key: 'trend',
            title: t('trend'),
            className: 'trend-cell',
            cell: ({ code }) => (
              <Sparkline points={ordered.map((year) => ({ year, value: at(code, year)?.value ?? null }))} />
            ),
          },
        ]}
      />
    </section>
  )
}
