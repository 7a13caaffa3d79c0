import { useSuspenseQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, type Venue } from '../venue.contract.ts'
import { Basics, EntryActs, OnMap } from './entry-parts.tsx'
import { ClosingSide, EditVenueSide, EquipmentSide, LessonFileSide, LessonSide } from './sides.ts'
import { Pictures } from './pictures.tsx'
import { StrandedSection } from './stranded-table.tsx'
import { Closings, Equipment, Lessons } from './venue-sections.tsx'
import { State } from './venues-page.tsx'
import { venueWords } from './venue-words.ts'
import './venues.css'

/** Everything about one venue. */
export default function VenuePage() {
  const t = useWords(venueWords)
  const venueId = useParam('venueId')
  const { data: venue } = useSuspenseQuery(asQuery(venueApi.read, { params: { venueId } }))
  const [doing, setDoing] = useState<'edit' | 'closing' | 'equipment' | 'lessons' | 'file'>()
  const close = () => setDoing(undefined)
  const keeps = venue.can.includes('keep')
  return (
    <Page
      title={venue.name}
      tag={venue.sample && <SampleTag />}
      crumbs={crumbsOf(venue, t('title'))}
      lead={
        <>
          {venue.kind}，{t('people', { n: venue.capacity })}，<State venue={venue} />
        </>
      }
      acts={keeps && <Acts venue={venue} onEdit={() => setDoing('edit')} />}
    >
      <div className="venue-page">
        <StrandedSection stranded={venue.stranded} unitId={venue.clusterId} />
        <Basics facts={useFacts(venue)} />
        <Pictures of={{ venueId: venue.id }} pictures={venue.pictures} keeps={keeps} />
        <Closings venue={venue} onAdd={() => setDoing('closing')} />
        <Equipment venue={venue} onEdit={() => setDoing('equipment')} />
        <Lessons venue={venue} onEdit={() => setDoing('lessons')} onFile={() => setDoing('file')} />
        <OnMap {...venue} />
      </div>
      {keeps && <EditVenueSide open={doing === 'edit'} venue={venue} onClose={close} />}
      {keeps && <ClosingSide open={doing === 'closing'} venue={venue} onClose={close} />}
      {keeps && <EquipmentSide open={doing === 'equipment'} venue={venue} onClose={close} />}
      {keeps && <LessonSide open={doing === 'lessons'} venue={venue} onClose={close} />}
      {keeps && venue.schoolId !== null && (
        <LessonFileSide open={doing === 'file'} schoolId={venue.schoolId} venue={venue} onClose={close} />
      )}
    </Page>
  )
}

function crumbsOf({ clusterId, clusterName, siteId, schoolId, owner }: Venue, title: string) {
  const above = clusterId === null ? [] : [
    { text: clusterName ?? '', to: places.cluster(clusterId) },
    { text: title, to: places.venues(clusterId) },
  ] // prettier-ignore
  return [...above, { text: owner, to: siteId === null ? places.school(schoolId!) : places.site(siteId) }]
}

function Acts({ venue, onEdit }: { venue: Venue; onEdit: () => void }) {
  const t = useWords(venueWords)
  const params = { params: { venueId: venue.id } }
  const reopen = useAct(venueApi.reopen, { done: () => t('reopened', venue) })
  const close = useAct(venueApi.close, {
    done: ({ clashes }) => ({
      text: `${t('closed', venue)}${clashes > 0 ? t('clashes', { n: clashes }) : ''}`,
      undo: () => reopen.mutate(params),
    }),
  })
  return (
    <EntryActs
      inUse={venue.closedOn === null}
      onClose={() => close.mutate(params)}
      onReopen={() => reopen.mutate(params)}
      onEdit={onEdit}
    />
  )
}

function useFacts(venue: Venue): [string, ReactNode][] {
  const t = useWords(venueWords)
  return [
    [t('hours'), venue.opening],
    [t('openTo'), `${t(venue.openTo)}，${t('stage')}：${venue.stages.join('、') || t('everyStage')}`],
    [t('rules'), useRules(venue)],
    [t('room'), [venue.campus, venue.room].filter(Boolean).join(' ')],
    [t('about'), venue.about],
    [t('safety'), venue.safety],
    [t('access'), venue.access],
    [t('contacts'), <Contacts key="contacts" venue={venue} />],
  ]
}

/** 预约要学校审核；最多提前 120 天预约 … */
function useRules(venue: Venue): string {
  const t = useWords(venueWords)
  const { minutesBefore: before, minutesAfter: after, releaseMinutes, noticeHours, daysAhead } = venue
  return [
    t(venue.needsApproval ? 'approvalRule' : 'noApprovalRule'),
    noticeHours > 0 && t('notice', { n: noticeHours }),
    t('ahead', { n: daysAhead }),
    before > 0 && t('bufferBefore', { n: before }),
    after > 0 && t('bufferAfter', { n: after }),
    releaseMinutes > 0 ? t('release', { n: releaseMinutes }) : t('noRelease'),
    venue.agreementUntil !== null && t('agreement', { day: venue.agreementUntil }),
  ]
    .filter(Boolean)
    .join('；')
}

function Contacts({ venue: { contacts } }: { venue: Venue }) {
  const t = useWords(venueWords)
  if (contacts.length === 0) return t('noContact')
  return (
    <ul>
      {contacts.map(({ name, duty, phone }) => (
        <li key={`${name}${duty}`}>
          {duty} {name} {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
        </li>
      ))}
    </ul>
  )
}
