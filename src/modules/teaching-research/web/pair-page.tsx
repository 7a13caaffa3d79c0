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
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { pairApi, type Pair } from '../pair.contract.ts'
import { pairWords } from './pair-words.ts'
import './research.css'
import { researchWords } from './research-words.ts'
import { EndSide, EntrySide } from './sides.ts'

type Doing = 'meet' | 'report' | 'end'

/** A mentor and a mentee: what they aim at, what they did, and what their schools say of it. */
export default function PairPage() {
  const t = useWords(pairWords)
  const r = useWords(researchWords)
  const pairId = useParam('pairId')
  const [doing, setDoing] = useState<Doing>()
  const { data: pair } = useSuspenseQuery(asQuery(pairApi.read, { params: { pairId } }))
  const { unit, unitId, year, mentor, mentee, from, until, subject } = pair
  const close = () => setDoing(undefined)
  return (
    <Page
      title={t('title', { mentor: mentor.name, mentee: mentee.name })}
      tag={pair.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: r('title'), to: places.research(unitId, { year, part: 'pairs' }) },
      ]}
      lead={`${subject}，${t('periodOf', { from: dayInWords(from), until: dayInWords(until) })}`}
    >
      <div>
        {pair.endedOn !== null && (
          <p className="research-note">{t('endedNote', { day: dayInWords(pair.endedOn), why: pair.endedWhy ?? '' })}</p>
        )}
        <Acts pair={pair} onDo={setDoing} />
        <Facts pair={pair} />
        <Entries pair={pair} />
      </div>
      {(doing === 'meet' || doing === 'report') && <EntrySide pairId={pairId} kind={doing} onClose={close} />}
      {doing === 'end' && <EndSide pairId={pairId} onClose={close} />}
    </Page>
  )
}

function Acts({ pair: { id, can }, onDo }: { pair: Pair; onDo: (what: Doing) => void }) {
  const t = useWords(pairWords)
  const sign = useAct(pairApi.sign, { done: () => t('signed') })
  if (can.length === 0) return null
  return (
    <div className="research-tools no-print">
      {can.includes('sign') && (
        <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate({ params: { pairId: id } })}>
          {t('sign')}
        </Button>
      )}
      {(['meet', 'report', 'end'] as const)
        .filter((verb) => can.includes(verb))
        .map((verb) => (
          <Button key={verb} onClick={() => onDo(verb)}>
            {t(verb)}
          </Button>
        ))}
      <ProblemNote error={sign.error ?? undefined} />
    </div>
  )
}

function Facts({ pair }: { pair: Pair }) {
  const t = useWords(pairWords)
  const signed = (day: string | null) => (day === null ? t('unsigned') : t('signedOn', { day: dayInWords(day) }))
  return (
    <>
      <FactList
        facts={[
          [t('state'), pair.state],
          [t('mentorSchool'), `${pair.mentor.school}，${signed(pair.mentorSignedOn)}`],
          [t('menteeSchool'), `${pair.mentee.school}，${signed(pair.menteeSignedOn)}`],
          [t('done'), t('doneOf', pair)],
        ]}
      />
      <section className="research-section" aria-label={t('goals')}>
        <h2>{t('goals')}</h2>
        <p className="research-text">{pair.goals}</p>
      </section>
    </>
  )
}

function Entries({ pair: { entries } }: { pair: Pair }) {
  const t = useWords(pairWords)
  return (
    <section className="research-section" aria-label={t('entries')}>
      <h2>{t('entries')}</h2>
      {entries.length === 0 ? (
        <p>{t('noEntries')}</p>
      ) : (
        <RuledTable
          caption={t('entries')}
          quiet
          rows={entries}
          rowKey={({ id }) => id}
          columns={[
            { key: 'on', title: t('on'), heads: true, className: 'still', cell: ({ on }) => dayInWords(on) },
            { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
            { key: 'words', title: t('words'), cell: ({ words }) => <span className="research-text">{words}</span> },
          ]}
        />
      )}
    </section>
  )
}
