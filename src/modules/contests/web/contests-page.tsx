import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { contestApi } from '../contest.contract.ts'
import { contestWords } from './contest-words.ts'
import { ContestSide } from './sides.ts'
import './contests.css'
import { contestPlaces } from './contest-places.ts'

/** The contests of a cluster, the latest first. */
export default function ContestsPage() {
  const t = useWords(contestWords)
  const unitId = Number(useParam('unitId'))
  const [isAdding, setAdding] = useState(false)
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(contestApi.list, { params: { unitId } }))
  const { contests, can } = data
  const inState = (state: string) => contests.filter((contest) => contest.state === state).length
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
    >
      <div>
        <p className="contest-head">
          {contests.length === 0
            ? t('none')
            : t('lead', { n: contests.length, open: inState('报送中'), judged: inState('评审中') })}
        </p>
        {can.includes('keep') && (
          <div className="contest-tools no-print">
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </div>
        )}
        {contests.length > 0 && (
          <RuledTable
            caption={t('list')}
            quiet
            rows={contests}
            rowKey={({ id }) => id}
            columns={[
              { key: 'title', title: t('contest'), heads: true, cell: ({ id, title }) => <Go to={contestPlaces.contest(id)}>{title}</Go> }, // prettier-ignore
              { key: 'period', title: t('period'), cell: ({ from, until }) => t('periodOf', { from: dayInWords(from), until: dayInWords(until) }) }, // prettier-ignore
              { key: 'entries', title: t('entries'), cell: (contest) => t('entriesOf', contest) },
              { key: 'prizes', title: t('prizes'), cell: ({ state, prizes }) => (state === '已公布' ? t('prizesCount', { prizes }) : '—') }, // prettier-ignore
              { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
            ]}
          />
        )}
      </div>
      {isAdding && <ContestSide unitId={unitId} onClose={() => setAdding(false)} />}
    </Page>
  )
}
