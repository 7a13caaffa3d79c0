import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { StudioCall } from '../call.contract.ts'
import { callWords } from './call-words.ts'
import { today } from './moment.ts'
import { CallSide } from './sides.ts'
import { studioWords } from './studio-words.ts'
import { studioPlaces } from './studio-places.ts'

interface Given {
  unitId: number
  calls: StudioCall[]
  canKeep: boolean
}

/** Where one may apply for a studio, and how far the choosing has come. */
export function CallsSection({ unitId, calls, canKeep }: Given) {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  const [isAdding, setAdding] = useState(false)
  const state = useCallState()
  return (
    <section className="studio-section" aria-label={t('calls')}>
      <h2>{t('calls')}</h2>
      {canKeep && (
        <div className="studio-tools no-print">
          <Button onClick={() => setAdding(true)}>{t('addCall')}</Button>
        </div>
      )}
      {calls.length === 0 ? (
        <p>{t('noCalls')}</p>
      ) : (
        <RuledTable
          caption={t('calls')}
          quiet
          rows={calls}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: t('call'),
              heads: true,
              cell: ({ id, title }) => <Go to={studioPlaces.call(id)}>{title}</Go>,
            },
            { key: 'line', title: s('line'), cell: ({ line }) => line },
            {
              key: 'period',
              title: s('period'),
              cell: ({ from, until }) => s('periodOf', { from: dayInWords(from), until: dayInWords(until) }),
            },
            { key: 'applications', title: t('applications'), cell: (call) => t('applicationsOf', call) },
            { key: 'chosen', title: t('chosen'), cell: (call) => t('chosenOf', call) },
            { key: 'state', title: t('status'), className: 'still', cell: state },
          ]}
        />
      )}
      {isAdding && <CallSide unitId={unitId} onClose={() => setAdding(false)} />}
    </section>
  )
}

/** 申报中, 未开始 or 已截止. */
export function useCallState(): (call: StudioCall) => string {
  const t = useWords(callWords)
  return ({ isOpen, from }) => t(isOpen ? 'open' : from > today() ? 'notYet' : 'closed')
}
