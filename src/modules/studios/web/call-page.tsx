import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { callApi, type Application } from '../call.contract.ts'
import { callWords } from './call-words.ts'
import { useCallState } from './calls-section.tsx'
import { ApplySide, DecideSide } from './sides.ts'
import { studioWords } from './studio-words.ts'
import './studios.css'
import { studioPlaces } from './studio-places.ts'

/** A call for studios: what is wanted, who applied, what became of it. */
export default function CallPage() {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  const callId = useParam('callId')
  const [isApplying, setApplying] = useState(false)
  const [decided, setDecided] = useState<Application>()
  const { data } = useSuspenseQuery(asQuery(callApi.read, { params: { callId } }))
  const { call, applications, schools, self, unit, unitId, sample } = data
  const state = useCallState()
  const columns = useColumns(setDecided)
  return (
    <Page
      title={call.title}
      tag={sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: s('title'), to: studioPlaces.studios(unitId) },
      ]}
      lead={call.line}
    >
      <div>
        <FactList
          facts={[
            [t('status'), state(call)],
            [s('period'), s('periodOf', { from: dayInWords(call.from), until: dayInWords(call.until) })],
            [t('chosen'), t('chosenOf', call)],
            [t('applications'), t('applicationsOf', call)],
          ]}
        />
        {call.conditions !== '' && (
          <section className="studio-section" aria-label={t('conditions')}>
            <h2>{t('conditions')}</h2>
            <p className="studio-text">{call.conditions}</p>
          </section>
        )}
        <section className="studio-section" aria-label={t('applications')}>
          <h2>{t('applications')}</h2>
          <p className="quiet">{t('applicationsWho')}</p>
          {call.isOpen && schools.length > 0 && (
            <div className="studio-tools no-print">
              <Button type="primary" onClick={() => setApplying(true)}>
                {t('apply')}
              </Button>
            </div>
          )}
          {applications.length === 0 ? (
            <p>{t('noApplications')}</p>
          ) : (
            <RuledTable
              caption={t('applications')}
              quiet
              rows={applications}
              rowKey={({ id }) => id}
              columns={columns}
            />
          )}
        </section>
      </div>
      {isApplying && <ApplySide callId={callId} schools={schools} self={self} onClose={() => setApplying(false)} />}
      {decided && <DecideSide application={decided} onClose={() => setDecided(undefined)} />}
    </Page>
  )
}

function useColumns(onDecide: (application: Application) => void): Column<Application>[] {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  return [
    { key: 'name', title: s('name'), heads: true, cell: ({ name }) => name },
    { key: 'host', title: s('host'), className: 'still', cell: ({ host }) => host },
    { key: 'school', title: s('school'), cell: ({ school }) => school },
    { key: 'field', title: s('field'), cell: ({ field }) => field },
    { key: 'plan', title: t('applyPlan'), cell: ({ plan }) => <span className="studio-text">{plan}</span> },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status, why, studioId }) => (
        <>
          {status}
          {why !== null && `：${why}`}{' '}
          {studioId !== null && <Go to={studioPlaces.studio(studioId)}>{t('toStudio')}</Go>}
        </>
      ),
    },
    { key: 'acts', title: s('acts'), acts: true, cell: (row) => <Acts application={row} onDecide={onDecide} /> },
  ]
}

function Acts({ application, onDecide }: { application: Application; onDecide: (one: Application) => void }) {
  const t = useWords(callWords)
  const { id: applicationId, can } = application
  const withdraw = useAct(callApi.withdraw, { done: () => t('withdrawn') })
  return (
    <>
      {can.includes('decide') && (
        <Button type="link" size="small" aria-label={t('decideOf', application)} onClick={() => onDecide(application)}>
          {t('decide')}
        </Button>
      )}
      {can.includes('withdraw') && (
        <Button
          type="link"
          size="small"
          aria-label={t('withdrawOf', application)}
          onClick={() => withdraw.mutate({ params: { applicationId } })}
        >
          {t('withdraw')}
        </Button>
      )}
    </>
  )
}
