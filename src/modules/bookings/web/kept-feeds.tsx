import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { feedApi } from '../feed.contract.ts'
import { feedWords } from './feed-words.ts'

/** The calendars to which the reader has made an address, each to give up. */
export function KeptFeeds() {
  const t = useWords(feedWords)
  const { data } = useQuery(asQuery(feedApi.list, {}))
  const feeds = data?.feeds ?? []
  const drop = useAct(feedApi.drop, { done: () => t('feedDropped') })
  return (
    <section>
      <h2 className="section-head">{t('feedKept')}</h2>
      {data && feeds.length === 0 && <p>{t('noFeeds')}</p>}
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
