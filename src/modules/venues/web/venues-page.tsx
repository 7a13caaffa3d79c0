import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, type VenueLine } from '../venue.contract.ts'
import { AddVenueSide } from './sides.ts'
import { VenueFilters } from './venue-filters.tsx'
import { venueWords } from './venue-words.ts'
import './venues.css'

/** All venues of a cluster: of its member schools of today, and of its partners. */
export default function VenuesPage() {
  const t = useWords(venueWords)
  const unitId = Number(useParam('unitId'))
  const [at] = useAddress()
  const [adding, setAdding] = useState(false)
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(venueApi.list, { params: { unitId } })],
  })
  const inUse = data.venues.filter(({ state }) => state !== '已停用')
  const shown = (at['closed'] ? data.venues : inUse).filter((venue) => fits(venue, at))
  const columns = useColumns()
  const open = inUse.filter(({ state }) => state === '可预约').length
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead', { n: inUse.length, open })}
      acts={
        <>
          <a href={addressOf(venueApi.export, { params: { unitId } })} download>
            {t('export')}
          </a>
          {data.schools.length > 0 && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <div>
        <VenueFilters venues={data.venues} />
        <RuledTable
          caption={t('title')}
          quiet
          rows={shown}
          rowKey={({ id }) => id}
          empty={data.venues.length === 0 ? t('empty') : t('none')}
          columns={columns}
        />
        <AddVenueSide
          open={adding}
          schools={data.schools}
          venues={data.venues}
          tiles={data.tiles}
          onClose={() => setAdding(false)}
        />
      </div>
    </Page>
  )
}

type Address = Record<string, string | undefined>

const fits = (venue: VenueLine, at: Address): boolean =>
  (at['q'] === undefined || `${venue.name}${venue.owner}`.includes(at['q'])) &&
  (at['owner'] === undefined || venue.owner === at['owner']) &&
  (at['kind'] === undefined || venue.kind === at['kind']) &&
  (at['openTo'] === undefined || venue.openTo === at['openTo']) &&
  (at['stage'] === undefined || venue.stages.length === 0 || venue.stages.includes(at['stage'])) &&
  venue.capacity >= (asNumber(at['capacity']) ?? 0)

function useColumns(): Column<VenueLine>[] {
  const t = useWords(venueWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ id, name }) => <Go to={places.venue(id)}>{name}</Go>,
    },
    {
      key: 'owner',
      title: t('owner'),
      className: 'still',
      cell: ({ owner, schoolId, siteId }) => (
        <Go to={siteId === null ? places.school(schoolId!) : places.site(siteId)}>{owner}</Go>
      ),
    },
    { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
    { key: 'capacity', title: t('capacity'), numeric: true, cell: ({ capacity }) => capacity },
    { key: 'stage', title: t('stage'), className: 'still', cell: ({ stages }) => stages.join('、') || t('everyStage') },
    { key: 'opening', title: t('opening'), className: 'wide', cell: ({ opening }) => opening },
    {
      key: 'approval',
      title: t('approval'),
      className: 'still',
      cell: ({ needsApproval }) => t(needsApproval ? 'needs' : 'needsNot'),
    },
    { key: 'state', title: t('state'), className: 'still', cell: (venue) => <State venue={venue} /> },
  ]
}

/** 暂停开放：地板维修 */
export const State = ({ venue: { state, closedWhy } }: { venue: Pick<VenueLine, 'state' | 'closedWhy'> }) => (
  <span className={state === '可预约' ? '' : 'venue-shut'}>
    {state === '暂停开放' ? `${state}：${closedWhy}` : state}
  </span>
)
