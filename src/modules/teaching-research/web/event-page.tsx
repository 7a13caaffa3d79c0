import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { eventApi, type Event } from '../event.contract.ts'
import { LinkSection, MinutesSection } from './event-sections.tsx'
import { eventWords } from './event-words.ts'
import { spanInWords } from './moment.ts'
import './research.css'
import { researchWords } from './research-words.ts'
import { CancelSide, EventSide, LinkSide, MinutesSide, RecordSide } from './sides.ts'
import { SignSection } from './sign-section.tsx'

export type Doing = 'change' | 'minutes' | 'link' | 'record' | 'cancel'

/** One activity of a union: what is planned, who came, what was agreed, and whether it counts. */
export default function EventPage() {
  const r = useWords(researchWords)
  const eventId = useParam('eventId')
  const [doing, setDoing] = useState<Doing>()
  const { data: event } = useSuspenseQuery(asQuery(eventApi.read, { params: { eventId } }))
  const { unit, unitId, union, unionId, year } = event
  const close = () => setDoing(undefined)
  return (
    <Page
      title={event.theme}
      tag={event.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: r('title'), to: places.research(unitId, { year }) },
        { text: union, to: places.union(unionId, year) },
      ]}
      lead={`${event.form}，${spanInWords(event)}`}
    >
      <div>
        <Standing event={event} />
        <Acts event={event} onDo={setDoing} />
        <Facts event={event} />
        <SignSection event={event} onDo={setDoing} />
        <MinutesSection event={event} />
        <LinkSection event={event} onDo={setDoing} />
      </div>
      {doing === 'change' && <EventSide unitId={unitId} event={event} onClose={close} />}
      {doing === 'minutes' && <MinutesSide event={event} onClose={close} />}
      {doing === 'link' && <LinkSide event={event} onClose={close} />}
      {doing === 'record' && <RecordSide event={event} onClose={close} />}
      {doing === 'cancel' && <CancelSide event={event} onClose={close} />}
    </Page>
  )
}

/** Whether it counts, and if not, why. */
function Standing({ event: { status, leftOut, cancelledWhy, year, host } }: { event: Event }) {
  const t = useWords(eventWords)
  if (status === '待开展') return null
  const words =
    status === '已取消'
      ? t('cancelledNote', { why: cancelledWhy ?? '' })
      : leftOut === null
        ? t('countedNote', { year, host })
        : t('leftNote', { why: leftOut })
  return <p className="research-note">{words}</p>
}

function Acts({ event, onDo }: { event: Event; onDo: (what: Doing) => void }) {
  const t = useWords(eventWords)
  const hold = useAct(eventApi.hold, { done: () => t('held') })
  const leads = event.can.includes('lead')
  const hasBegun = new Date(event.fromAt) <= new Date()
  return (
    <div className="research-tools no-print">
      {event.can.includes('show') && event.status === '待开展' && (
        <a href={`/m/research-code?e=${event.id}`} target="_blank" rel="noreferrer">
          {t('code')}
        </a>
      )}
      {leads && hasBegun && (
        <Button type="primary" onClick={() => onDo('minutes')}>
          {event.minutes ? t('minutesChange') : t('minutesAct')}
        </Button>
      )}
      {leads && hasBegun && event.status === '待开展' && (
        <Button loading={hold.isPending} onClick={() => hold.mutate({ params: { eventId: event.id } })}>
          {t('hold')}
        </Button>
      )}
      {leads && <Button onClick={() => onDo('change')}>{t('change')}</Button>}
      {leads && <Button onClick={() => onDo('cancel')}>{t('cancel')}</Button>}
      <ProblemNote error={hold.error ?? undefined} />
    </div>
  )
}

function Facts({ event }: { event: Event }) {
  const t = useWords(eventWords)
  const { host, place, invited, lecturer, agenda, status } = event
  return (
    <>
      <FactList
        facts={[
          [t('state'), status],
          [t('host'), place ? `${host}，${place}` : host],
          ...(lecturer ? [[t('lecturerHead'), `${lecturer.name}（${lecturer.school}）`] as const] : []),
          ...(agenda ? [[t('agendaHead'), <span key="agenda" className="research-text">{agenda}</span>] as const] : []), // prettier-ignore
        ]}
      />
      {invited.length > 0 && (
        <p className="research-schools">
          <span className="quiet">{t('invitedHead', { n: invited.length })}</span>
          {invited.map(({ name }) => name).join('、')}
        </p>
      )}
    </>
  )
}
