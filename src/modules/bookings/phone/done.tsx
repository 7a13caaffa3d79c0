import { useState } from 'react'
import { timeOf } from '#phone/clock.ts'
import { To } from '#phone/address.tsx'
import { Field, Press, Wrong } from '#phone/pieces.tsx'
import { useDeed } from '#phone/use-ask.ts'
import type { CheckedIn } from '../check-in.contract.ts'

const answers = ['愿意', '不一定', '不愿意'] as const
export type ReviewBody = { rating: number; again: (typeof answers)[number]; remark: string }

/** It is done: when, and by whom where somebody was first. Then two questions that nobody has to answer. */
export function Done({ done, review }: { done: CheckedIn; review: (body: ReviewBody) => Promise<unknown> }) {
  const { state, checkIn, clockOff } = done
  return (
    <>
      <div className="m-good" role="status">
        <strong>✓ 已签到</strong>
        <span>
          {state === 'before' ? `之前已经签到过，时间 ${timeOf(checkIn.cameAt)}` : `时间 ${timeOf(checkIn.cameAt)}`}
          {state === 'before' && checkIn.byName ? `，${checkIn.byName}` : ''}，{checkIn.headCount} 人
        </span>
      </div>
      {clockOff !== null && (
        <p className="m-note">
          手机时间{clockOff > 0 ? '快' : '慢'}了约 {Math.abs(clockOff)} 分钟，已按系统时间记录，请校准手机时间。
        </p>
      )}
      {checkIn.rating === null && <TwoQuestions review={review} />}
    </>
  )
}

export function TwoQuestions({ review }: { review: (body: ReviewBody) => Promise<unknown> }) {
  const [rating, setRating] = useState(0)
  const [again, setAgain] = useState<ReviewBody['again']>()
  const [remark, setRemark] = useState('')
  const [isThanked, setThanked] = useState(false)
  const send = useDeed(async () => {
    if (rating === 0 || again === undefined) return
    await review({ rating, again, remark })
    setThanked(true)
  })
  if (isThanked) return <p role="status">谢谢，评价已交给场馆。</p>
  return (
    <form className="m-part" onSubmit={(event) => (event.preventDefault(), send.run())}>
      <h2>用完后说两句（可以不填）</h2>
      <fieldset className="m-choice">
        <legend>场地怎么样</legend>
        {[1, 2, 3, 4, 5].map((n) => (
          <label key={n}>
            <input type="radio" name="rating" required checked={rating === n} onChange={() => setRating(n)} />
            {n} 分
          </label>
        ))}
      </fieldset>
      <fieldset className="m-choice">
        <legend>还愿意再来吗</legend>
        {answers.map((one) => (
          <label key={one}>
            <input type="radio" name="again" required checked={again === one} onChange={() => setAgain(one)} />
            {one}
          </label>
        ))}
      </fieldset>
      <Field
        label="想对场馆说的话"
        value={remark}
        maxLength={200}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Wrong error={send.error} />
      <Press submit kind="plain" busy={send.isBusy}>
        提交评价
      </Press>
    </form>
  )
}

export const BackToday = () => (
  <To to="/" className="m-link">
    返回今天
  </To>
)
