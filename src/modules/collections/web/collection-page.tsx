import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { collectionApi, type Collection } from '../collection.contract.ts'
import { collectionPlaces } from './collection-places.ts'
import { collectionWords } from './collection-words.ts'
import { CollectionSide, EntrySide } from './sides.ts'
import { WorkSection } from './work-section.tsx'
import './collections.css'

type Doing = 'change' | 'enter'

/** A volume: what it asks for, what was handed in, and what stands in it. */
export default function CollectionPage() {
  const t = useWords(collectionWords)
  const collectionId = useParam('collectionId')
  const [doing, setDoing] = useState<Doing>()
  const { data: collection } = useSuspenseQuery(asQuery(collectionApi.read, { params: { collectionId } }))
  const { unit, unitId, title } = collection
  const onClose = () => setDoing(undefined)
  return (
    <Page
      title={title}
      tag={collection.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: collectionPlaces.collections(unitId) },
      ]}
    >
      <div>
        <Acts collection={collection} onDo={setDoing} />
        <Facts collection={collection} />
        <WorkSection collection={collection} />
      </div>
      {doing === 'change' && <CollectionSide unitId={unitId} collection={collection} onClose={onClose} />}
      {doing === 'enter' && <EntrySide collection={collection} onClose={onClose} />}
    </Page>
  )
}

function Acts({ collection, onDo }: { collection: Collection; onDo: (what: Doing) => void }) {
  const t = useWords(collectionWords)
  const finish = useAct(collectionApi.finish, { done: (reply) => t('finished', reply) })
  const { id: collectionId, can, state, schoolsFor } = collection
  const params = { collectionId }
  const finishes = can.includes('keep') && state === '编辑中'
  return (
    <>
      <div className="collection-tools no-print">
        {state === '征稿中' && schoolsFor.length > 0 && (
          <Button type="primary" onClick={() => onDo('enter')}>
            {t('enter')}
          </Button>
        )}
        {finishes && (
          <Button type="primary" loading={finish.isPending} onClick={() => finish.mutate({ params })}>
            {t('finish')}
          </Button>
        )}
        {can.includes('keep') && <Button onClick={() => onDo('change')}>{t('change')}</Button>}
        {can.includes('take') && collection.chosen > 0 && (
          <>
            <a href={addressOf(collectionApi.contents, { params })} download>
              {t('takeContents')}
            </a>
            <a href={addressOf(collectionApi.volume, { params })} download>
              {t('takeVolume')}
            </a>
          </>
        )}
      </div>
      {finishes && <p className="quiet">{t('finishHint')}</p>}
      <ProblemNote error={finish.error ?? undefined} />
    </>
  )
}

function Facts({ collection }: { collection: Collection }) {
  const t = useWords(collectionWords)
  const { kind, state, from, until, finishedOn, words } = collection
  return (
    <>
      <FactList
        facts={[
          [t('state'), finishedOn === null ? state : t('stateOf', { state, day: dayInWords(finishedOn) })],
          [t('kind'), kind],
          [t('period'), t('periodOf', { from: dayInWords(from), until: dayInWords(until) })],
          [t('entries'), t('entriesOf', collection)],
          ...(collection.chosen > 0 ? [[t('chosen'), t('chosenOf', collection)] as const] : []),
        ]}
      />
      {words !== '' && (
        <section className="collection-section" aria-label={t('words')}>
          <h2>{t('words')}</h2>
          <p className="collection-text">{words}</p>
        </section>
      )}
    </>
  )
}
