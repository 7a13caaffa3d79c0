import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { CopiedAddress } from '#ui/copied-address.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { feedApi, NewFeed } from '../feed.contract.ts'
import { searchApi } from '../search.contract.ts'
import { bookingWords } from './booking-words.ts'
import { feedWords } from './feed-words.ts'
import { KeptFeeds } from './kept-feeds.tsx'

type Lanes = Received<typeof searchApi.lanes>

/** Calendars to subscribe to: one's own bookings, a school's, a venue's. An address is shown once. */
export function FeedSide({ unitId, onClose }: { unitId: number; onClose: () => void }) {
  const t = useWords(bookingWords)
  const f = useWords(feedWords)
  const query = { day: dayOf(new Date()) }
  const { data: lanes, error } = useQuery(asQuery(searchApi.lanes, { params: { unitId }, query }))
  const [about, setAbout] = useState('person')
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
            <p role="status">{f('feedOnce')}</p>
            <CopiedAddress address={made} label={f('feedAddress')} />
          </>
        )}
        <ProblemNote error={error} />
        <KeptFeeds />
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

const subjectsOf = (about: string, lanes: Lanes | undefined) =>
  about === 'school'
    ? (lanes?.schools ?? []).map(({ id, name }) => ({ value: String(id), label: name }))
    : (lanes?.lanes ?? []).map(({ venueId, venue, provider }) => ({ value: venueId, label: `${provider} ${venue}` }))
