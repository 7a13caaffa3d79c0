import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { guideApi, guideFormats } from '../guide.contract.ts'
import { Editions } from './guide-editions.tsx'
import { IssueSide, KeepSide } from './sides.ts'
import { GuideView } from './guide-view.tsx'
import { guideWords } from './guide-words.ts'
import './practice.css'

type Guide = Received<typeof guideApi.read>

/** The guide of a cluster as it stands or as an edition kept it; the office edits its words, issues it and makes it public. */
export default function GuidePage() {
  const t = useWords(guideWords)
  const unitId = Number(useParam('unitId'))
  const [search] = useAddress()
  const edition = asNumber(search['edition'])
  const [{ data: unit }, { data: guide }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(guideApi.read, { params: { unitId }, query: edition ? { edition } : {} }),
    ],
  })
  const { content } = guide
  const n = content.bases.length
  const read = guide.edition
  return (
    <Page
      title={content.title}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={
        read ? t('leadEdition', { ...read, n, day: dayInWords(read.issuedOn), by: read.issuedBy }) : t('leadNow', { n })
      }
      acts={<Acts unitId={unitId} guide={guide} />}
    >
      {guide.code && <PublicAddress code={guide.code} />}
      <GuideView content={content} tiles={guide.tiles} />
      <Editions unitId={unitId} editions={guide.editions} />
    </Page>
  )
}

function Acts({ unitId, guide }: { unitId: number; guide: Guide }) {
  const t = useWords(guideWords)
  const [side, setSide] = useState<'keep' | 'issue'>()
  const { edition, editions, content, changes, isPublic, can } = guide
  const next = (editions[0]?.number ?? 0) + 1
  const isKept = can.includes('keep') && !edition
  const close = () => setSide(undefined)
  return (
    <div className="guide-acts no-print">
      {edition && <Go to={places.guide(unitId)}>{t('back')}</Go>}
      {content.bases.length > 0 &&
        guideFormats.map((format) => (
          <a
            key={format}
            download
            href={addressOf(guideApi.file, {
              params: { unitId, format },
              query: edition ? { edition: edition.number } : {},
            })}
          >
            {t(format)}
          </a>
        ))}
      {isKept && <Button onClick={() => setSide('keep')}>{t('edit')}</Button>}
      {isKept && content.bases.length > 0 && (editions.length === 0 || changes.length > 0) && (
        <Button type="primary" onClick={() => setSide('issue')}>
          {t('issue', { number: next })}
        </Button>
      )}
      {side === 'keep' && <KeepSide unitId={unitId} content={content} isPublic={isPublic} onClose={close} />}
      {side === 'issue' && <IssueSide unitId={unitId} number={next} changes={changes} onClose={close} />}
    </div>
  )
}

function PublicAddress({ code }: { code: string }) {
  const t = useWords(guideWords)
  const { to } = places.openGuide(code)
  const address = `${location.origin}${to.replace('$code', code)}`
  return (
    <p className="no-print">
      {t('publicAt')}：<a href={address}>{address}</a>
    </p>
  )
}
