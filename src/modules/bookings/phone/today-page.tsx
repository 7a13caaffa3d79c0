import { useCallback, useEffect, useState } from 'react'
import { ask } from '#phone/ask.ts'
import { dayWords, todayHere } from '#phone/clock.ts'
import { To } from '#phone/address.tsx'
import { Press, Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import type { Arrival, checkInApi } from '../check-in.contract.ts'
import { ArrivalLine } from './arrival-line.tsx'
import { Lines } from './lines.tsx'
import { forgetTold, listScans, listTold, sendKept } from './queue.ts'

/** What is on today: the one that can be checked in to stands first, with one large button. */
export default function TodayPage() {
  const asked = useAsked(() => ask<typeof checkInApi.mine>('GET /api/arrivals', {}), [], 'arrivals')
  return (
    <>
      <header>
        <h1>今天</h1>
        <p className="quiet">{dayInWords(todayHere())}</p>
        <To to="/days" className="m-link">
          我的日程
        </To>
      </header>
      <Kept onSent={asked.again} />
      <Shown asked={asked}>{({ arrivals, today }) => <Arrivals arrivals={arrivals} today={today} />}</Shown>
    </>
  )
}

function Arrivals({ arrivals, today }: { arrivals: Arrival[]; today: string }) {
  const open = arrivals.filter(({ can }) => can.includes('checkIn'))
  const isToday = ({ fromAt }: Arrival) => dayOf(new Date(fromAt)) === today
  const rest = arrivals.filter((one) => isToday(one) && !open.includes(one))
  const later = arrivals.filter((one) => !isToday(one) && !open.includes(one)).slice(0, 10)
  return (
    <>
      {open.map((one) => (
        <section key={one.id} className="m-next" aria-label={`${one.venue}，${dayWords(today, today)}`}>
          <ArrivalLine arrival={one} today={today} />
          <To to={`/check-in?b=${one.id}`} className="m-press">
            签到
          </To>
        </section>
      ))}
      {open.length + rest.length === 0 && <p>今天没有预约。</p>}
      {rest.length > 0 && (
        <Lines title="今天的其他预约" rows={rest}>
          {(one) => <Line arrival={one} today={today} />}
        </Lines>
      )}
      {later.length > 0 && (
        <Lines title="接下来" rows={later}>
          {(one) => <Line arrival={one} today={today} />}
        </Lines>
      )}
      {open.length + rest.length + later.length === 0 && (
        <To to="/find" className="m-press">
          找场地
        </To>
      )}
    </>
  )
}

const Line = ({ arrival, today }: { arrival: Arrival; today: string }) => (
  <>
    <ArrivalLine arrival={arrival} today={today} />
    {arrival.can.includes('review') && arrival.checkIn?.rating === null && (
      <To to={`/check-in?b=${arrival.id}`} className="m-link">
        评价场地
      </To>
    )}
  </>
)

/** Scans that wait for a network, and what came of those that did. */
function Kept({ onSent }: { onSent: () => void }) {
  const [waiting, setWaiting] = useState(0)
  const [told, setTold] = useState<string[]>([])
  const look = useCallback(async () => {
    const before = (await listScans()).length
    if (before > 0) await sendKept()
    const after = (await listScans()).length
    setWaiting(after)
    setTold(await listTold())
    if (after < before) onSent()
  }, [onSent])
  useEffect(() => {
    const onLine = () => void look()
    onLine()
    addEventListener('online', onLine)
    return () => removeEventListener('online', onLine)
  }, [look])
  return (
    <>
      {waiting > 0 && (
        <p className="m-note" role="status">
          有 {waiting} 次签到存在手机里，连上网络后自动补签。
        </p>
      )}{' '}
      {/* prettier-ignore */}
      {told.length > 0 && (
        <div className="m-note" role="status">
          {told.map((words, at) => (
            <p key={at}>{words}</p>
          ))}
          <Press kind="plain" onPress={() => (setTold([]), void forgetTold())}>
            知道了
          </Press>
        </div>
      )}
    </>
  )
}
