import { spanOf, timeOf } from '#phone/clock.ts'
import type { Arrival } from '../check-in.contract.ts'

/** What is booked, where and when. */
export function ArrivalLine({
  arrival,
  today,
  side = 'user',
}: {
  arrival: Arrival
  today: string
  side?: 'user' | 'host'
}) {
  // prettier-ignore
  const { venue, host, where, user, bookedBy, purpose, headCount, classes } = arrival
  const place = [host, where].filter(Boolean).join(' ')
  const who = [user, bookedBy].filter(Boolean).join(' ')
  return (
    <div className="m-what">
      <span className="m-when">{spanOf(arrival, today)}</span>
      {side === 'user' && <span>{venue}</span>}
      <span className="quiet m-small">{side === 'user' ? place : who}</span>
      <span className="quiet m-small">{[purpose, classes, `${headCount} 人`].filter(Boolean).join('，')}</span>
      <State arrival={arrival} />
    </div>
  )
}

function State({ arrival: { status, checkIn, releasedAt, can, fromAt } }: { arrival: Arrival }) {
  if (checkIn) return <span className="m-state">✓ 已签到 {timeOf(checkIn.cameAt)}，{checkIn.headCount} 人{status === '已用' ? '，已用完' : ''}</span> // prettier-ignore
  if (status === '未到') return <span className="m-state bad">✕ 没有签到，场地已让出</span>
  if (status === '待审') return <span className="m-state quiet">○ 等场馆审核</span>
  if (can.includes('checkIn')) return <span className="m-state quiet">{timeOf(releasedAt)} 前请签到，过时场地让出</span>
  return <span className="m-state quiet">{timeOf(new Date(new Date(fromAt).getTime() - 30 * 60_000).toISOString())} 起可以签到</span> // prettier-ignore
}
