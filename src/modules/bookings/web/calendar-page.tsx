import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { dayInWords, dayOf, timeOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { CopiedAddress } from '#ui/copied-address.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { calendarApi, type OwnEntry } from '../calendar.contract.ts'
import { feedApi } from '../feed.contract.ts'
import { feedWords } from './feed-words.ts'
import { KeptFeeds } from './kept-feeds.tsx'
import './bookings.css'

/** What is ahead of the reader in all modules, and the one address by which a phone keeps up with it. */
export default function CalendarPage() {
  const t = useWords(feedWords)
  const { data } = useSuspenseQuery(asQuery(calendarApi.mine, {}))
  const when = ({ day, fromAt, untilAt, isDue }: OwnEntry) => {
    if (fromAt && untilAt) return spanInWords(new Date(fromAt), new Date(untilAt))
    return isDue ? t('due', { day: dayInWords(day!) }) : dayInWords(day!)
  }
  return (
    <Page title={t('calendar')} lead={t('lead')} crumbs={[{ text: t('home'), to: places.home }]}>
      <RuledTable
        caption={t('calendar')}
        quiet
        rows={data.entries}
        rowKey={({ id }) => id}
        empty={t('empty')}
        columns={[
          { key: 'title', title: t('what'), heads: true, className: 'wide', cell: ({ title }) => title },
          { key: 'when', title: t('when'), className: 'still', cell: when },
          { key: 'place', title: t('place'), className: 'wide', cell: ({ place }) => place || '—' },
        ]}
      />
      <Subscribe />
    </Page>
  )
}

function spanInWords(from: Date, until: Date): string {
  const last = dayOf(from) === dayOf(until) ? timeOf(until) : `${dayInWords(dayOf(until))} ${timeOf(until)}`
  return `${dayInWords(dayOf(from))} ${timeOf(from)}—${last}`
}

function Subscribe() {
  const t = useWords(feedWords)
  const make = useAct(feedApi.make)
  const made = make.data && new URL(make.data.path, location.origin).href
  return (
    <section aria-labelledby="subscribe">
      <h2 id="subscribe" className="section-head">
        {t('subscribe')}
      </h2>
      <div className="feed-side">
        <p>{t('subscribeWhy')}</p>
        <div>
          <Button loading={make.isPending} onClick={() => make.mutate({ body: { about: 'person' } })}>
            {t('make')}
          </Button>
        </div>
        {made && (
          <>
            <p role="status">{t('feedOnce')}</p>
            <CopiedAddress address={made} label={t('feedAddress')} />
          </>
        )}
        <ProblemNote error={make.error} />
        <KeptFeeds />
      </div>
    </section>
  )
}
