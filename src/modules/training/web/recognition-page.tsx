import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { placeOfUnit, places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { declarationApi, type Declared } from '../declaration.contract.ts'
import { Clauses } from './clauses.tsx'
import { creditWords } from './credit-words.ts'
import { RecogniseSide, ReturnSide } from './sides.ts'
import './training.css'
import { dayOfInstant } from './when.ts'

type Doing = { what: 'recognise' | 'return'; one: Declared }

/** What clusters declared to a district: what waits, with what the documents say, and what was decided. */
export default function RecognitionPage() {
  const t = useWords(creditWords)
  const unitId = Number(useParam('unitId'))
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(declarationApi.list, { params: { unitId } })],
  })
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const waiting = data.declarations.filter(({ state }) => state === '已申报')
  const decided = data.declarations.filter(({ state }) => state !== '已申报')
  return (
    <Page
      title={t('recognition')}
      crumbs={[{ text: unit.name, to: placeOfUnit(unit) }]}
      {...(waiting.length > 0 && { lead: t('waitingHead', { n: waiting.length }) })}
    >
      {waiting.length === 0 && (
        <Empty title={t('noWaiting')}>
          <p>{t('noWaitingLead')}</p>
        </Empty>
      )}
      {waiting.map((one) => (
        <Waiting key={one.id} one={one} onDo={(what) => setDoing({ what, one })} />
      ))}
      {decided.length > 0 && <Decided rows={decided} />}
      {doing?.what === 'recognise' && data.plan && (
        <RecogniseSide one={doing.one} tiers={data.plan.recognisedAs} onClose={close} />
      )}
      {doing?.what === 'return' && <ReturnSide one={doing.one} onClose={close} />}
    </Page>
  )
}

function Waiting({ one, onDo }: { one: Declared; onDo: (what: Doing['what']) => void }) {
  const t = useWords(creditWords)
  const { courseId, title, field, unitName: unit, hours, credits, people } = one
  return (
    <section className="training-waiting">
      <h2>
        <Go to={places.trainingCourse(courseId)}>{title}</Go>
      </h2>
      <p>
        {field}，{t('waitingOf', { unit, hours, credits, people })}
      </p>
      <Clauses one={one} />
      {one.can.includes('decide') && (
        <p className="training-waiting-acts">
          <Button type="primary" aria-label={t('decideOf', { title })} onClick={() => onDo('recognise')}>
            {t('decide')}
          </Button>
          <Button aria-label={t('giveBackOf', { title })} onClick={() => onDo('return')}>
            {t('giveBack')}
          </Button>
        </p>
      )}
    </section>
  )
}

function Decided({ rows }: { rows: Declared[] }) {
  const t = useWords(creditWords)
  return (
    <section className="training-section">
      <h2>{t('decided')}</h2>
      <RuledTable
        caption={t('decided')}
        quiet
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', title: t('course'), heads: true, cell: ({ courseId, title }) => <Go to={places.trainingCourse(courseId)}>{title}</Go> }, // prettier-ignore
          { key: 'unit', title: t('organiser'), cell: ({ unitName }) => unitName },
          { key: 'state', title: t('state'), cell: ({ state, countsAs }) => (countsAs ? t('tierCredits', { tier: countsAs }) : state) }, // prettier-ignore
          { key: 'number', title: t('number'), cell: ({ number }) => number ?? '—' },
          { key: 'reason', title: t('reason'), className: 'wide', cell: ({ reason }) => reason ?? '—' },
          { key: 'day', title: t('day'), cell: ({ decidedAt }) => (decidedAt ? dayOfInstant(decidedAt) : '—') },
        ]}
      />
    </section>
  )
}
