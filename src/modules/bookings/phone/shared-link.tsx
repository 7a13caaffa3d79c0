import { useState } from 'react'
import { ask } from '#phone/ask.ts'
import { Press, Wrong } from '#phone/pieces.tsx'
import { useDeed } from '#phone/use-ask.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import type { checkInApi } from '../check-in.contract.ts'

/** An address for somebody without an account who leads the visit. */
export function SharedLink({ bookingId }: { bookingId: string }) {
  const [link, setLink] = useState<{ path: string; until: string }>()
  const make = useDeed(async () => setLink(await ask<typeof checkInApi.link>('POST /api/bookings/:bookingId/link', { params: { bookingId } }))) // prettier-ignore
  const copy = useDeed(async () => navigator.clipboard.writeText(location.origin + link!.path))
  if (!link)
    return (
      <section className="m-part">
        <h2>请别人代为签到</h2>
        <p className="quiet m-small">带队的人没有账号时，生成一个只能用于这次预约的链接发过去。</p>
        <Wrong error={make.error} />
        <Press kind="plain" onPress={make.run} busy={make.isBusy}>
          生成签到链接
        </Press>
      </section>
    )
  return (
    <section className="m-part">
      <h2>签到链接</h2>
      <p className="m-small" style={{ overflowWrap: 'anywhere' }}>
        {location.origin + link.path}
      </p>
      <p className="quiet m-small">有链接的人都能为这次预约签到，{dayInWords(dayOf(new Date(link.until)))}前有效。</p>
      <Press kind="plain" onPress={copy.run} busy={copy.isBusy}>
        复制链接
      </Press>
    </section>
  )
}
