import { ask } from '#phone/ask.ts'
import { Press, Wrong } from '#phone/pieces.tsx'
import { useAsked, useDeed } from '#phone/use-ask.ts'
import type { Waiting, waitingApi } from '../waiting.contract.ts'
import { Lines, What } from './lines.tsx'

/** What one waits for, and how many stand before. */
export function InLine() {
  const { data, again } = useAsked(() => ask<typeof waitingApi.mine>('GET /api/my/waiting', {}), [], 'waiting')
  const waiting = (data?.waiting ?? []).filter(({ status }) => status === '候补')
  if (waiting.length === 0) return null
  return (
    <Lines title="候补中" rows={waiting}>
      {(one) => <Line waiting={one} again={again} />}
    </Lines>
  )
}

function Line({ waiting, again }: { waiting: Waiting; again: () => void }) {
  const { id, guest, before } = waiting
  const leave = useDeed(async () => {
    await ask<typeof waitingApi.leave>('POST /api/waiting/:waitingId/leave', { params: { waitingId: id } })
    again()
  })
  return (
    <>
      <What wanted={waiting}>
        {guest !== '' && <span className="quiet m-small">{guest}</span>}
        <span className="m-state quiet">{before === 0 ? '○ 排在第一位' : `○ 前面还有 ${before} 家`}</span>
      </What>
      <Wrong error={leave.error} />
      <Press kind="plain" onPress={leave.run} busy={leave.isBusy}>
        退出候补
      </Press>
    </>
  )
}
