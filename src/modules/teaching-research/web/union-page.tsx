import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { calendarAddress } from '#shared/calendar-address.ts'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { unionApi } from '../union.contract.ts'
import { EventTable } from './event-table.tsx'
import { eventWords } from './event-words.ts'
import { today } from './moment.ts'
import { PlanSection } from './plan-section.tsx'
import './research.css'
import { researchWords } from './research-words.ts'
import { EventSide, UnionSide } from './sides.ts'

export type UnionReply = Received<typeof unionApi.read>

/** A union: who convenes it, what it planned for the year, and what became of that. */
export default function UnionPage() {
  const t = useWords(researchWords)
  const unionId = useParam('unionId')
  const [at, go] = useAddress()
  const [doing, setDoing] = useState<'change' | 'event'>()
  const now = schoolYearOf(today())
  const year = asNumber(at['year']) ?? now
  const { data } = useSuspenseQuery(asQuery(unionApi.read, { params: { unionId }, query: { year } }))
  const { union, unit, unitId, sample, can } = data
  const first = schoolYearOf(union.since)
  const close = () => setDoing(undefined)
  return (
    <Page
      title={union.name}
      tag={sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: places.research(unitId, { year }) },
      ]}
      lead={t('unionLead', { stages: union.stages.join('、'), field: union.field, since: useSince(union) })}
      acts={
        <>
          <YearPicker year={year} years={yearsFrom(first, now)} onPick={(picked) => go({ year: picked })} />
          <a href={calendarAddress('union', unionId)} download>
            {t('calendar')}
          </a>
          {can.includes('keep') && <Button onClick={() => setDoing('change')}>{t('change')}</Button>}
        </>
      }
    >
      <div>
        <Facts data={data} />
        <PlanSection data={data} year={year} />
        <Events data={data} onAdd={() => setDoing('event')} />
        <Past data={data} />
      </div>
      {doing === 'change' && <UnionSide unitId={unitId} union={union} onClose={close} />}
      {doing === 'event' && <EventSide unitId={unitId} union={union} onClose={close} />}
    </Page>
  )
}

const yearsFrom = (first: number, last: number) =>
  Array.from({ length: Math.max(1, last - first + 1) }, (_, n) => first + n)

function useSince({ since, until }: UnionReply['union']): string {
  const t = useWords(researchWords)
  return until
    ? t('fromTo', { from: dayInWords(since), until: dayInWords(until) })
    : t('from', { day: dayInWords(since) })
}

function Facts({ data: { union } }: { data: UnionReply }) {
  const t = useWords(researchWords)
  const { convenor, schools } = union
  return (
    <>
      <FactList
        facts={[
          [t('convenorHead'), convenor ? `${convenor.name}（${convenor.school}）` : t('nobody')],
          [t('schools'), t('schoolsOf', { n: schools.length })],
        ]}
      />
      <p className="research-schools">{schools.map(({ name }) => name).join('、')}</p>
    </>
  )
}

function Events({ data, onAdd }: { data: UnionReply; onAdd: () => void }) {
  const t = useWords(researchWords)
  const e = useWords(eventWords)
  return (
    <section className="research-section" aria-label={t('events')}>
      <h2>{t('events')}</h2>
      {data.can.includes('lead') && (
        <p className="research-tools">
          <Button onClick={onAdd}>{t('addEvent')}</Button>
        </p>
      )}
      {data.events.length === 0 ? <p>{e('none')}</p> : <EventTable events={data.events} ofUnion />}
    </section>
  )
}

/** Who convened it before, and the schools that have left. */
function Past({ data }: { data: UnionReply }) {
  const t = useWords(researchWords)
  const convenors = data.convenors.flatMap((one) => (one.until === null ? [] : [t('pastConvenor', daysOf(one, one.until))])) // prettier-ignore
  const left = data.left.flatMap((one) => (one.until === null ? [] : [t('pastSchool', daysOf(one, one.until))]))
  if (convenors.length + left.length === 0) return null
  return (
    <section className="research-section" aria-label={t('past')}>
      <h2>{t('past')}</h2>
      <ul>
        {[...convenors, ...left].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

const daysOf = <S extends { from: string }>(stay: S, until: string) => ({ ...stay, from: dayInWords(stay.from), until: dayInWords(until) }) // prettier-ignore
