import { useQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { momentOf } from '#ui/time.ts'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { yearApi, type Change } from '../year.contract.ts'
import { handWords } from './hand-words.ts'
import { peopleWords } from './words.ts'

/** What was changed by hand about a teacher, when and by whom. */
export function ChangePart({ teacherId }: { teacherId: string }) {
  const t = useWords(peopleWords)
  const h = useWords(handWords)
  const u = useWords(uiWords)
  const { data, error } = useQuery(asQuery(yearApi.changes, { params: { teacherId } }))
  return (
    <section className="part">
      <h2>{h('changes')}</h2>
      <ProblemNote error={error} />
      {data?.changes.length === 0 && <p className="quiet">{h('noChanges')}</p>}
      {data && data.changes.length > 0 && (
        <RuledTable
          caption={h('changes')}
          quiet
          rows={data.changes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', title: h('when'), className: 'still', cell: ({ at }) => moment(at) },
            { key: 'kind', title: h('change'), heads: true, className: 'still', cell: ({ kind }) => kind },
            {
              key: 'year',
              title: t('year'),
              className: 'still',
              cell: ({ schoolYear }) => u('year', { year: schoolYear }),
            },
            { key: 'what', title: h('what'), cell: (change) => whatOf(change) },
            { key: 'who', title: h('who'), className: 'still', cell: ({ actorName }) => actorName || '—' },
          ]}
        />
      )}
    </section>
  )
}

export function moment(at: string): string {
  const { year, month, date, clock } = momentOf(at)
  return `${year}年${month}月${date}日 ${clock}`
}

const whatOf = ({ words, note, schoolName }: Change) => [...words, note].filter(Boolean).join('；') || schoolName
