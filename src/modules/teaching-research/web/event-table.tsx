import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { EventLine } from '../event-line.contract.ts'
import { eventWords } from './event-words.ts'
import { spanInWords } from './moment.ts'
import { researchWords } from './research-words.ts'

/** Activities in a list; `ofUnion`: of one alone. */
export function EventTable({ events, ofUnion = false }: { events: EventLine[]; ofUnion?: boolean }) {
  const t = useWords(eventWords)
  const r = useWords(researchWords)
  const union = { key: 'union', title: t('union'), cell: (event: EventLine) => event.union }
  return (
    <RuledTable
      caption={r('events')}
      quiet
      rows={events}
      rowKey={({ id }) => id}
      columns={[
        { key: 'theme', title: t('theme'), heads: true, cell: ({ id, theme }) => <Go to={places.researchEvent(id)}>{theme}</Go> }, // prettier-ignore
        { key: 'day', title: t('day'), cell: spanInWords },
        ...(ofUnion ? [] : [union]),
        { key: 'form', title: t('form'), className: 'still', cell: ({ form }) => form },
        { key: 'host', title: t('host'), cell: ({ host }) => host },
        { key: 'signs', title: t('signs'), className: 'still', cell: (event) => t('signsOf', event) },
        { key: 'state', title: t('state'), cell: ({ status, leftOut }) => (leftOut === null ? status : t('leftOut')) },
      ]}
    />
  )
}
