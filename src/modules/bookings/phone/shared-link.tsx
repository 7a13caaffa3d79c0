import { useState } from 'react'
import { ask } from '#phone/ask.ts'
import { Press, Wrong } from '#phone/pieces.tsx'
import { useDeed } from '#phone/use-ask.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import type { checkInApi } from '../check-in.contract.ts'

/** An address for somebody without an account who leads the visit. */
export const SharedLink = ({ bookingId }: { bookingId: string }) => (
  <section className="m-part">
    <h2>请别人代为签到</h2>
    <p className="quiet m-small">带队的人没有账号时，生成一个只能用于这次预约的链接发过去。</p>
    <LinkMaker bookingId={bookingId} />
  </section>
)

/** One press makes the link, the next sends it by what the phone has for that, or copies it. */
export function LinkMaker({ bookingId }: { bookingId: string }) {
  const [link, setLink] = useState<{ path: string; until: string }>()
  const make = useDeed(async () => setLink(await ask<typeof checkInApi.link>('POST /api/bookings/:bookingId/link', { params: { bookingId } }))) // prettier-ignore
  if (!link)
    return (
      <>
        <Wrong error={make.error} />
        <Press kind="plain" onPress={make.run} busy={make.isBusy}>
          生成签到链接
        </Press>
      </>
    )
  return <Made address={location.origin + link.path} until={link.until} />
}

function Made({ address, until }: { address: string; until: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = useDeed(async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  })
  const send = useDeed(() => navigator.share({ title: '场馆签到', url: address }).catch(() => undefined))
  return (
    <>
      <p className="m-small m-address">{address}</p>
      <p className="quiet m-small">
        有链接的人都能为这次预约签到，别的都不能做；{dayInWords(dayOf(new Date(until)))}前有效。
      </p>
      <div className="m-pair">
        {'share' in navigator && (
          <Press onPress={send.run} busy={send.isBusy}>
            发送链接
          </Press>
        )}
        <Press kind="plain" onPress={copy.run} busy={copy.isBusy}>
          {isCopied ? '已复制' : '复制链接'}
        </Press>
      </div>
    </>
  )
}
