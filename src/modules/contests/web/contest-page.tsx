import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { contestApi, type Contest } from '../contest.contract.ts'
import { contestWords } from './contest-words.ts'
import { JurySection } from './jury-section.tsx'
import { ScoreSection, type ToScore } from './score-section.tsx'
import { ContestSide, EntrySide, JurorSide, ScoreSide } from './sides.ts'
import { WorkSection } from './work-section.tsx'
import './contests.css'
import { contestPlaces } from './contest-places.ts'

/** What somebody is about to do. */
export type Doing = { what: 'change' | 'enter' | 'juror' } | { what: 'score'; work: ToScore }

/** A contest: what it asks, what was entered, who judges, and what came of it. */
export default function ContestPage() {
  const t = useWords(contestWords)
  const contestId = useParam('contestId')
  const [doing, setDoing] = useState<Doing>()
  const { data: contest } = useSuspenseQuery(asQuery(contestApi.read, { params: { contestId } }))
  const { unit, unitId, title } = contest
  const close = () => setDoing(undefined)
  return (
    <Page
      title={title}
      tag={contest.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: contestPlaces.contests(unitId) },
      ]}
    >
      <div>
        <Acts contest={contest} onDo={setDoing} />
        <Facts contest={contest} />
        <ScoreSection contest={contest} onDo={setDoing} />
        <WorkSection contest={contest} />
        <JurySection contest={contest} onDo={setDoing} />
      </div>
      {doing?.what === 'change' && <ContestSide unitId={unitId} contest={contest} onClose={close} />}
      {doing?.what === 'enter' && <EntrySide contest={contest} onClose={close} />}
      {doing?.what === 'juror' && <JurorSide contest={contest} onClose={close} />}
      {doing?.what === 'score' && <ScoreSide contest={contest} work={doing.work} onClose={close} />}
    </Page>
  )
}

function Acts({ contest, onDo }: { contest: Contest; onDo: (what: Doing) => void }) {
  const t = useWords(contestWords)
  const announce = useAct(contestApi.announce, { done: (reply) => t('announced', reply) })
  const { id: contestId, can, state, entersFor } = contest
  const announces = can.includes('announce') && state === '评审中'
  return (
    <>
      <div className="contest-tools no-print">
        {state === '报送中' && entersFor.length > 0 && (
          <Button type="primary" onClick={() => onDo({ what: 'enter' })}>
            {t('enter')}
          </Button>
        )}
        {announces && (
          <Button
            type="primary"
            loading={announce.isPending}
            onClick={() => announce.mutate({ params: { contestId } })}
          >
            {t('announce')}
          </Button>
        )}
        {can.includes('keep') && <Button onClick={() => onDo({ what: 'change' })}>{t('change')}</Button>}
      </div>
      {announces && <p className="quiet">{t('announceHint')}</p>}
      <ProblemNote error={announce.error ?? undefined} />
    </>
  )
}

function Facts({ contest }: { contest: Contest }) {
  const t = useWords(contestWords)
  const { state, from, until, groups, items, rules } = contest
  return (
    <>
      <FactList
        facts={[
          [t('state'), state],
          [t('period'), t('periodOf', { from: dayInWords(from), until: dayInWords(until) })],
          [t('entries'), t('entriesOf', contest)],
          [t('items'), items.map((item) => t('itemOf', item)).join('，')],
        ]}
      />
      <section className="contest-section" aria-label={t('groups')}>
        <h2>{t('groups')}</h2>
        <ul>
          {groups.map((group) => (
            <li key={group.name}>{t('prizesOf', group)}</li>
          ))}
        </ul>
      </section>
      {rules !== '' && (
        <section className="contest-section" aria-label={t('rules')}>
          <h2>{t('rules')}</h2>
          <p className="contest-text">{rules}</p>
        </section>
      )}
    </>
  )
}
