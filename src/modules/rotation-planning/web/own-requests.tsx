import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { requestApi, type Request, type WishPage } from '../wish.contract.ts'
import { FileButton, useAttach } from './proof-file.tsx'
import { wishWords } from './wish-words.ts'

const RequestSide = later(async () => (await import('./request-side.tsx')).RequestSide)

/** What a teacher has asked for, and the way to ask. */
export function OwnRequests({ page }: { page: WishPage }) {
  const t = useWords(wishWords)
  const [asking, setAsking] = useState(false)
  const { requests, kinds, fixed, season } = page
  if (fixed && requests.length === 0) return null
  return (
    <section className="part">
      <h2>{t('requests')}</h2>
      <p className="quiet">{t('requestsLead')}</p>
      <ul className="own-requests">
        {requests.map((request) => (
          <Own key={request.id} request={request} />
        ))}
      </ul>
      {!fixed && <Button onClick={() => setAsking(true)}>{t('ask')}</Button>}
      <RequestSide seasonId={season.id} kinds={kinds} open={asking} onClose={() => setAsking(false)} />
    </section>
  )
}

function Own({ request }: { request: Request }) {
  const t = useWords(wishWords)
  const { id, kind, fromDay, untilDay, note, proofName, answer, answeredBy, answerWords } = request
  const withdraw = useAct(requestApi.withdraw, { done: () => t('withdrawn') })
  const attach = useAttach()
  const params = { requestId: id }
  const told = answer ? t(`answered_${answer}`, { by: answeredBy, words: answerWords ?? '' }) : t('open')
  return (
    <li>
      <p>
        <strong>{kind}</strong>，{t('period', { from: dayInWords(fromDay), until: dayInWords(untilDay) })}
      </p>
      {note && <p>{note}</p>}
      <p>
        {told}
        {proofName && '，'}
        {proofName && (
          <a href={addressOf(requestApi.proof, { params })} download>
            {proofName}
          </a>
        )}
      </p>
      <ProblemNote error={withdraw.error ?? attach.error} />
      {answer === null && (
        <p className="row-acts">
          <FileButton label={t('attach')} busy={attach.isPending} onPick={(file) => attach.mutate({ id, file })} />
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
            {t('withdraw')}
          </Button>
        </p>
      )}
    </li>
  )
}
