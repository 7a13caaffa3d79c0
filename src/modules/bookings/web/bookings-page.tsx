import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { bookingWords } from './booking-words.ts'
import { FindView } from './find-view.tsx'
import { LanesView } from './lanes-view.tsx'
import { ListView } from './list-view.tsx'
import { FeedSide, QuotaSide } from './sides.ts'
import './bookings.css'

/** Finding a venue that is free and booking it; and what is booked in a cluster. A link to one booking opens the list. */
export default function BookingsPage() {
  const t = useWords(bookingWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const [beside, setBeside] = useState<'feeds' | 'quotas'>()
  const close = () => setBeside(undefined)
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const view = at['view'] ?? (at['booking'] === undefined ? 'find' : 'list')
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
    >
      <div>
        <div className="booking-views">
          <Segmented
            value={view}
            onChange={(chosen) => go({ view: chosen, booking: undefined })}
            options={(['find', 'lanes', 'list'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <span className="booking-acts">
            <Button onClick={() => setBeside('quotas')}>{t('quotas')}</Button>
            <Button onClick={() => setBeside('feeds')}>{t('subscribe')}</Button>
          </span>
        </div>
        {view === 'find' && <FindView unitId={unitId} />}
        {view === 'lanes' && <LanesView unitId={unitId} />}
        {view === 'list' && <ListView unitId={unitId} />}
        {beside === 'feeds' && <FeedSide unitId={unitId} onClose={close} />}
        {beside === 'quotas' && <QuotaSide unitId={unitId} onClose={close} />}
      </div>
    </Page>
  )
}
