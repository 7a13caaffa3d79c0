import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { pairApi, type PairLine } from '../pair.contract.ts'
import { pairWords } from './pair-words.ts'
import type { PartGiven } from './research-page.tsx'
import { PairSide } from './sides.ts'

/** The pairs of a school year that the reader may open. */
export default function PairsPart({ unitId, year }: PartGiven) {
  const t = useWords(pairWords)
  const [isAdding, setAdding] = useState(false)
  const { data } = useSuspenseQuery(asQuery(pairApi.list, { params: { unitId }, query: { year } }))
  const signed = data.pairs.filter(({ state }) => state === '已签认').length
  const columns = useColumns()
  return (
    <section>
      <p className="research-head">
        {data.pairs.length === 0 ? t('none', { year }) : t('lead', { year, n: data.pairs.length, signed })}
      </p>
      <p className="quiet">{t('who')}</p>
      {data.can.includes('keep') && (
        <p className="research-tools">
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </p>
      )}
      {data.pairs.length > 0 && (
        <RuledTable caption={t('see')} quiet rows={data.pairs} rowKey={({ id }) => id} columns={columns} />
      )}
      {isAdding && <PairSide unitId={unitId} year={year} onClose={() => setAdding(false)} />}
    </section>
  )
}

function useColumns(): Column<PairLine>[] {
  const t = useWords(pairWords)
  return [
    {
      key: 'pair',
      title: t('see'),
      heads: true,
      cell: ({ id, mentor, mentee }) => (
        <Go to={places.mentoringPair(id)}>{t('pairOf', { mentor: mentor.name, mentee: mentee.name })}</Go>
      ),
    },
    { key: 'mentorSchool', title: t('mentorSchool'), cell: ({ mentor }) => mentor.school },
    { key: 'menteeSchool', title: t('menteeSchool'), cell: ({ mentee }) => mentee.school },
    { key: 'subject', title: t('subject'), className: 'still', cell: ({ subject }) => subject },
    {
      key: 'period',
      title: t('period'),
      cell: ({ from, until }) => t('periodOf', { from: dayInWords(from), until: dayInWords(until) }),
    },
    { key: 'done', title: t('done'), cell: (pair) => t('doneOf', pair) },
    { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
  ]
}
