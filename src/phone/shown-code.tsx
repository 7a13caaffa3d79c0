import { useEffect } from 'react'
import { timeOf } from './clock.ts'
import { Shown } from './pieces.tsx'
import { useAsked } from './use-ask.ts'

/** What is shown at a place: a picture to scan that is renewed every minute, and digits to tell. */
export interface Code {
  svg: string
  nextAt: string
  now: string
  digits: string
  digitsUntil: string
}

/** Full screen, at the door of a place: it renews itself, and the screen stays on. */
export function ShownCode<C extends Code>({
  fetchIt,
  of,
  titleOf,
}: {
  fetchIt: () => Promise<C>
  /** Of which place. */
  of: readonly unknown[]
  titleOf: (code: C) => { place: string; holder: string }
}) {
  // prettier-ignore
  const asked = useAsked(fetchIt, of)
  const { data, again } = asked
  useEffect(() => {
    if (!data) return
    const left = new Date(data.nextAt).getTime() - new Date(data.now).getTime()
    const timer = setTimeout(again, left + 300)
    return () => clearTimeout(timer)
  }, [data, again])
  useEffect(stayOn, [])
  return <Shown asked={asked}>{(code) => <AtThePlace code={code} {...titleOf(code)} />}</Shown>
}

function AtThePlace({ code, place, holder }: { code: Code; place: string; holder: string }) {
  const { svg, digits, digitsUntil } = code
  return (
    <section className="m-code">
      <h1>{place}签到</h1>
      <p className="quiet">{holder}</p>
      <img
        alt={`${place}的签到码，请用手机扫`}
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
