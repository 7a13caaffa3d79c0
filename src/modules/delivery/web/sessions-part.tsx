import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Offering } from '../offering.contract.ts'
import { sessionApi, type SessionLine } from '../session.contract.ts'
import { deliveryWords } from './delivery-words.ts'
import { HeldSide, WhySide } from './sides.ts'
import { dayOfSession } from './when.ts'

interface Doing {
  session: SessionLine
  what: 'count' | 'off'
}

/** Every time of a course: where, and what became of it; said in one press. */
export function SessionsPart({ offering }: { offering: Offering }) {
  const t = useWords(deliveryWords)
  const [doing, setDoing] = useState<Doing>()
  const { sessions, can, id } = offering
  const held = useAct(sessionApi.held, { done: (reply) => t('heldDone', reply) })
  if (sessions.length === 0) return null
  const n = (state: SessionLine['state']) => sessions.filter((one) => one.state === state).length
  const says = can.includes('say')
  const acts = (session: SessionLine) => (
    <Says
      session={session}
      onHeld={() => held.mutate({ params: { offeringId: id, sessionId: session.id }, body: {} })}
      onDo={(what) => setDoing({ session, what })}
    />
  )
  return (
    <section className="delivery-part" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <p>{t('sessionsLead', { all: sessions.length, held: n('已上'), off: n('未上'), ahead: n('待上') })}</p>
      <ProblemNote error={held.error} />
      <RuledTable
        caption={t('sessions')}
        quiet
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: 'day', title: t('day'), heads: true, className: 'still', cell: dayOfSession },
          { key: 'time', title: t('time'), className: 'still', cell: ({ from, until }) => `${from}–${until}` },
          { key: 'place', title: t('place'), cell: (session) => <Where session={session} /> },
          { key: 'state', title: t('state'), cell: ({ state, why }) => (why ? `${state}（${why}）` : state) },
          { key: 'present', title: t('present'), cell: ({ present }) => present.map(({ school, people }) => `${school} ${people} 人`).join('，') || '—' }, // prettier-ignore
          ...(says ? [{ key: 'acts', title: t('acts'), acts: true, cell: acts }] : []),
        ]}
      />
      {doing?.what === 'count' && (
        <HeldSide offering={offering} session={doing.session} onClose={() => setDoing(undefined)} />
      )}
      {doing?.what === 'off' && (
        <WhySide offering={offering} session={doing.session} onClose={() => setDoing(undefined)} />
      )}
    </section>
  )
}

function Where({ session: { school, room, booking } }: { session: SessionLine }) {
  const t = useWords(deliveryWords)
  const doubtful = booking !== null && booking !== '已定' && booking !== '已用'
  return [school, room, doubtful && t('booking', { status: booking })].filter(Boolean).join('，')
}

interface Saying {
  session: SessionLine
  onHeld: () => void
  onDo: (what: Doing['what']) => void
}

function Says({ session, onHeld, onDo }: Saying) {
  const t = useWords(deliveryWords)
  const day = dayOfSession(session)
  const { state, begun } = session
  return (
    <>
      {state !== '已上' && begun && (
        <Button type="link" size="small" aria-label={t('heldOf', { day })} onClick={onHeld}>
          {t('held')}
        </Button>
      )}
      {state === '已上' && (
        <Button type="link" size="small" aria-label={t('countOf', { day })} onClick={() => onDo('count')}>
          {t('count')}
        </Button>
      )}
      {state !== '未上' && (
        <Button type="link" size="small" aria-label={t('offOf', { day })} onClick={() => onDo('off')}>
          {t('off')}
        </Button>
      )}
    </>
  )
}
