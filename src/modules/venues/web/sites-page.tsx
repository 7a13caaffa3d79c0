import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Filters } from '#ui/filters.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { useWords } from '#ui/words.ts'
import { siteApi, type SiteLine } from '../site.contract.ts'
import { siteKinds } from '../site.rules.ts'
import { stageNames } from '../venue.rules.ts'
import { AddSiteSide } from './sides.ts'
import { siteWords } from './site-words.ts'
import './venues.css'

/** The partners of a cluster, where pupils practise. */
export default function SitesPage() {
  const t = useWords(siteWords)
  const unitId = Number(useParam('unitId'))
  const [at] = useAddress()
  const [adding, setAdding] = useState(false)
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(siteApi.list, { params: { unitId } })],
  })
  const keeps = data.can.includes('keep')
  const open = data.sites.filter(({ state }) => state !== '已停用')
  const soon = open.filter(({ state }) => state === '协议快到期').length
  const columns = useColumns()
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={soon > 0 ? t('lead', { n: open.length, soon }) : t('leadPlain', { n: open.length })}
      acts={
        keeps && (
          <>
            <a href={addressOf(siteApi.export, { params: { unitId } })} download>
              {t('export')}
            </a>
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </>
        )
      }
    >
      <div>
        <SiteFilters sites={data.sites} />
        <RuledTable
          caption={t('title')}
          quiet
          rows={data.sites.filter((site) => fits(site, at))}
          rowKey={({ id }) => id}
          empty={data.sites.length === 0 ? t('empty') : t('none')}
          columns={columns}
        />
        {keeps && <AddSiteSide open={adding} unitId={unitId} tiles={data.tiles} onClose={() => setAdding(false)} />}
      </div>
    </Page>
  )
}

const fits = (site: SiteLine, at: Record<string, string | undefined>): boolean =>
  (at['q'] === undefined || `${site.name}${site.address}`.includes(at['q'])) &&
  (at['kind'] === undefined || site.kind === at['kind']) &&
  (at['stage'] === undefined || site.stages.length === 0 || site.stages.includes(at['stage'])) &&
  (at['theme'] === undefined || site.themes.includes(at['theme']))

function SiteFilters({ sites }: { sites: readonly SiteLine[] }) {
  const t = useWords(siteWords)
  const [at, go] = useAddress()
  const themes = [...new Set(sites.flatMap((site) => site.themes))].sort((a, b) => a.localeCompare(b, 'zh-CN'))
  const picker = (key: 'kind' | 'stage' | 'theme', all: string, values: readonly string[]) => (
    <Picker
      label={t(key)}
      all={all}
      value={at[key]}
      options={values.map((value) => ({ value, label: value }))}
      onPick={(value) => go({ [key]: value })}
    />
  )
  return (
    <Filters
      active={[at['kind'], at['stage'], at['theme']].filter((one) => one !== undefined)}
      onClear={() => go({ kind: undefined, stage: undefined, theme: undefined })}
      first={
        <SearchBox label={t('search')} value={at['q'] ?? ''} onSearch={(q) => go({ q: q || undefined }, 'replace')} />
      }
    >
      {picker('kind', t('allKinds'), siteKinds)}
      {picker('stage', t('allStages'), stageNames)}
      {picker('theme', t('allThemes'), themes)}
    </Filters>
  )
}

function useColumns(): Column<SiteLine>[] {
  const t = useWords(siteWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ id, name }) => <Go to={places.site(id)}>{name}</Go>,
    },
    { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
    { key: 'stage', title: t('stage'), className: 'still', cell: ({ stages }) => stages.join('、') || t('everyStage') },
    { key: 'theme', title: t('theme'), cell: ({ themes }) => themes.join('、') || '—' },
    { key: 'address', title: t('address'), cell: ({ address }) => address || '—' },
    { key: 'count', title: t('count'), numeric: true, cell: ({ venues }) => venues },
    {
      key: 'agreement',
      title: t('agreement'),
      className: 'still',
      cell: ({ agreementUntil: until }) => (until === null ? '—' : t('agreementUntil', { day: dayInWords(until) })),
    },
    { key: 'state', title: t('state'), className: 'still', cell: (site) => <SiteState site={site} /> },
  ]
}

export const SiteState = ({ site: { state } }: { site: Pick<SiteLine, 'state'> }) => (
  <span className={state === '可预约' ? '' : 'venue-shut'}>{state}</span>
)
