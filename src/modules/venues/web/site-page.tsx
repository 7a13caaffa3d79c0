import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { siteApi, type Site } from '../site.contract.ts'
import { Basics, EntryActs, OnMap } from './entry-parts.tsx'
import { Pictures } from './pictures.tsx'
import { EditSiteSide, SiteVenueSide } from './sides.ts'
import { SiteState } from './sites-page.tsx'
import { siteWords } from './site-words.ts'
import { State } from './venues-page.tsx'
import './venues.css'

/** Everything about one partner, and what can be booked there. */
export default function SitePage() {
  const t = useWords(siteWords)
  const siteId = useParam('siteId')
  const { data: site } = useSuspenseQuery(asQuery(siteApi.read, { params: { siteId } }))
  const [doing, setDoing] = useState<'edit' | 'venue'>()
  const keeps = site.can.includes('keep')
  return (
    <Page
      title={site.name}
      tag={site.sample && <SampleTag />}
      crumbs={[
        { text: site.clusterName, to: places.cluster(site.clusterId) },
        { text: t('title'), to: places.sites(site.clusterId) },
      ]}
      lead={
        <>
          {site.kind}，<SiteState site={site} />
        </>
      }
      acts={keeps && <Acts site={site} onEdit={() => setDoing('edit')} />}
    >
      <div className="venue-page">
        <Basics facts={useFacts(site)} />
        <Pictures of={{ siteId: site.id }} pictures={site.pictures} keeps={keeps} />
        <Bookable site={site} onAdd={() => setDoing('venue')} />
        <OnMap {...site} stages={[]} />
      </div>
      {keeps && <EditSiteSide open={doing === 'edit'} site={site} onClose={() => setDoing(undefined)} />}
      {keeps && <SiteVenueSide open={doing === 'venue'} site={site} onClose={() => setDoing(undefined)} />}
    </Page>
  )
}

function Acts({ site, onEdit }: { site: Site; onEdit: () => void }) {
  const t = useWords(siteWords)
  const params = { params: { siteId: site.id } }
  const reopen = useAct(siteApi.reopen, { done: () => t('reopened', site) })
  const close = useAct(siteApi.close, {
    done: ({ clashes }) => ({
      text: `${t('closed', site)}${clashes > 0 ? t('clashes', { n: clashes }) : ''}`,
      undo: () => reopen.mutate(params),
    }),
  })
  return (
    <EntryActs
      inUse={site.closedOn === null}
      onClose={() => close.mutate(params)}
      onReopen={() => reopen.mutate(params)}
      onEdit={onEdit}
    />
  )
}

function useFacts(site: Site): [string, ReactNode][] {
  const t = useWords(siteWords)
  const { contactName, contactPhone } = site
  const contact = (
    <>
      {contactName} {contactPhone !== '' && <a href={`tel:${contactPhone}`}>{contactPhone}</a>}
    </>
  )
  return [
    [t('address'), site.address],
    [t('contact'), contactName || contactPhone ? contact : ''],
    [t('stage'), site.stages.join('、') || t('everyStage')],
    [t('theme'), site.themes.join('、')],
    [t('agreement'), useAgreement(site)],
    [t('about'), site.about],
    [t('howToVisit'), site.howToVisit],
    [t('safety'), site.safety],
    [t('access'), site.access],
  ]
}

function useAgreement({ agreementFrom, agreementUntil }: Site): string {
  const t = useWords(siteWords)
  if (agreementUntil === null) return t('noAgreement')
  const until = dayInWords(agreementUntil)
  if (agreementFrom === null) return t('agreementUntil', { day: until })
  return t('agreementBetween', { from: dayInWords(agreementFrom), until })
}

function Bookable({ site, onAdd }: { site: Site; onAdd: () => void }) {
  const t = useWords(siteWords)
  return (
    <section>
      <div className="section-head">
        <h2>{t('venues')}</h2>
        {site.can.includes('keep') && site.closedOn === null && <Button onClick={onAdd}>{t('addVenue')}</Button>}
      </div>
      <RuledTable
        caption={t('venues')}
        quiet
        rows={site.venues}
        rowKey={({ id }) => id}
        empty={t('noVenues')}
        columns={[
          {
            key: 'name',
            title: t('venue'),
            heads: true,
            cell: ({ id, name }) => <Go to={places.venue(id)}>{name}</Go>,
          },
          { key: 'capacity', title: t('capacity'), numeric: true, cell: ({ capacity }) => capacity },
          { key: 'opening', title: t('opening'), cell: ({ opening }) => opening },
          {
            key: 'approval',
            title: t('approval'),
            cell: ({ needsApproval }) => t(needsApproval ? 'needs' : 'needsNot'),
          },
          { key: 'state', title: t('state'), cell: (venue) => <State venue={venue} /> },
        ]}
      />
    </section>
  )
}
