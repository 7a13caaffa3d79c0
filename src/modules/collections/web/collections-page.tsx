import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { collectionApi, type CollectionLine } from '../collection.contract.ts'
import { collectionPlaces } from './collection-places.ts'
import { collectionWords } from './collection-words.ts'
import { CollectionSide } from './sides.ts'
import './collections.css'

/** The volumes of a cluster, the latest first. */
export default function CollectionsPage() {
  const t = useWords(collectionWords)
  const unitId = Number(useParam('unitId'))
  const [isAdding, setAdding] = useState(false)
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(collectionApi.list, { params: { unitId } }))
  const { collections, can } = data
  const keeps = can.includes('keep')
  const inState = (state: CollectionLine['state']) => collections.filter((one) => one.state === state).length
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      {...(collections.length > 0 && {
        lead: t('lead', { n: collections.length, open: inState('征稿中'), edited: inState('编辑中') }),
      })}
      acts={
        keeps && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {collections.length === 0 ? (
        <Empty title={t('none')}>{keeps && <p>{t('noneLead')}</p>}</Empty>
      ) : (
        <Volumes collections={collections} />
      )}
      {isAdding && <CollectionSide unitId={unitId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Volumes({ collections }: { collections: CollectionLine[] }) {
  const t = useWords(collectionWords)
  return (
    <RuledTable
      caption={t('list')}
      quiet
      rows={collections}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('volume'), heads: true, cell: ({ id, title }) => <Go to={collectionPlaces.collection(id)}>{title}</Go> }, // prettier-ignore
        { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
        { key: 'period', title: t('period'), cell: ({ from, until }) => t('periodOf', { from: dayInWords(from), until: dayInWords(until) }) }, // prettier-ignore
        { key: 'entries', title: t('entries'), cell: (one) => t('entriesOf', one) },
        { key: 'chosen', title: t('chosen'), cell: (one) => (one.chosen > 0 ? t('chosenOf', one) : '—') },
        { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
      ]}
    />
  )
}
