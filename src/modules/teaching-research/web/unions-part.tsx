import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { unionApi, type Union } from '../union.contract.ts'
import type { PartGiven } from './research-page.tsx'
import { researchWords } from './research-words.ts'
import { UnionSide } from './sides.ts'

/** The unions of a school year, and how many there were before. */
export default function UnionsPart({ unitId, year }: PartGiven) {
  const t = useWords(researchWords)
  const [isAdding, setAdding] = useState(false)
  const { data } = useSuspenseQuery(asQuery(unionApi.list, { params: { unitId }, query: { year } }))
  const n = data.unions.length
  const grown = data.years.filter((one) => one.n > 0).map((one) => t('grownOne', one)).join('，') // prettier-ignore
  const columns = useColumns(year)
  return (
    <section>
      <p className="research-head">{n === 0 ? t('noUnions', { year }) : t('unionsLead', { year, n })}</p>
      {grown && <p className="quiet">{t('grown', { years: grown })}</p>}
      {data.can.includes('keep') && (
        <p className="research-tools">
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('addUnion')}
          </Button>
        </p>
      )}
      {data.unions.some(({ convenor }) => convenor?.masked) && <p className="quiet">{t('masked')}</p>}
      {n > 0 && <RuledTable caption={t('unions')} quiet rows={data.unions} rowKey={({ id }) => id} columns={columns} />}
      {isAdding && <UnionSide unitId={unitId} onClose={() => setAdding(false)} />}
    </section>
  )
}

function useColumns(year: number): Column<Union>[] {
  const t = useWords(researchWords)
  return [
    { key: 'name', title: t('name'), heads: true, cell: ({ id, name }) => <Go to={places.union(id, year)}>{name}</Go> },
    { key: 'stages', title: t('stages'), className: 'still', cell: ({ stages }) => stages.join('、') },
    {
      key: 'convenor',
      title: t('convenorHead'),
      cell: ({ convenor }) => (convenor ? `${convenor.name}（${convenor.school}）` : t('nobody')),
    },
    {
      key: 'schools',
      title: t('schools'),
      numeric: true,
      cell: ({ schools }) => t('schoolsOf', { n: schools.length }),
    },
    { key: 'planned', title: t('planned'), numeric: true, cell: (union) => t('plannedOf', union) },
    { key: 'held', title: t('held'), numeric: true, cell: (union) => t('heldOf', union) },
  ]
}
