import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { eventApi } from '../event.contract.ts'
import { EventTable } from './event-table.tsx'
import { eventWords } from './event-words.ts'
import type { PartGiven } from './research-page.tsx'

/** What all unions of a cluster held in a school year, and what is ahead. */
export default function EventsPart({ unitId, year }: PartGiven) {
  const t = useWords(eventWords)
  const { data } = useSuspenseQuery(asQuery(eventApi.list, { params: { unitId }, query: { year } }))
  const held = data.events.filter(({ status }) => status === '已开展')
  const left = held.filter(({ leftOut }) => leftOut !== null).length
  const ahead = data.events.filter(({ status }) => status === '待开展').length
  return (
    <section>
      <p className="research-head">
        {data.events.length === 0 ? t('none') : t('lead', { year, held: held.length, left, ahead })}
      </p>
      {data.events.length > 0 && <EventTable events={data.events} />}
    </section>
  )
}
