import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { filingApi } from '../filing.contract.ts'
import { StandingSide } from './sides.ts'
import { mobilityWords } from './words.ts'
import './mobility.css'

type Standings = Received<typeof filingApi.standings>

/** Which schools somebody said to be quality or weak in a year: a fact that some rules ask for. */
export default function StandingsPage() {
  const t = useWords(mobilityWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const thisYear = schoolYearOf(dayOf(new Date()))
  const year = asNumber(at['year']) ?? unit.years.at(-1) ?? thisYear
  const { data, error } = useQuery(asQuery(filingApi.standings, { params: { unitId }, query: { year } }))
  return (
    <Page
      title={t('standingTitle')}
      crumbs={[
        { text: unit.name, to: places.cluster(unitId, year) },
        { text: t('title'), to: places.rotations(unitId, year) },
      ]}
      lead={t('standingLead')}
      acts={<YearPicker year={year} years={[...unit.years, thisYear]} onPick={(picked) => go({ year: picked })} />}
    >
      <ProblemNote error={error} />
      {data ? <Schools data={data} year={year} /> : !error && <TableSkeleton rows={8} columns={4} />}
    </Page>
  )
}

function Schools({ data, year }: { data: Standings; year: number }) {
  const t = useWords(mobilityWords)
  const u = useWords(uiWords)
  const [saying, setSaying] = useState<Standings['schools'][number]>()
  const may = data.can.includes('keepStandings')
  return (
    <>
      <RuledTable
        caption={t('standingTitle')}
        quiet
        rows={data.schools}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', title: t('school'), heads: true, cell: ({ schoolName }) => schoolName },
          {
            key: 'standing',
            title: t('standing'),
            className: 'still',
            cell: ({ standing }) => standing ?? u('noData'),
          },
          { key: 'reason', title: t('reason'), className: 'wide', cell: ({ reason }) => reason ?? '—' },
          { key: 'by', title: t('by'), className: 'still', cell: ({ by }) => by ?? '—' },
          ...(may
            ? [
                {
                  key: 'acts',
                  title: t('acts'),
                  acts: true,
                  cell: (school: Standings['schools'][number]) => (
                    <Button type="link" size="small" onClick={() => setSaying(school)}>
                      {t('say')}
                      <span className="unseen">{school.schoolName}</span>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {saying && <StandingSide school={saying} year={year} onClose={() => setSaying(undefined)} />}
    </>
  )
}
