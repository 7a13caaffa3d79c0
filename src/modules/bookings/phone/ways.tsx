import { useState } from 'react'
import { positionRule } from '#shared/position.ts'
import { Field, Press, Wrong } from '#phone/pieces.tsx'
import { useDeed } from '#phone/use-ask.ts'
import { whereAmI } from '#phone/where.ts'
import type { Arrival, CheckedIn, NewCheckIn } from '../check-in.contract.ts'
import { useWhoCame } from './who-came.tsx'

/** The ways to say that one is there: the code at the door, the phone’s position, the host’s digits. */
export function Ways({
  arrival,
  send,
  onDone,
}: {
  arrival: Arrival
  send: (body: NewCheckIn) => Promise<CheckedIn>
  onDone: (done: CheckedIn) => void
}) {
  // prettier-ignore
  const [told, fields] = useWhoCame(arrival)
  const [digits, setDigits] = useState('')
  const near = useDeed(async () => {
    const { longitude, latitude, accuracy } = await whereAmI()
    onDone(await send({ way: '定位', longitude, latitude, accuracy, ...told }))
  })
  const typed = useDeed(async () => onDone(await send({ way: '备用码', digits, ...told })))
  return (
    <>
      <div className="m-part">{fields}</div>
      <section className="m-part">
        <h2>扫现场的码</h2>
        <p>用手机相机或微信“扫一扫”，扫场馆门口的签到码。没有网络也可以扫，连上后自动补签。</p>
      </section>
      <section className="m-part">
        <h2>用定位</h2>
        {arrival.placed ? (
          <Press onPress={near.run} busy={near.isBusy}>
            {near.isBusy ? '正在定位' : '定位签到'}
          </Press>
        ) : (
          <p>这个场地还没有标在地图上，不能用定位。</p>
        )}
        <p className="quiet m-small">{positionRule}只记下离场地多远，不保存手机的位置。</p>
        <Wrong error={near.error} />
      </section>
      <form className="m-part" onSubmit={(event) => (event.preventDefault(), typed.run())}>
        <h2>用备用码</h2>
        <Field
          label="备用码"
          inputMode="numeric"
          autoComplete="off"
          required
          pattern="\s*\d{3}\s?\d{3}\s*"
          title="6 位数字"
          value={digits}
          onChange={(event) => setDigits(event.target.value)}
          hint="场馆老师手机上的 6 位数字，几分钟换一次。"
        />{' '}
        {/* prettier-ignore */}
        <Wrong error={typed.error} />
        <Press submit kind="plain" busy={typed.isBusy}>
          用备用码签到
        </Press>
      </form>
    </>
  )
}
