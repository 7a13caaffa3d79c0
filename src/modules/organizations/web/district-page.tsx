import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { clusterApi, type KeptCluster } from '../cluster.contract.ts'
import { unitApi } from '../unit.contract.ts'
import { districtWords } from './district-words.ts'
import './organization.css'
import { organizationWords } from './organization-words.ts'
import { CreateSide, NewSchoolSide } from './sides.ts'

/** All clusters and groups of a district or the city: how they are made up, and new ones. */
export default function DistrictPage() {
  const t = useWords(districtWords)
  const unitId = Number(useParam('unitId'))
  const [{ q = '' }, go] = useAddress()
  const [side, setSide] = useState<'cluster' | 'school'>()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const list = useQuery({
    ...asQuery(clusterApi.list, { params: { unitId }, query: { q } }),
    placeholderData: keepPreviousData,
  })
  const clusters = list.data?.clusters ?? []
  return (
    <Page
      title={t('title')}
      crumbs={[{ text: unit.name, to: places.unit(unitId) }]}
      {...(list.data && { lead: t('lead', { n: clusters.length }) })}
      acts={
        list.data?.can.includes('decide') && (
          <>
            <Button type="primary" onClick={() => setSide('cluster')}>
              {t('create')}
            </Button>
            <Button onClick={() => setSide('school')}>{t('newSchool')}</Button>
          </>
        )
      }
    >
      <div>
        <div className="filters">
          <SearchBox label={t('search')} value={q} onSearch={(text) => go({ q: text }, 'replace')} />
        </div>
        <RuledTable
          caption={t('title')}
          quiet
          rows={clusters}
          rowKey={({ id }) => id}
          rowClass={({ closedOn }) => (closedOn ? 'past' : undefined)}
          empty={q ? t('noneFound', { q }) : t('none')}
          columns={useColumns(unit.kind === 'city')}
        />
      </div>
      <CreateSide unitId={unitId} open={side === 'cluster'} onClose={() => setSide(undefined)} />
      <NewSchoolSide
        unitId={unitId}
        ofCluster={false}
        open={side === 'school'}
        today={dayOf(new Date())}
        onClose={() => setSide(undefined)}
      />
    </Page>
  )
}

function useColumns(ofCity: boolean): Column<KeptCluster>[] {
  const t = useWords(districtWords)
  const o = useWords(organizationWords)
  const district: Column<KeptCluster> = {
    key: 'district',
    title: t('district'),
    className: 'still',
    cell: ({ districtName }) => districtName,
  }
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      cell: ({ id, name, sample, closedOn }) => (
        <>
          <Go to={places.organization(id)}>{name}</Go>
          {sample && <SampleTag />}
          {closedOn && <span> {t('closed', { day: dayInWords(closedOn) })}</span>}
        </>
      ),
    },
    ...(ofCity ? [district] : []),
    { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => o(kind as 'cluster') },
    {
      key: 'scope',
      title: t('scope'),
      className: 'still',
      cell: ({ stageScope }) => (stageScope ? o(stageScope) : '—'),
    },
    { key: 'schools', title: t('schools'), numeric: true, cell: ({ schools }) => inFigures(schools) },
    { key: 'leads', title: t('leads'), cell: ({ leads }) => leads.join('、') || '—' },
    {
      key: 'duties',
      title: t('duties'),
      cell: ({ duties }) => duties.map((duty) => t('duty', duty)).join('，') || '—',
    },
  ]
}
