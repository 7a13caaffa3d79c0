import { ask } from '#phone/ask.ts'
import { dayWords, todayHere } from '#phone/clock.ts'
import { Press, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Waiting, waitingApi } from '../waiting.contract.ts'

/** What one waits for, and how many stand before. */
export function InLine() {
  const { data, again } = useAsked(() => ask<typeof waitingApi.mine>('GET /api/my/waiting', {}), [], 'waiting')
  const waiting = (data?.waiting ?? []).filter(({ status }) => status === '候补')
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>候补中</h2>
      <ul className="m-lines">
        {waiting.map((one) => (
          <li key={one.id}>
            <Line waiting={one} again={again} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ waiting, again }: { waiting: Waiting; again: () => void }) {
  const { id, venue, provider, day, from, until, purpose, headCount, before } = waiting
  const leave = useDeed(async () => {
    await ask<typeof waitingApi.leave>('POST /api/waiting/:waitingId/leave', { params: { waitingId: id } })
    again()
  })
  return (
    <>
      <div className="m-what">
        <span className="m-when">
          {dayWords(day, todayHere())} {from}–{until}
        </span>
        <span>{venue}</span>
        <span className="quiet m-small">{[provider, purpose, `${headCount} 人`].join('，')}</span>
        <span className="m-state quiet">{before === 0 ? '○ 排在第一位' : `○ 前面还有 ${before} 家`}</span>
      </div>
      <Wrong error={leave.error} />
      <Press kind="plain" onPress={leave.run} busy={leave.isBusy}>
        退出候补
      </Press>
    </>
  )
}
