import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { reportApi, type ReportLine } from '../report.contract.ts'
import { useDay } from './day.ts'
import { DraftOpen } from './draft-open.tsx'
import { reportWords } from './words.ts'

/** The reports of a cluster: what was issued, what is being written, and a new one. */
export default function ReportsPage() {
  const t = useWords(reportWords)
  const unitId = Number(useParam('unitId'))
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(reportApi.list, { params: { unitId } }))
  const mayCreate = data.can.includes('create')
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t(mayCreate ? 'lead' : 'leadReader')}
      {...(mayCreate && data.years.length > 0 && { acts: <NewReport unitId={unitId} years={data.years} /> })}
    >
      <RuledTable
        caption={t('title')}
        quiet
        rows={data.reports}
        rowKey={({ id }) => id}
        empty={t(data.years.length > 0 ? 'none' : 'noneYet')}
        columns={useColumns()}
      />
    </Page>
  )
}

function NewReport({ unitId, years }: { unitId: number; years: number[] }) {
  const t = useWords(reportWords)
  const navigate = useNavigate()
  const [year, pick] = useState(years.at(-1)!)
  const create = useAct(reportApi.create, {
    done: () => t('created'),
    then: ({ id }) => void navigate({ ...places.report(id) } as never),
  })
  return (
    <>
      <YearPicker year={year} years={years} onPick={pick} label={t('whichYear')} />
      <Button
        type="primary"
        loading={create.isPending}
        onClick={() => create.mutate({ params: { unitId }, body: { schoolYear: year } })}
      >
        {t('create')}
      </Button>
      <DraftOpen error={create.error} />
    </>
  )
}

function useColumns(): Column<ReportLine>[] {
  const t = useWords(reportWords)
  const u = useWords(uiWords)
  const day = useDay()
  return [
    {
      key: 'title',
      title: t('name'),
      heads: true,
      cell: ({ id, title, edition }) => (
        <Go to={places.report(id)}>{edition > 1 ? `${title}（${t('edition', { n: edition })}）` : title}</Go>
      ),
    },
    {
      key: 'year',
      title: u('yearLabel'),
      className: 'still',
      cell: ({ schoolYear }) => u('year', { year: schoolYear }),
    },
    { key: 'state', title: t('state'), className: 'still', cell: ({ status }) => t(`status_${status}`) },
    { key: 'number', title: t('number'), className: 'still', cell: ({ number }) => number || '—' },
    { key: 'figures', title: t('figuresDay'), className: 'still', cell: ({ figuresDay }) => day(figuresDay) },
    {
      key: 'issued',
      title: t('issuedOn'),
      className: 'still',
      cell: ({ issuedAt }) => (issuedAt ? day(issuedAt) : '—'),
    },
  ]
}
