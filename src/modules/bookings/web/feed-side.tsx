import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { CopiedAddress } from '#ui/copied-address.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { feedApi, NewFeed, type Feed, type FeedSubject } from '../feed.contract.ts'
import { searchApi } from '../search.contract.ts'
import { bookingWords } from './booking-words.ts'

type Lanes = Received<typeof searchApi.lanes>

/** Calendars to subscribe to: one's own bookings, a school's, a venue's. An address is shown once. */
export function FeedSide({ unitId, onClose }: { unitId: number; onClose: () => void }) {
  const t = useWords(bookingWords)
  const query = { day: dayOf(new Date()) }
  const { data: lanes, error } = useQuery(asQuery(searchApi.lanes, { params: { unitId }, query }))
  const { data: kept } = useQuery(asQuery(feedApi.list, {}))
  const [about, setAbout] = useState<FeedSubject>('person')
  const make = useAct(feedApi.make)
  const made = make.data && new URL(make.data.path, location.origin).href
  return (
    <Side title={t('subscribe')} open onClose={onClose}>
      <div className="feed-side">
        <p>{t('feedWhy')}</p>
        <EntryForm
          schema={NewFeed}
          first={{ about }}
          onChange={(fields) => setAbout(fields.about ?? 'person')}
          onSend={(body) => make.mutate({ body })}
          sending={make.isPending}
          error={make.error}
          act={t('feedMake')}
        >
          <Field name="about" label={t('feedOf')}>
            <Select options={kindsOf(lanes).map(([value, word]) => ({ value, label: t(word) }))} />
          </Field>
          {about !== 'person' && (
            <Field key={about} name="subjectId" label={t(about === 'school' ? 'chooseSchool' : 'chooseVenue')}>
              <Select showSearch optionFilterProp="label" options={subjectsOf(about, lanes)} />
            </Field>
          )}
        </EntryForm>
        {made && (
          <>
            <p role="status">{t('feedOnce')}</p>
            <CopiedAddress address={made} label={t('feedAddress')} />
          </>
        )}
        <ProblemNote error={error} />
        {kept && <KeptFeeds feeds={kept.feeds} />}
      </div>
    </Side>
  )
}

const kindsOf = (lanes: Lanes | undefined) =>
  (
    [
      ['person', 'feedMine'],
      ['school', 'feedSchool'],
      ['venue', 'feedVenue'],
    ] as const
  ).filter(([value]) => value !== 'school' || (lanes?.schools.length ?? 0) > 0)

const subjectsOf = (about: FeedSubject, lanes: Lanes | undefined) =>
  about === 'school'
    ? (lanes?.schools ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
    : (lanes?.lanes ?? []).map(({ venueId, venue, provider }) => ({ value: venueId, label: `${provider} ${venue}` }))

function KeptFeeds({ feeds }: { feeds: readonly Feed[] }) {
  const t = useWords(bookingWords)
  const drop = useAct(feedApi.drop, { done: () => t('feedDropped') })
  return (
    <section>
      <h2 className="section-head">{t('feedKept')}</h2>
      {feeds.length === 0 && <p>{t('noFeeds')}</p>}
      <ul className="feed-kept">
        {feeds.map(({ id, name, madeAt }) => (
          <li key={id}>
            <span>{name}</span>
            <span>{t('feedSince', { day: dayInWords(dayOf(new Date(madeAt))) })}</span>
            <Button type="link" onClick={() => drop.mutate({ params: { feedId: id } })}>
              {t('feedDrop')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote error={drop.error} />
    </section>
  )
}
