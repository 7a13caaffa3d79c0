import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { askApi, type Ask } from '../ask.contract.ts'
import { whenOf } from './day-words.ts'
import { gapWords } from './gap-words.ts'
import './cover.css'

/** What a teacher is asked, on a phone: which lesson, where and when; yes or no. */
export default function AskPage() {
  const t = useWords(gapWords)
  const askId = useParam('askId')
  const { data: ask } = useSuspenseQuery(asQuery(askApi.read, { params: { askId } }))
  const [said, setSaid] = useState<Received<typeof askApi.answer>>()
  const answer = useAct(askApi.answer, { then: setSaid })
  const send = (yes: boolean) => answer.mutate({ params: { askId }, body: { yes } })
  return (
    <Page title={t('askTitle')} className="asked-lesson">
      <Lesson ask={ask} />
      <div role="status" className="said">
        {said && <p>{said.words}</p>}
        {!said && ask.state !== 'open' && <p>{t(`over_${ask.state}`)}</p>}
      </div>
      {ask.state === 'open' && (
        <>
          {ask.dueAt && <p>{t('before', { time: momentOf(ask.dueAt).clock })}</p>}
          <p className="yes-no">
            <Button type="primary" size="large" loading={answer.isPending} onClick={() => send(true)}>
              {t('yes')}
            </Button>
            <Button size="large" disabled={answer.isPending} onClick={() => send(false)}>
              {t('no')}
            </Button>
          </p>
          <p className="quiet">{t('privacy')}</p>
        </>
      )}
      <ProblemNote error={answer.error} />
      <p>
        <Go to={places.coverMine}>{t('toMine')}</Go>
      </p>
    </Page>
  )
}

export function Lesson({ ask }: { ask: Ask }) {
  const t = useWords(gapWords)
  const { schoolName, campus, address, className, subject, fromTime, untilTime } = ask
  return (
    <dl className="lesson-facts">
      <div>
        <dt className="unseen">{t('lesson')}</dt>
        <dd className="when-line">
          {t('askLead', whenOf(ask))} <span>{t('at', { from: fromTime, until: untilTime })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('where')}</dt>
        <dd>{[schoolName, campus, address].filter(Boolean).join('，')}</dd>
      </div>
      <div>
        <dt>{t('lesson')}</dt>
        <dd>
          {className} {subject}
        </dd>
      </div>
    </dl>
  )
}
