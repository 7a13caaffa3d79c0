import { useEffect } from 'react'
import { ask, type Answer } from '#phone/ask.ts'
import { To, useAddress } from '#phone/address.tsx'
import { timeOf } from '#phone/clock.ts'
import { Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import type { hostApi } from '../check-in.contract.ts'

type Code = Answer<typeof hostApi.code>

/** What hangs at the door: it renews itself every minute, and the screen stays on. */
export default function CodePage() {
  const venueId = useAddress().search.get('v') ?? ''
  const asked = useAsked(() => ask<typeof hostApi.code>('GET /api/venues/:venueId/code', { params: { venueId } }), [venueId]) // prettier-ignore
  const { data, again } = asked
  useEffect(() => {
    if (!data) return
    const left = new Date(data.nextAt).getTime() - new Date(data.now).getTime()
    const timer = setTimeout(again, left + 300)
    return () => clearTimeout(timer)
  }, [data, again])
  useEffect(stayOn, [])
  return (
    <>
      <Shown asked={asked}>{(code) => <AtTheDoor code={code} />}</Shown>
      <To to="/host" className="m-link">
        返回本校场馆
      </To>
    </>
  )
}

function AtTheDoor({ code: { venue, host, svg, digits, digitsUntil } }: { code: Code }) {
  return (
    <section className="m-code">
      <h1>{venue}签到</h1>
      <p className="quiet">{host}</p>
      <img
        alt={`${venue}的签到码，请用手机扫`}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        width={360}
        height={360}
      />
      <p>用手机相机或微信“扫一扫”</p>
      <p className="quiet m-small">每分钟自动更换，拍照转发的码很快失效</p>
      <h2>扫不了的，告诉他备用码</h2>
      <p className="m-digits">
        {digits.slice(0, 3)} {digits.slice(3)}
      </p>
      <p className="quiet m-small">{timeOf(digitsUntil)} 前有效</p>
    </section>
  )
}

/** Asks the phone not to go dark; where it cannot be asked, it goes dark as ever. */
function stayOn(): () => void {
  let lock: WakeLockSentinel | undefined
  let isGone = false
  void navigator.wakeLock?.request('screen').then(
    (got) => (isGone ? void got.release() : (lock = got)),
    () => undefined,
  )
  return () => {
    isGone = true
    void lock?.release()
  }
}
